package org.runincident.audit.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.runincident.audit.report.SampleReport;

class JsonReportTest {
    @Test
    void what_was_written_and_read_is_written_byte_for_byte_alike() throws IOException {
        byte[] written = JsonReport.write(SampleReport.oneOfEverything());

        assertThat(JsonReport.write(JsonReport.read(written))).isEqualTo(written);
    }

    @Test
    void baseline_history_and_what_was_before_survive_the_way_there_and_back() throws IOException {
        byte[] written = JsonReport.write(SampleReport.baselined().after(SampleReport.oneOfEverything()));

        assertThat(JsonReport.write(JsonReport.read(written))).isEqualTo(written);
        assertThat(new String(written, StandardCharsets.UTF_8)).contains("2026-07-10", "nobody waits", "\"before\"");
    }

    @Test
    void line_ends_are_the_same_on_every_machine() {
        assertThat(new String(JsonReport.write(SampleReport.oneOfEverything()), StandardCharsets.UTF_8))
                .doesNotContain("\r")
                .endsWith("}\n");
    }

    @Test
    void a_report_of_a_newer_version_is_refused() {
        byte[] newer = "{\"format\": \"incident-report\", \"version\": 99}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> JsonReport.read(newer))
                .hasMessage("it was written by a newer version of this plugin (format 99, this one reads up to 1)");
    }

    @Test
    void what_is_no_report_is_refused() {
        assertThatThrownBy(() -> JsonReport.read("{}".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("it is no report of this plugin");
    }
}
