package org.runincident.audit.report.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.runincident.audit.ratchet.Trend;
import org.runincident.audit.report.BaselineTrend;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.Report.CensusEntry;
import org.runincident.audit.report.Report.FindingEntry;
import org.runincident.audit.report.Report.ModuleEntry;
import org.runincident.audit.report.Report.RuleCount;
import org.runincident.audit.report.Report.Summary;
import org.runincident.audit.report.Suppression;
import org.runincident.audit.source.SourceLines;

/** The report in a terminal: census, failure paths, counts, findings, and what to do next. */
public final class ConsoleReport {
    private static final int MOST_PROBLEMS = 5;
    private static final int MOST_BARS = 40;

    private static final List<String> FAMILIES = List.of("status", "exceptions", "variants", "house");
    private static final List<String> SEVERITIES = List.of("error", "warning", "note");

    private final Report report;
    private final ConsoleOptions options;
    private final Ansi ansi;
    private final FindingView view;
    private final Consumer<String> out;

    /** @param out takes one line at a time, without its end */
    public ConsoleReport(Report report, SourceLines sources, ConsoleOptions options, Consumer<String> out) {
        this.report = report;
        this.options = options;
        this.ansi = options.ansi();
        this.view = new FindingView(sources, ansi, options.width());
        this.out = out;
    }

    public void print() {
        Summary summary = report.summary();
        census(summary.census());
        if (summary.census().files() == 0) {
            nothingFound();
            return;
        }
        out.accept("");
        failurePaths(summary);
        out.accept("");
        counts(summary);
        against();
        findings();
        footer(summary);
    }

    private boolean hasBaseline() {
        return report.modules().stream()
                .anyMatch(module -> !module.ratchet().baseline().isEmpty());
    }

    /** How the findings stand against the baseline, and how that has grown or shrunk. */
    private void against() {
        if (!hasBaseline()) {
            return;
        }
        int fresh = 0;
        int known = 0;
        int mended = 0;
        for (ModuleEntry module : report.modules()) {
            fresh += module.ratchet().fresh();
            known += module.ratchet().known();
            mended += module.ratchet().stale().size();
        }
        String news = fresh == 0 ? "0 new" : ansi.bold(fresh + " new");
        String strike = mended == 0 ? "" : " (" + options.command() + "tighten strikes out what was mended)";
        out.accept("Against the baseline: " + news + ", " + known + " known, " + mended + " mended" + strike);
        Trend trend = BaselineTrend.of(report);
        if (trend.points().size() > 1) {
            String bars = options.bars() ? trend.sparkline(MOST_BARS) + "  " : "";
            out.accept("Baseline: " + bars + BaselineTrend.inWords(trend));
        }
    }

    private void census(CensusEntry census) {
        String parts = census.parsed() + " parsed, " + census.filtered()
                + (census.filtered() == 1 ? " holds" : " hold") + " nothing that matters"
                + (census.excluded() == 0 ? "" : ", " + census.excluded() + " excluded");
        String looked = "Audited " + Text.count(census.files(), "file") + " (" + parts + ")" + elapsed();
        String blind = census.unreadable() + " unreadable, "
                + Text.count(census.unknownTypes().size(), "type") + " unknown";
        if (looked.length() + 2 + blind.length() <= options.width()) {
            out.accept(looked + "; " + blind);
        } else {
            wrapped(looked);
            wrapped(blind);
        }
        census.problems().stream().limit(MOST_PROBLEMS).forEach(problem -> wrapped("  note: " + problem));
        if (census.problems().size() > MOST_PROBLEMS) {
            out.accept("  ... and " + (census.problems().size() - MOST_PROBLEMS) + " more, all in report.json");
        }
    }

    private String elapsed() {
        return options.elapsed().isZero()
                ? ""
                : String.format(Locale.ROOT, " in %.1f s", options.elapsed().toMillis() / 1000.0);
    }

    private void nothingFound() {
        out.accept("");
        wrapped("No Java source was found, so nothing was audited. Is this the folder you meant?");
        wrapped("Sources are looked for where the POM says, by default in src/main/java of every module; "
                + "tests are left out unless -Dincident.includeTests is given, and generated sources always are.");
    }

