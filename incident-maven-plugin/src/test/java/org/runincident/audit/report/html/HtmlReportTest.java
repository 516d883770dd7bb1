package org.runincident.audit.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.audit.report.BaselineTrend;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.Report.FindingEntry;
import org.runincident.audit.report.Report.StepEntry;
import org.runincident.audit.report.SampleReport;
import org.runincident.audit.source.SourceLines;

class HtmlReportTest {
    private static final String EVIL =
            "</script></noscript><script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg onload=alert(3)><!--row--><!--body-->";

    @TempDir
    Path root;

    private String html(Report report) {
        return new String(HtmlReport.write(report, new SourceLines(root)), StandardCharsets.UTF_8);
    }

    @Test
    void shows_coverage_findings_and_who_handles_what() {
        assertThat(html(SampleReport.oneOfEverything()))
                .contains("<h1>jobs</h1>")
                .contains("Reason coverage")
                .contains("id=\"f-0123456789abcdef\"")
                .contains("org.example.Status")
                .contains("the probe is best effort");
    }

    @Test
    void draws_the_path_on_the_source() throws IOException {
        Path file = root.resolve(SampleReport.FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "1\n2\n3\n        task.setStatus(FAILED);\n5\n        save(task);\n7\n8\n");

        assertThat(html(SampleReport.oneOfEverything()))
                .contains("<mark>task.setSt</mark>atus(FAILED);")
                .contains("<b>1</b> status becomes FAILED on <code>task</code>");
    }

    @Test
    void nothing_of_an_audited_project_becomes_markup() throws IOException {
        Path file = root.resolve(SampleReport.FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "1\n2\n3\n" + EVIL + "\n5\n" + EVIL + "\n");
        FindingEntry finding = new FindingEntry(
                EVIL,
                EVIL,
                "error",
                "new",
                SampleReport.at(4, 9),
                EVIL,
                EVIL,
                EVIL,
                List.of(new StepEntry(SampleReport.at(4, 2), EVIL), new StepEntry(SampleReport.at(6, 2), EVIL)));

        String html = html(SampleReport.of(
                SampleReport.module(EVIL, EVIL, List.of(finding), List.of(SampleReport.site(EVIL, "silent")))));

        String markup = html.substring(0, html.lastIndexOf("<script>"));
        assertThat(markup).doesNotContain("<script>").doesNotContain("<img").doesNotContain("<svg onload");
        assertThat(markup.split("</noscript>")).hasSameSizeAs(markup.split("<noscript"));
        // One mark before the rows of each list, one after each row; a body lies between two.
        assertThat(markup.split("<!--row-->")).hasSize(1 + 4 + 4);
        assertThat(markup.split("<!--body-->")).hasSize(1 + 2 + 2);
    }

    @Test
    void the_trend_of_the_baseline_is_a_chart_that_can_be_read_aloud() {
        assertThat(html(SampleReport.baselined()))
                .contains("aria-label=\"3 known findings on 2026-03-02, 1 on 2026-11-20\"")
                .contains("nobody waits for it");
        assertThat(html(SampleReport.oneOfEverything())).doesNotContain("<figure");
    }

    @Test
    void the_chart_is_level_between_changes_and_falls_on_their_days() {
        TrendChart chart = new TrendChart(BaselineTrend.of(SampleReport.baselined()));

        assertThat(chart.line()).isEqualTo("M0.0 4.0H316.3V42.7H640.0V81.3");
    }

    @Test
    void coverage_stands_beside_what_it_was() {
        Report earlier = SampleReport.of(
                SampleReport.module("jobs", "", List.of(), List.of(SampleReport.site("Task", "silent"))));

        assertThat(html(SampleReport.oneOfEverything().after(earlier))).contains("+33.3");
    }

    @Test
    void the_page_loads_nothing_and_lets_only_its_own_script_run() {
        String html = html(SampleReport.oneOfEverything());

        assertThat(html)
                .contains("default-src 'none'")
                .contains("script-src 'sha256-")
                .doesNotContain("http://")
                .doesNotContain("https://");
        assertThat(html).doesNotContainPattern("<[^>]+\\son[a-z]+=").doesNotContainPattern("<[^>]+\\sstyle=");
    }

    @Test
    void the_policy_names_the_very_script_that_stands_there() {
        String html = html(SampleReport.oneOfEverything());
        String script =
                html.substring(html.lastIndexOf("<script>") + "<script>".length(), html.lastIndexOf("</script>"));
        String style = html.substring(html.indexOf("<style>") + "<style>".length(), html.indexOf("</style>"));

        assertThat(html.replace("&#43;", "+").replace("&#61;", "="))
                .contains(new Asset(script).hash())
                .contains(new Asset(style).hash());
    }
}
