package org.runincident.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.runincident.audit.report.Report.ModuleEntry;
import org.runincident.audit.report.json.JsonReport;

class MergedReportTest {
    private final ModuleEntry a = SampleReport.module(
            "a", "a", List.of(SampleReport.silentFailure()), List.of(SampleReport.site("Task", "silent")));
    private final ModuleEntry b =
            SampleReport.module("b", "b", List.of(), List.of(SampleReport.site("Task", "structured")));

    @Test
    void what_two_machines_found_is_what_one_would_have_found_byte_for_byte() {
        Report merged = MergedReport.of(List.of(SampleReport.of(b), SampleReport.of(a)));

        assertThat(JsonReport.write(merged)).isEqualTo(JsonReport.write(SampleReport.of(a, b)));
    }

    @Test
    void a_module_that_comes_twice_counts_once() {
        Report merged = MergedReport.of(List.of(SampleReport.of(a), SampleReport.of(a, b)));

        assertThat(merged).isEqualTo(SampleReport.of(a, b));
    }
}