    private void failurePaths(Summary summary) {
        if (summary.coverage().sites() == 0) {
            wrapped("No status that can fail was found in these files, so there is no failure path to show.");
            wrapped("If a status has a name of its own here, teach it in incident.json (vocabulary); "
                    + "a project whose failures are exceptions only has none.");
            return;
        }
        new FailurePathTable(summary, report.before(), ansi, options.width())
                .lines()
                .forEach(out);
        new VocabularyInShort(report)
                .sentences()
                .forEach(sentence -> Text.wrap(Text.harmless(sentence), options.width() - 2)
                        .forEach(line -> out.accept("  " + line)));
    }

    private void counts(Summary summary) {
        if (summary.findings() == 0) {
            out.accept(ansi.green("No findings."));
            return;
        }
        Map<String, String> families = new HashMap<>();
        report.rules().forEach(rule -> families.put(rule.id(), rule.family()));
        Map<String, Integer> byFamily = new HashMap<>();
        for (RuleCount count : summary.byRule()) {
            byFamily.merge(families.getOrDefault(count.rule(), "house"), count.findings(), Integer::sum);
        }
        List<String> parts = new ArrayList<>();
        Map<String, String> names = Map.of(
                "status", "on failure paths",
                "exceptions", "on exceptions",
                "variants", "on variants",
                "house", "on house rules");
        for (String family : FAMILIES) {
            if (byFamily.containsKey(family)) {
                parts.add(byFamily.get(family) + " " + names.get(family));
            }
        }
        wrapped(Text.count(summary.findings(), "finding") + " (" + Text.count(summary.errors(), "error") + ", "
                + Text.count(summary.warnings(), "warning") + "): " + String.join(", ", parts));
    }

    /** Those of the baseline are a count; of the others the most important come last, where the eye is when the log stops. */
    private void findings() {
        List<FindingEntry> findings = new ArrayList<>();
        report.modules()
                .forEach(module -> module.findings().stream()
                        .filter(finding -> finding.state().equals("new"))
                        .forEach(findings::add));
        findings.sort(importance());
        List<FindingEntry> full = findings.subList(0, Math.min(options.show(), findings.size()));
        List<FindingEntry> rest = findings.subList(full.size(), findings.size());
        if (!rest.isEmpty()) {
            out.accept("");
            if (!full.isEmpty()) {
                out.accept(ansi.bold("In short, " + rest.size() + " of them:"));
            }
            new BriefFindings(report.rules(), ansi, options.width()).lines(rest).forEach(out);
            if (!full.isEmpty()) {
                out.accept("");
                out.accept(ansi.bold("And the " + full.size() + " that matter most:"));
            }
        }
        Set<String> explained = new HashSet<>();
        full.forEach(finding -> {
            out.accept("");
            view.lines(finding).forEach(out);
            if (options.explainsInPlace() && explained.add(finding.rule())) {
                out.accept("  More: " + options.explain(finding.rule()));
            }
        });
    }

    private Comparator<FindingEntry> importance() {
        Map<String, String> families = new HashMap<>();
        report.rules().forEach(rule -> families.put(rule.id(), rule.family()));
        return Comparator.<FindingEntry>comparingInt(finding -> SEVERITIES.indexOf(finding.severity()))
                .thenComparingInt(finding -> FAMILIES.indexOf(families.getOrDefault(finding.rule(), "house")));
    }

    private void footer(Summary summary) {
        out.accept("");
        String all = summary.findings() == 0 ? "Inventory" : "All " + Text.count(summary.findings(), "finding");
        wrapped(all + ": " + options.reports()
                + "/report.html (paths drawn on the source), report.md, report.sarif, report.json");
        String suppressions = Suppression.counts(Suppression.of(report));
        if (!suppressions.isEmpty()) {
            wrapped("With a reason: " + suppressions);
        }
        if (summary.findings() > 0 && !hasBaseline()) {
            next("Nothing is baselined yet. To let only new findings fail the build:", options.command() + "baseline");
        }
        if (summary.findings() > 0 && !options.explainsInPlace()) {
            next("What a rule means, and how to mend it:", options.explain("<rule>"));
        }
        if (summary.coverage().sites() > 0) {
            next(
                    "What was taken for a status, a failure and a reason, and why:",
                    options.command() + "audit -Dincident.explainVocabulary");
        }
    }

    /** A command stands whole on one line, so that it can be copied. */
    private void next(String why, String command) {
        if (why.length() + 2 + command.length() <= options.width()) {
            out.accept(why + "  " + command);
        } else {
            out.accept(why);
            out.accept("  " + command);
        }
    }

    private void wrapped(String text) {
        Text.wrap(Text.harmless(text), options.width()).forEach(out);
    }
}
