package org.runincident.audit.report.markdown;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.runincident.audit.report.Excerpt;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.Report.CoverageEntry;
import org.runincident.audit.report.Report.FindingEntry;
import org.runincident.audit.report.Report.PlaceEntry;
import org.runincident.audit.report.Report.RuleCount;
import org.runincident.audit.report.Suppression;
import org.runincident.audit.source.SourceLines;

/** Writes a report as Markdown: the verdict, reason coverage, and the first new findings with their paths. */
public final class MarkdownReport {
    private static final int IN_FULL = 3;
    private static final int IN_LINES = 20;
    private static final int MOST_ENTITIES = 10;

    /** A comment on GitHub holds 65,536 characters. */
    private static final int MOST_SUPPRESSIONS = 100;

    private static final List<String> SEVERITIES = List.of("error", "warning", "note");
    private static final List<String> FAMILIES = List.of("status", "exceptions", "variants", "house");

    private final Report report;
    private final SourceLines sources;
    private final StringBuilder out = new StringBuilder();

    private MarkdownReport(Report report, SourceLines sources) {
        this.report = report;
        this.sources = sources;
    }

    /** The report as UTF-8 text. */
    public static byte[] write(Report report, SourceLines sources) {
        MarkdownReport writer = new MarkdownReport(report, sources);
        writer.all();
        return writer.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void all() {
        List<FindingEntry> findings = report.modules().stream()
                .flatMap(module -> module.findings().stream())
                .filter(finding -> finding.state().equals("new"))
                .sorted(Comparator.comparingInt((FindingEntry finding) -> SEVERITIES.indexOf(finding.severity()))
                        .thenComparingInt(this::family))
                .toList();
        int known = report.summary().findings() - findings.size();
        int mended = report.modules().stream()
                .mapToInt(module -> module.ratchet().stale().size())
                .sum();
        line("## Incident Ratchet: " + (findings.isEmpty() ? "nothing new" : findings.size() + " new"));
        line("");
        line(findings.size() + " new, " + known + " known, " + mended + " mended" + coverage() + ".");
        line("");
        entities();
        findings.stream().limit(IN_FULL).forEach(this::full);
        List<FindingEntry> rest = findings.subList(Math.min(IN_FULL, findings.size()), findings.size());
        if (!rest.isEmpty()) {
            line("<details><summary>" + rest.size() + " more</summary>");
            line("");
            rest.stream()
                    .limit(IN_LINES)
                    .forEach(finding -> line("- **" + finding.rule() + "** " + code(place(finding.at())) + " "
                            + prose(finding.message())));
            if (rest.size() > IN_LINES) {
                line("- ... and " + (rest.size() - IN_LINES) + " others: " + byRule());
            }
            line("");
            line("</details>");
            line("");
        }
        suppressions();
    }

    private void suppressions() {
        List<Suppression> all = Suppression.of(report);
        if (all.isEmpty()) {
            return;
        }
        line("<details><summary>" + Suppression.counts(all) + "</summary>");
        line("");
        all.stream()
                .limit(MOST_SUPPRESSIONS)
                .forEach(s -> line("- **" + s.what() + "** " + code(place(s.at())) + " "
                        + s.how().words() + (s.on().isEmpty() ? "" : " on " + s.on()) + ": " + prose(s.because())));
        if (all.size() > MOST_SUPPRESSIONS) {
            line("- ... and " + (all.size() - MOST_SUPPRESSIONS) + " more, all in report.html");
        }
        line("");
        line("</details>");
    }

    private int family(FindingEntry finding) {
        return report.rules().stream()
                .filter(rule -> rule.id().equals(finding.rule()))
                .mapToInt(rule -> FAMILIES.indexOf(rule.family()))
                .findFirst()
                .orElse(FAMILIES.size());
    }

    private String coverage() {
        CoverageEntry all = report.summary().coverage();
        CoverageEntry before = report.before() == null ? all : report.before().coverage();
        return all.sites() == 0
                ? ""
                : ". Reason coverage " + change(before.structuredPercent(), all.structuredPercent())
                        + " % structured, " + change(before.textPercent(), all.textPercent()) + " % at least text, "
                        + all.silent() + " of " + all.sites()
                        + " failure sites silent";
    }

    private void entities() {
        List<CoverageEntry> rows = report.summary().entities();
        if (rows.isEmpty()) {
            return;
        }
        line("| Status | sites | structured | text | silent | undecided |");
        line("| --- | ---: | ---: | ---: | ---: | ---: |");
        rows.stream()
                .limit(MOST_ENTITIES)
                .forEach(row -> line("| " + code(row.entity()) + " | " + row.sites() + " | " + row.structured() + " | "
                        + row.text() + " | " + row.silent() + " | " + row.undecided() + " |"));
        if (rows.size() > MOST_ENTITIES) {
            line("| ... " + (rows.size() - MOST_ENTITIES) + " more | | | | | |");
        }
        line("");
    }

    private void full(FindingEntry finding) {
        line("### " + finding.rule() + " at " + code(place(finding.at())));
        line("");
        line(prose(finding.message()));
        line("");
        for (Excerpt.Section section : Excerpt.of(finding, sources).sections()) {
            // A fence that is longer than any in the source cannot be closed by it.
            String fence = fence(section);
            line(fence + "java");
            if (!section.file().equals(finding.at().file())) {
                line("// " + section.file());
            }
            for (Excerpt.Line source : section.lines()) {
                if (source.gap()) {
                    line("      ...");
                }
                line(String.format(Locale.ROOT, "%5d | ", source.number())
                        + source.before()
                        + source.marked()
                        + source.after());
                source.notes()
                        .forEach(
                                note -> line("        " + (note.step() > 0 ? note.step() + "> " : "^ ") + note.text()));
            }
            line(fence);
        }
        line("");
        if (!finding.hint().isEmpty()) {
            line("**Mend:** " + prose(finding.hint()));
            line("");
        }
    }

    private static String fence(Excerpt.Section section) {
        int longest = 2;
        for (Excerpt.Line line : section.lines()) {
            int run = 0;
            for (char c : (line.before() + line.marked() + line.after()).toCharArray()) {
                run = c == '`' ? run + 1 : 0;
                longest = Math.max(longest, run);
            }
        }
        return "`".repeat(longest + 1);
    }

    private String byRule() {
        List<String> counts = new ArrayList<>();
        for (RuleCount count : report.summary().byRule()) {
            counts.add(count.findings() + " " + count.rule());
        }
        return String.join(", ", counts);
    }

    private static String place(PlaceEntry at) {
        return at.line() == 0 ? at.file() : at.file() + ":" + at.line();
    }

    private static String code(String text) {
        return text.contains("`") ? "`` " + oneLine(text) + " ``" : "`" + oneLine(text) + "`";
    }

    /** Our own sentence with words of the source in it: what could be markup outside of backticks is taken as text. */
    private static String prose(String text) {
        StringBuilder safe = new StringBuilder();
        boolean code = false;
        for (char c : oneLine(text).toCharArray()) {
            if (c == '`') {
                code = !code;
            } else if (!code && "<>*_[]|\\#!".indexOf(c) >= 0) {
                safe.append('\\');
            }
            safe.append(c);
        }
        return safe.toString();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** {@code 83.1 % -> 83}: the unit of the second is left to the sentence. */
    private static String change(double before, double now) {
        return before == now ? number(now) : number(before) + " % \u2192 " + number(now);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((int) value) : String.valueOf(value);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
