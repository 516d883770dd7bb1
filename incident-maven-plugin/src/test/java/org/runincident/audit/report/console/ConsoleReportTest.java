package org.runincident.audit.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.Report.CensusEntry;
import org.runincident.audit.report.Report.FindingEntry;
import org.runincident.audit.report.Report.ModuleEntry;
import org.runincident.audit.report.Report.RatchetEntry;
import org.runincident.audit.report.SampleReport;
import org.runincident.audit.report.Totals;
import org.runincident.audit.source.SourceLines;

class ConsoleReportTest {
    @TempDir
    Path root;

    @BeforeEach
    void write_the_source() throws IOException {
        write("""
                class Worker {
                    void run(Task task) {
                        if (task.isStale()) {
                            task.setStatus(FAILED);
                        }
                        store.save(task);
                        try {
                        } catch (Exception e) {
                        }
                    }
                }
                """);
    }

    private void write(String source) throws IOException {
        Path file = root.resolve(SampleReport.FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
    }

    private List<String> print(Report report, int width, int show, Ansi ansi) {
        List<String> lines = new ArrayList<>();
        ConsoleOptions options = new ConsoleOptions(
                ansi, width, show, "mvn incident:", Duration.ofMillis(1400), "target/incident", true);
        new ConsoleReport(report, new SourceLines(root), options, lines::add).print();
        return lines;
    }

    private String text(Report report) {
        return String.join("\n", print(report, 93, 10, Ansi.OFF));
    }

    @Test
    void the_table_of_failure_paths_comes_before_the_findings() {
        assertThat(text(SampleReport.oneOfEverything()))
                .containsSubsequence(
                        "Audited 3 files",
                        "FAILURE PATHS",
                        "Task.status  (Task.Status, 1 failed)",
                        "Reason coverage 33.3 % structured, 66.6 % at least text",
                        "2 findings",
                        "Worker.java:4:9  FailureWithoutReason");
    }

    @Test
    void a_path_is_drawn_on_its_source_with_numbered_steps() {
        assertThat(text(SampleReport.oneOfEverything()))
                .containsSubsequence(
                        "4 |     task.setStatus(FAILED);",
                        "1> status becomes FAILED on `task`",
                        "6 | store.save(task);",
                        "2> `task` leaves here",
                        "Mend: Set the reason before line 6.");
    }

    @Test
    void a_single_spot_is_underlined() {
        assertThat(text(SampleReport.oneOfEverything()))
                .containsSubsequence("8 | } catch (Exception e) {", "  ^^^^^^^^^^ never used");
    }

    @Test
    void no_line_of_ours_is_wider_than_the_terminal() {
        for (int width : new int[] {73, 93, 120}) {
            assertThat(print(SampleReport.oneOfEverything(), width, 10, Ansi.OFF))
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
        }
    }

    @Test
    void findings_beyond_the_shown_ones_are_counted_by_rule_with_the_first_of_each() {
        List<FindingEntry> findings = new ArrayList<>(Collections.nCopies(70, SampleReport.silentFailure()));
        findings.add(SampleReport.swallowed());
        Report report = SampleReport.of(SampleReport.module("jobs", "", findings, List.of()));

        List<String> lines = print(report, 133, 3, Ansi.OFF);

        assertThat(lines).filteredOn(line -> line.contains("Mend:")).hasSize(3);
        assertThat(String.join("\n", lines))
                .containsSubsequence(
                        "In short, 68 of them:",
                        "    67  FailureWithoutReason: a status becomes a failure and nothing says why",
                        "        Worker.java:4  This task becomes FAILED, and nothing says why.",
                        "        ... and 63 more",
                        "     1  SwallowedException: an exception is dropped silently",
                        "        Worker.java:8  `e` is dropped.",
                        "And the 3 that matter most:");
    }

    @Test
    void how_to_mend_is_said_again_where_another_mending_stands_between() {
        FindingEntry silent = SampleReport.silentFailure();
        FindingEntry other = new FindingEntry(
                silent.fingerprint(),
                silent.rule(),
                silent.severity(),
                silent.state(),
                silent.at(),
                silent.member(),
                silent.message(),
                "Call `fail(String)` instead.",
                silent.path());
        Report report = SampleReport.of(SampleReport.module("jobs", "", List.of(silent, other, silent), List.of()));

        assertThat(text(report)).doesNotContain("as above");
    }

    @Test
    void what_was_taken_for_a_failure_is_said_in_short() {
        assertThat(text(SampleReport.oneOfEverything()))
                .containsSubsequence(
                        "Taken for failures: FAILED of Task.Status; FAILED of Job.Status.",
                        "mvn incident:audit -Dincident.explainVocabulary");
    }

    @Test
    void of_many_types_three_are_named_and_the_rest_is_counted() {
        List<Report.SiteEntry> sites = new ArrayList<>();
        for (String entity : List.of("Job", "Order", "Run", "Step", "Task")) {
            sites.add(SampleReport.site(entity, "silent"));
        }
        Report report = SampleReport.of(SampleReport.module("jobs", "", List.of(), sites));

        assertThat(text(report).replaceAll("\\s+", " "))
                .contains(
                        "FAILED of Job.Status; FAILED of Order.Status; FAILED of Run.Status; and those of 2 other types.");
    }

    @Test
    void how_to_mend_is_said_once() {
        Report report = SampleReport.of(
                SampleReport.module("jobs", "", Collections.nCopies(2, SampleReport.silentFailure()), List.of()));

        assertThat(text(report))
                .containsOnlyOnce("Mend: Set the reason before line 6.")
                .contains("Mend: as above.");
    }

    @Test
    void a_page_is_pointed_at_once_per_rule() {
        Report report = SampleReport.of(
                SampleReport.module("jobs", "", Collections.nCopies(5, SampleReport.silentFailure()), List.of()));

        assertThat(print(report, 93, 5, Ansi.OFF))
                .filteredOn(line -> line.contains("mvn incident:explain -Dincident.rule=FailureWithoutReason"))
                .hasSize(1);
    }

    @Test
    void what_the_baseline_holds_is_a_count_with_its_trend() {
        assertThat(text(SampleReport.baselined()))
                .containsSubsequence(
                        "Against the baseline: 1 new, 1 known, 1 mended (mvn incident:tighten strikes out what was mended)",
                        "Baseline: \u2588\u2586\u2583  3 known findings on 2026-03-02, 1 on 2026-11-20",
                        "Worker.java:4:9  FailureWithoutReason",
                        "With a reason: 1 accepted in the baseline, 1 allowed in the source")
                .doesNotContain("Worker.java:8:11");
    }

    @Test
    void coverage_stands_beside_what_it_was() {
        Report earlier = SampleReport.of(
                SampleReport.module("jobs", "", List.of(), List.of(SampleReport.site("Task", "silent"))));

        assertThat(text(SampleReport.oneOfEverything().after(earlier)))
                .contains("Reason coverage 0 % -> 33.3 % structured, 0 % -> 66.6 % at least text");
    }

    @Test
    void control_characters_of_a_source_reach_no_terminal() throws IOException {
        write("a\n\n\ntask.setStatus(\"\u001b[2J\u202e\");\n\n\n\n\n");

        assertThat(text(SampleReport.oneOfEverything()))
                .doesNotContain("\u001b")
                .doesNotContain("\u202e")
                .contains("task.setStatus(\"?[2J?\");");
    }

    @Test
    void colour_is_there_only_when_asked_for() {
        assertThat(String.join("", print(SampleReport.oneOfEverything(), 93, 10, Ansi.ON)))
                .contains("\u001b[31m");
        assertThat(text(SampleReport.oneOfEverything())).doesNotContain("\u001b");
    }

    @Test
    void nothing_analysed_is_a_question() {
        ModuleEntry empty = new ModuleEntry(
                "jobs",
                "",
                new CensusEntry(0, 0, 0, 0, 0, 0, 0, List.of(), List.of()),
                Totals.coverage(List.of()),
                new RatchetEntry("", 0, 0, List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0);

        assertThat(text(SampleReport.of(empty))).contains("Is this the folder you meant?");
    }
}
