package org.runincident.audit.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.Report.FindingEntry;
import org.runincident.audit.report.SampleReport;
import org.runincident.audit.source.SourceLines;

class CheckReportTest {
    @TempDir
    Path root;

    private CheckReport check(Report report) {
        ConsoleOptions options =
                new ConsoleOptions(Ansi.OFF, 93, 10, "mvn incident:", Duration.ZERO, "target/incident", true);
        return new CheckReport(report, new SourceLines(root), options, severity -> true);
    }

    @Test
    void the_last_words_of_a_build_name_how_many_and_the_first() {
        List<FindingEntry> four = Collections.nCopies(4, SampleReport.silentFailure());

        assertThat(check(SampleReport.of(SampleReport.module("jobs", "", four, List.of())))
                        .verdict())
                .isEqualTo(
                        "4 new findings: FailureWithoutReason at Worker.java:4, FailureWithoutReason at Worker.java:4, "
                                + "FailureWithoutReason at Worker.java:4 and 1 other. Report: target/incident/report.html");
    }

    @Test
    void what_is_known_fails_nothing_and_is_counted() {
        CheckReport check = check(SampleReport.baselined());

        assertThat(check.failing()).isEqualTo(1);
        assertThat(check.verdict())
                .isEqualTo("1 new finding: FailureWithoutReason at Worker.java:4. Report: target/incident/report.html");
        assertThat(String.join(" ", check.summary())).contains("findings: 1 new, 1 known, 1 mended");
        assertThat(check.failures())
                .anySatisfy(line -> assertThat(line)
                        .contains("Known to be fine?  mvn incident:accept -Dincident.finding=01234567"));
    }

    @Test
    void coverage_stands_beside_what_it_was() {
        Report earlier = SampleReport.of(
                SampleReport.module("jobs", "", List.of(), List.of(SampleReport.site("Task", "silent"))));

        assertThat(String.join(
                        " ",
                        check(SampleReport.oneOfEverything().after(earlier)).summary()))
                .contains("reason coverage 0 % -> 33.3 %");
    }
}
