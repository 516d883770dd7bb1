package org.runincident.audit.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.Report.FindingEntry;
import org.runincident.audit.report.Report.PlaceEntry;
import org.runincident.audit.report.SampleReport;

class SarifReportTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode sarif(Report report) throws IOException {
        return JSON.readTree(SarifReport.write(report, SarifReport.Which.ALL, rule -> "# " + rule));
    }

    private static Set<ValidationMessage> problems(JsonNode sarif) throws IOException {
        try (InputStream schema = SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                    .getSchema(schema)
                    .validate(sarif);
        }
    }

    @Test
    void a_report_with_everything_is_valid() throws IOException {
        assertThat(problems(sarif(SampleReport.oneOfEverything()))).isEmpty();
    }

    @Test
    void a_report_with_nothing_is_valid_and_has_a_run() throws IOException {
        JsonNode sarif = sarif(SampleReport.of());

        assertThat(problems(sarif)).isEmpty();
        assertThat(sarif.at("/runs/0/results").isArray()).isTrue();
    }

    @Test
    void the_schema_would_see_a_mistake() throws IOException {
        JsonNode sarif = sarif(SampleReport.oneOfEverything());
        ((com.fasterxml.jackson.databind.node.ObjectNode) sarif.at("/runs/0/results/0")).put("level", "terrible");

        assertThat(problems(sarif)).isNotEmpty();
    }

    @Test
    void the_steps_of_a_path_are_a_code_flow() throws IOException {
        JsonNode steps =
                sarif(SampleReport.oneOfEverything()).at("/runs/0/results/0/codeFlows/0/threadFlows/0/locations");

        assertThat(steps).hasSize(2);
        assertThat(steps.at("/1/location/message/text").asText()).isEqualTo("`task` leaves here");
        assertThat(steps.at("/1/location/physicalLocation/region/startLine").asInt())
                .isEqualTo(6);
    }

    @Test
    void a_fingerprint_has_a_key_of_our_own_with_its_version() throws IOException {
        JsonNode result = sarif(SampleReport.oneOfEverything()).at("/runs/0/results/0");

        assertThat(result.at("/partialFingerprints/incidentFingerprint~1v1").asText())
                .isEqualTo("0123456789abcdef");
    }

    @Test
    void what_the_source_allows_is_suppressed_with_its_reason() throws IOException {
        JsonNode result = sarif(SampleReport.oneOfEverything()).at("/runs/0/results/2");

        assertThat(result.at("/suppressions/0/kind").asText()).isEqualTo("inSource");
        assertThat(result.at("/suppressions/0/justification").asText()).isEqualTo("the probe is best effort");
    }

    @Test
    void what_the_baseline_holds_is_unchanged_and_what_it_holds_with_a_reason_is_suppressed() throws IOException {
        JsonNode sarif = sarif(SampleReport.baselined());

        assertThat(problems(sarif)).isEmpty();
        assertThat(sarif.at("/runs/0/results/0/baselineState").asText()).isEqualTo("new");
        assertThat(sarif.at("/runs/0/results/1/baselineState").asText()).isEqualTo("unchanged");
        assertThat(sarif.at("/runs/0/results/1/suppressions/0/kind").asText()).isEqualTo("external");
        assertThat(sarif.at("/runs/0/results/1/suppressions/0/justification").asText())
                .isEqualTo("nobody waits for it");
    }

    @Test
    void on_request_only_what_is_new_is_written() throws IOException {
        JsonNode sarif = JSON.readTree(SarifReport.write(SampleReport.baselined(), SarifReport.Which.NEW, rule -> ""));

        assertThat(problems(sarif)).isEmpty();
        assertThat(sarif.at("/runs/0/results")).hasSize(1);
        assertThat(sarif.at("/runs/0/results/0/ruleId").asText()).isEqualTo("FailureWithoutReason");
    }

    @Test
    void odd_file_names_are_valid_addresses() throws IOException {
        FindingEntry finding = SampleReport.silentFailure();
        PlaceEntry at = new PlaceEntry("src/a b/C:D\u00e9#x.java", 0, 0, 0, 0);
        Report report = SampleReport.of(SampleReport.module(
                "jobs",
                "",
                List.of(new FindingEntry("f", finding.rule(), "note", "new", at, "", "No.", "", List.of())),
                List.of()));

        JsonNode sarif = sarif(report);

        assertThat(problems(sarif)).isEmpty();
        assertThat(sarif.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("src/a%20b/C%3AD%C3%A9%23x.java");
    }

    @Test
    void the_report_of_one_module_has_an_id_of_its_own() throws IOException {
        Report report = SampleReport.of(SampleReport.module("core", "modules/core", List.of(), List.of()));

        assertThat(sarif(report).at("/runs/0/automationDetails/id").asText()).isEqualTo("incident/modules/core/");
    }
}
