package org.runincident.audit.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.SampleReport;
import org.runincident.audit.source.SourceLines;

class MarkdownReportTest {
    @TempDir
    Path root;

    private String markdown(Report report) {
        return new String(MarkdownReport.write(report, new SourceLines(root)), StandardCharsets.UTF_8);
    }

    @Test
    void failure_paths_come_before_exceptions_of_the_same_severity() {
        Report report = SampleReport.of(SampleReport.module(
                "jobs", "", List.of(SampleReport.swallowed(), SampleReport.silentFailure()), List.of()));

        assertThat(markdown(report))
                .containsSubsequence("2 new, 0 known", "### FailureWithoutReason", "### SwallowedException");
    }

    @Test
    void a_fence_is_longer_than_any_in_the_source() throws IOException {
        Path file = root.resolve(SampleReport.FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "1\n2\n3\n// ```` <b>\n5\n6\n7\n8\n");

        assertThat(markdown(SampleReport.oneOfEverything())).contains("`````java\n");
    }

    @Test
    void every_suppression_stands_there_with_its_rationale() {
        assertThat(markdown(SampleReport.baselined()))
                .containsSubsequence(
                        "1 new, 1 known, 1 mended",
                        "<details><summary>1 accepted in the baseline, 1 allowed in the source</summary>",
                        "accepted in the baseline on 2026-11-20: nobody waits for it",
                        "allowed in the source: the probe is best effort");
    }

    @Test
    void coverage_stands_beside_what_it_was() {
        Report earlier = SampleReport.of(
                SampleReport.module("jobs", "", List.of(), List.of(SampleReport.site("Task", "silent"))));

        assertThat(markdown(SampleReport.oneOfEverything().after(earlier)))
                .contains("Reason coverage 0 % \u2192 33.3 % structured, 0 % \u2192 66.6 % at least text");
    }
}
