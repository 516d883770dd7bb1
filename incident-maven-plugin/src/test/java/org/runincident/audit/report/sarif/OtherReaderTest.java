package org.runincident.audit.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.runincident.audit.report.Report.FindingEntry;
import org.runincident.audit.report.SampleReport;

/** A reader of SARIF that is not ours understands what we write. */
class OtherReaderTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .build();

    private static final byte[] SARIF =
            SarifReport.write(SampleReport.baselined(), SarifReport.Which.ALL, rule -> "# " + rule);

    private static SarifSchema210 read() throws IOException {
        return JSON.readValue(SARIF, SarifSchema210.class);
    }

    @Test
    void finds_every_result_where_it_stands() throws IOException {
        List<Result> results = read().getRuns().get(0).getResults();

        List<FindingEntry> findings = SampleReport.baselined().modules().get(0).findings();
        assertThat(results).hasSize(findings.size() + 1);
        for (int i = 0; i < findings.size(); i++) {
            Result result = results.get(i);
            FindingEntry finding = findings.get(i);
            Location location = result.getLocations().get(0);
            assertThat(result.getRuleId()).isEqualTo(finding.rule());
            assertThat(result.getLevel()).hasToString(finding.severity());
            assertThat(result.getMessage().getText()).startsWith(finding.message());
            assertThat(location.getPhysicalLocation().getArtifactLocation().getUri())
                    .isEqualTo(finding.at().file());
            assertThat(location.getPhysicalLocation().getRegion().getStartLine())
                    .isEqualTo(finding.at().line());
            assertThat(result.getPartialFingerprints().getAdditionalProperties())
                    .containsEntry(SarifReport.FINGERPRINT_KEY, finding.fingerprint());
        }
        assertThat(results.get(2).getSuppressions().iterator().next().getJustification())
                .isEqualTo("the probe is best effort");
    }

    @Test
    void writes_the_same_results_as_it_has_read() throws IOException {
        JsonNode written = JSON.readTree(JSON.writeValueAsBytes(read()));

        assertThat(written.at("/runs/0/results")).isEqualTo(JSON.readTree(SARIF).at("/runs/0/results"));
    }
}
