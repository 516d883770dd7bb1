package org.runincident.it.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.Report.AllowedEntry;
import org.runincident.audit.report.Report.CensusEntry;
import org.runincident.audit.report.Report.ConsumerEntry;
import org.runincident.audit.report.Report.FindingEntry;
import org.runincident.audit.report.Report.HandledEntry;
import org.runincident.audit.report.Report.HandlerEntry;
import org.runincident.audit.report.Report.ModuleEntry;
import org.runincident.audit.report.Report.PlaceEntry;
import org.runincident.audit.report.Report.RatchetEntry;
import org.runincident.audit.report.Report.RuleEntry;
import org.runincident.audit.report.Report.SiteEntry;
import org.runincident.audit.report.Report.StepEntry;
import org.runincident.audit.report.Totals;
import org.runincident.audit.report.html.HtmlReport;
import org.runincident.audit.source.SourceLines;
import org.runincident.rule.Rule;
import org.runincident.rule.Rules;

/** A report over made-up sources, as large as is wanted; all text of the sources goes through {@link #word}. */
final class MadeUpReport {
    private static final int FINDINGS_PER_FILE = 10;
    private static final int LINES_PER_FINDING = 20;
    private static final List<String> RULES = List.of(
            "FailureWithoutReason", "SwallowedException", "UnhandledVariant", "LostCause", "MessageOnlyException");
    private static final List<String> LEVELS = List.of("silent", "text", "structured", "undecided");

    private final Path folder;
    private final int findings;
    private final String word;

    /**
     * @param folder where sources and page are written to
     * @param word stands in every name, message and source line
     */
    MadeUpReport(Path folder, int findings, String word) {
        this.folder = folder;
        this.findings = findings;
        this.word = word;
    }

    /** Writes the page. */
    Path html() throws IOException {
        sources();
        Path page = folder.resolve("report.html");
        Files.write(page, HtmlReport.write(report(), new SourceLines(folder)));
        return page;
    }

    private Report report() {
        List<ModuleEntry> modules = List.of(module("orders", 0), module("payments", 1));
        List<RuleEntry> rules =
                Rules.all().list().stream().map(MadeUpReport::rule).toList();
        return new Report(
                Report.FORMAT,
                Report.VERSION,
                new Report.Tool("Incident Ratchet", "1.2.3"),
                Totals.of(modules),
                rules,
                modules);
    }

    private static RuleEntry rule(Rule rule) {
        return new RuleEntry(
                rule.id(),
                rule.info().family().name().toLowerCase(Locale.ROOT),
                rule.info().severity().name().toLowerCase(Locale.ROOT),
                rule.info().thorough(),
                rule.info().summary());
    }

    private ModuleEntry module(String name, int number) {
        List<Integer> mine = IntStream.range(0, findings)
                .filter(i -> i * 2 / findings == number)
                .boxed()
                .toList();
        List<SiteEntry> sites = mine.stream().map(this::site).toList();
        List<FindingEntry> found = mine.stream().map(this::finding).toList();
        int known = (int) found.stream().filter(f -> f.state().equals("known")).count();
        return new ModuleEntry(
                name + word,
                name,
                new CensusEntry(
                        mine.size(), mine.size(), 0, 0, 0, 10 * mine.size(), 9, List.of("Missing" + word), List.of()),
                Totals.coverage(sites),
                new RatchetEntry(name + "/incident-baseline.json", found.size() - known, known, List.of()),
                found,
                List.of(new AllowedEntry(finding(0), "the probe is best effort " + word)),
                sites,
                mine.stream().map(this::handler).toList(),
                List.of(),
                mine.stream().filter(i -> i % 10 == 0).map(this::consumer).toList(),
                1);
    }

    private FindingEntry finding(int i) {
        String rule = RULES.get(i % RULES.size());
        return new FindingEntry(
                fingerprint(i),
                rule,
                rule.startsWith("Message") ? "warning" : "error",
                i % 4 == 3 ? "known" : "new",
                at(i, 7),
                "org.example.Worker" + i + "#run(Task)",
                "This task number " + i + " becomes `FAILED`, and nothing says why. " + word,
                "Set the reason before line 6. " + word,
                steps(i));
    }

    static String fingerprint(int i) {
        return String.format(Locale.ROOT, "%016x", 0x9e3779b97f4a7c15L * (i + 1));
    }

    private List<StepEntry> steps(int i) {
        return List.of(
                new StepEntry(at(i, 4), "`problem` is at hand " + word),
                new StepEntry(at(i, 7), "status becomes FAILED on `task` " + word),
                new StepEntry(at(i, 11), "`task` leaves here " + word));
    }

    private SiteEntry site(int i) {
        return new SiteEntry(
                at(i, 7),
                "org.example.Worker" + i + "#run(Task)",
                "Task" + i % 30 + word,
                "status",
                "Status" + word,
                List.of("FAILED" + word),
                "setter",
                "failure",
                "task",
                LEVELS.get(i % LEVELS.size()),
                i % 4 == 1 ? "the \"disk\" is full " + word : "",
                "",
                "setReason",
                steps(i));
    }

    private HandlerEntry handler(int i) {
        return new HandlerEntry(
                at(i, 9),
                "org.example.Worker" + i + "#run(Task)",
                List.of("java.lang.Exception" + word),
                true,
                i % 2 == 0 ? "dropped" : "logged",
                i % 2 == 0 ? word : "",
                "",
                "");
    }

    private ConsumerEntry consumer(int i) {
        return new ConsumerEntry(
                at(i, 12),
                "org.example.Worker" + i + "#show()",
                "switch_statement",
                "org.example.Outcome" + i % 20 + word,
                List.of(new HandledEntry("DONE" + word, "works")),
                List.of("FAILED" + word, "STUCK"),
                "nothing",
                i % 3 == 0,
                "");
    }

    private String file(int i) {
        return (i * 2 / findings == 0 ? "orders" : "payments") + "/src/main/java/org/example/Worker"
                + i / FINDINGS_PER_FILE + ".java";
    }

    private PlaceEntry at(int i, int line) {
        int first = i % FINDINGS_PER_FILE * LINES_PER_FINDING;
        return new PlaceEntry(file(i), first + line, 9, first + line, 22);
    }

    private void sources() throws IOException {
        for (int i = 0; i < findings; i += FINDINGS_PER_FILE) {
            List<String> lines = new ArrayList<>();
            for (int line = 1; line <= FINDINGS_PER_FILE * LINES_PER_FINDING; line++) {
                lines.add("        task.setStatus(Status.FAILED); // line " + line + " of many " + word);
            }
            for (String file : List.of(file(i), file(Math.min(findings - 1, i + FINDINGS_PER_FILE - 1)))) {
                Path source = folder.resolve(file);
                Files.createDirectories(source.getParent());
                Files.write(source, lines);
            }
        }
    }
}
