package org.runincident.audit.report.sarif;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.Report.AcceptedEntry;
import org.runincident.audit.report.Report.AllowedEntry;
import org.runincident.audit.report.Report.FindingEntry;
import org.runincident.audit.report.Report.ModuleEntry;
import org.runincident.audit.report.Report.PlaceEntry;
import org.runincident.audit.report.Report.RuleEntry;
import org.runincident.audit.report.Report.StepEntry;

/** Writes a report as SARIF 2.1.0: one run, with the findings of all modules. */
public final class SarifReport {
    /**
     * Key of our fingerprint. Its version is that of the way fingerprints are made; the keys that servers compute
     * themselves are left to them.
     */
    static final String FINGERPRINT_KEY = "incidentFingerprint/v1";

    private static final String ROOT = "%SRCROOT%";
    private static final JsonMapper MAPPER = new JsonMapper();

    /** Which findings are written. */
    public enum Which {
        /** All, known ones marked as unchanged, suppressed ones with their reason. */
        ALL,
        /** Those the baseline does not hold. */
        NEW
    }

    private final Report report;
    private final Which which;
    private final Function<String, String> pages;

    private SarifReport(Report report, Which which, Function<String, String> pages) {
        this.report = report;
        this.which = which;
        this.pages = pages;
    }

    /**
     * The report as UTF-8 text.
     *
     * @param pages the page of a rule as Markdown; empty when it has none
     */
    public static byte[] write(Report report, Which which, Function<String, String> pages) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        try {
            Sarif.Log log =
                    new Sarif.Log(Sarif.SCHEMA, Sarif.VERSION, List.of(new SarifReport(report, which, pages).run()));
            return (MAPPER.writer(printer).writeValueAsString(log) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is always writable", e);
        }
    }

    private Sarif.Run run() {
        List<Sarif.Result> results = new ArrayList<>();
        for (ModuleEntry module : report.modules()) {
            results.addAll(which == Which.NEW ? fresh(module) : all(module));
        }
        Sarif.Driver driver = new Sarif.Driver(
                report.tool().name(),
                report.tool().version(),
                report.rules().stream().map(this::rule).toList());
        return new Sarif.Run(
                new Sarif.Tool(driver),
                new Sarif.AutomationDetails(automationId()),
                List.of(invocation()),
                Map.of(ROOT, new Sarif.ArtifactLocation(null, null, Sarif.Message.of("the audited root"))),
                "utf16CodeUnits",
                results);
    }

    private List<Sarif.Result> fresh(ModuleEntry module) {
        return module.findings().stream()
                .filter(finding -> finding.state().equals("new"))
                .map(finding -> result(finding, state(module, finding), List.of()))
                .toList();
    }

    private List<Sarif.Result> all(ModuleEntry module) {
        Map<String, AcceptedEntry> accepted = module.ratchet().accepted().stream()
                .collect(Collectors.toMap(AcceptedEntry::fingerprint, entry -> entry, (one, other) -> one));
        List<Sarif.Result> results = new ArrayList<>();
        for (FindingEntry finding : module.findings()) {
            AcceptedEntry because = accepted.get(finding.fingerprint());
            List<Sarif.Suppression> suppressions =
                    because == null ? List.of() : List.of(new Sarif.Suppression("external", because.because()));
            results.add(result(finding, state(module, finding), suppressions));
        }
        for (AllowedEntry allowed : module.allowed()) {
            results.add(result(allowed.finding(), null, List.of(new Sarif.Suppression("inSource", allowed.because()))));
        }
        return results;
    }

    /** Null where there is no baseline to compare with. */
    private static String state(ModuleEntry module, FindingEntry finding) {
        if (finding.state().equals("known")) {
            return "unchanged";
        }
        return module.ratchet().baseline().isEmpty() ? null : "new";
    }

    /** One id per module, so that a server keeps the results of modules that were uploaded apart. */
    private String automationId() {
        String module = report.modules().size() == 1 ? report.modules().get(0).directory() : "";
        return module.isEmpty() ? "incident/" : "incident/" + module + "/";
    }

    private Sarif.Invocation invocation() {
        List<Sarif.Notification> notes = report.summary().census().problems().stream()
                .map(problem -> new Sarif.Notification("note", Sarif.Message.of(problem)))
                .toList();
        return new Sarif.Invocation(true, notes);
    }

    private Sarif.ReportingDescriptor rule(RuleEntry rule) {
        String page = pages.apply(rule.id());
        return new Sarif.ReportingDescriptor(
                rule.id(),
                Sarif.Message.of(rule.summary()),
                Sarif.Message.of(rule.summary() + "."),
                page.isEmpty() ? null : new Sarif.Message(page, page),
                new Sarif.Configuration(!rule.thorough(), rule.severity()),
                new Sarif.Properties(List.of(rule.family())));
    }

    private Sarif.Result result(FindingEntry finding, String state, List<Sarif.Suppression> suppressions) {
        String text = finding.hint().isEmpty() ? finding.message() : finding.message() + " " + finding.hint();
        return new Sarif.Result(
                finding.rule(),
                IntStream.range(0, report.rules().size())
                        .filter(i -> report.rules().get(i).id().equals(finding.rule()))
                        .findFirst()
                        .orElse(-1),
                finding.severity(),
                Sarif.Message.of(text),
                List.of(location(finding.at(), finding.member(), null)),
                Map.of(FINGERPRINT_KEY, finding.fingerprint()),
                finding.path().size() < 2 ? List.of() : List.of(flow(finding.path())),
                state,
                suppressions);
    }

    private static Sarif.CodeFlow flow(List<StepEntry> path) {
        List<Sarif.ThreadFlowLocation> steps = path.stream()
                .map(step -> new Sarif.ThreadFlowLocation(location(step.at(), "", Sarif.Message.of(step.text()))))
                .toList();
        return new Sarif.CodeFlow(List.of(new Sarif.ThreadFlow(steps)));
    }

    private static Sarif.Location location(PlaceEntry at, String member, Sarif.Message message) {
        List<Sarif.LogicalLocation> logical =
                member.isEmpty() ? List.of() : List.of(new Sarif.LogicalLocation(member, "function"));
        Sarif.ArtifactLocation file = new Sarif.ArtifactLocation(uri(at.file()), ROOT, null);
        return new Sarif.Location(new Sarif.PhysicalLocation(file, region(at)), logical, message);
    }

    private static Sarif.Region region(PlaceEntry at) {
        if (at.line() == 0) {
            return null;
        }
        boolean columns = at.column() > 0;
        // SARIF's end column is the one behind the last character.
        return new Sarif.Region(
                at.line(),
                columns ? at.column() : null,
                Math.max(at.line(), at.endLine()),
                columns && at.endColumn() > 0 ? at.endColumn() + 1 : null);
    }

    private static String uri(String path) {
        try {
            return new URI(null, null, "/" + path, null)
                    .toASCIIString()
                    .substring(1)
                    .replace(":", "%3A");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a path with a leading slash is always a URI path", e);
        }
    }
}
