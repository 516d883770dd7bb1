package org.runincident.audit.report.console;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.Report.FindingEntry;
import org.runincident.audit.report.Report.Summary;
import org.runincident.audit.source.SourceLines;
import org.runincident.rule.Severity;

/** What a build says of one module: a line when all is well, the findings that fail it otherwise. */
public final class CheckReport {
    /** Findings the build's last words name. */
    private static final int MOST_NAMED = 3;

    /** Digits of a fingerprint that are enough for a person. */
    private static final int SHORT = 8;

    private final Report report;
    private final ConsoleOptions options;
    private final FindingView view;
    private final List<FindingEntry> failing;

    /** @param fails whether a finding of that severity fails the build */
    public CheckReport(Report report, SourceLines sources, ConsoleOptions options, Predicate<Severity> fails) {
        this.report = report;
        this.options = options;
        this.view = new FindingView(sources, options.ansi(), options.width());
        this.failing = report.modules().stream()
                .flatMap(module -> module.findings().stream())
                .filter(finding -> finding.state().equals("new"))
                .filter(finding ->
                        fails.test(Severity.valueOf(finding.severity().toUpperCase(java.util.Locale.ROOT))))
                .toList();
    }

    public boolean fails() {
        return !failing.isEmpty();
    }

    /** How many findings fail the build. */
    public int failing() {
        return failing.size();
    }

    /** What is said in any case. */
    public List<String> summary() {
        Summary summary = report.summary();
        String coverage = summary.coverage().sites() == 0
                ? ""
                : "; reason coverage "
                        + FailurePathTable.change(
                                report.before() == null
                                        ? summary.coverage().structuredPercent()
                                        : report.before().coverage().structuredPercent(),
                                summary.coverage().structuredPercent());
        return Text.wrap(
                Text.count(summary.census().files(), "file") + "; " + findings()
                        + (summary.allowed() == 0 ? "" : ", " + summary.allowed() + " allowed in the source")
                        + coverage,
                options.width());
    }

    /** {@code findings: 1 new, 41 known, 2 mended}, or their number alone where there is no baseline. */
    private String findings() {
        boolean baseline = report.modules().stream()
                .anyMatch(module -> !module.ratchet().baseline().isEmpty());
        if (!baseline) {
            return Text.count(report.summary().findings(), "finding");
        }
        int fresh = 0;
        int known = 0;
        int stale = 0;
        for (Report.ModuleEntry module : report.modules()) {
            fresh += module.ratchet().fresh();
            known += module.ratchet().known();
            stale += module.ratchet().stale().size();
        }
        return "findings: " + fresh + " new, " + known + " known, " + stale + " mended";
    }

    /** The findings that fail the build. */
    public List<String> failures() {
        List<String> lines = new ArrayList<>();
        for (FindingEntry finding : failing.subList(0, Math.min(options.show(), failing.size()))) {
            lines.addAll(view.lines(finding));
            if (options.explainsInPlace()) {
                lines.add("  More: " + options.explain(finding.rule()));
            }
            if (hasBaseline(finding)) {
                lines.add("  Known to be fine?  " + options.command() + "accept -Dincident.finding="
                        + finding.fingerprint().substring(0, SHORT) + " -Dincident.because=\"...\"");
            }
            lines.add("");
        }
        List<FindingEntry> rest = failing.subList(Math.min(options.show(), failing.size()), failing.size());
        lines.addAll(new BriefFindings(report.rules(), options.ansi(), options.width()).lines(rest));
        if (!failing.isEmpty() && !options.explainsInPlace()) {
            lines.add("What a rule means, and how to mend it:");
            lines.add("  " + options.explain("<rule>"));
        }
        return lines;
    }

    private boolean hasBaseline(FindingEntry finding) {
        return report.modules().stream()
                .anyMatch(module -> !module.ratchet().baseline().isEmpty()
                        && module.findings().contains(finding));
    }

    /** One sentence for the end of the log: how many, the first of them, and where to read on. */
    public String verdict() {
        List<String> first = failing.stream()
                .limit(MOST_NAMED)
                .map(finding -> finding.rule() + " at "
                        + finding.at().file().substring(finding.at().file().lastIndexOf('/') + 1) + ":"
                        + Math.max(1, finding.at().line()))
                .toList();
        int others = failing.size() - first.size();
        return Text.count(failing.size(), "new finding") + ": " + String.join(", ", first)
                + (others == 0 ? "" : " and " + Text.count(others, "other")) + ". Report: " + options.reports()
                + "/report.html";
    }
}
