package org.runincident.audit.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.Report.FindingEntry;
import org.runincident.audit.report.SampleReport;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class CiFormatsTest {
    @Test
    void an_annotation_of_github_names_file_line_and_rule() {
        assertThat(GitHubAnnotations.of(SampleReport.oneOfEverything()))
                .first()
                .isEqualTo("::error file=src/main/java/org/example/Worker.java,line=4,endLine=4,col=9,endColumn=19,"
                        + "title=FailureWithoutReason::This task becomes FAILED, and nothing says why.%0A"
                        + "Mend: Set the reason before line 6.");
    }

    @Test
    void words_of_the_source_start_no_command_of_their_own() {
        Report report = hostile("a\n::error::b\r\n::stop-commands::x");

        assertThat(GitHubAnnotations.of(report))
                .singleElement()
                .asString()
                .doesNotContain("\n")
                .doesNotContain("\r");
    }

    @Test
    void an_issue_of_gitlab_has_a_fingerprint_and_a_line() throws Exception {
        JsonNode issues = new ObjectMapper().readTree(GitLabCodeQuality.write(SampleReport.oneOfEverything()));

        assertThat(issues).hasSize(2);
        assertThat(issues.at("/0/fingerprint").asText()).isEqualTo("0123456789abcdef");
        assertThat(issues.at("/0/location/lines/begin").asInt()).isEqualTo(4);
        assertThat(issues.at("/0/severity").asText()).isEqualTo("major");
    }

    @Test
    void a_rule_with_new_findings_is_a_failed_test() throws Exception {
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(JUnitXml.write(hostile("odd \u0000 <words> & \u001b[2J"))));
        Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);

        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(xml.getElementsByTagName("failure").item(0).getTextContent()).contains("odd ? <words> & ?[2J");
    }

    private static Report hostile(String message) {
        FindingEntry finding = new FindingEntry(
                "f", "FailureWithoutReason", "error", "new", SampleReport.at(4, 1), "", message, "", List.of());
        return SampleReport.of(SampleReport.module("jobs", "", List.of(finding), List.of()));
    }
}
