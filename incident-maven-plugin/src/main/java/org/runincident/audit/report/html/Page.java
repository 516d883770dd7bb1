package org.runincident.audit.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.runincident.audit.report.BaselineTrend;
import org.runincident.audit.report.Excerpt;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.Report.ConsumerEntry;
import org.runincident.audit.report.Report.CoverageEntry;
import org.runincident.audit.report.Report.FindingEntry;
import org.runincident.audit.report.Report.HandledEntry;
import org.runincident.audit.report.Report.HandlerEntry;
import org.runincident.audit.report.Report.ModuleEntry;
import org.runincident.audit.report.Report.PlaceEntry;
import org.runincident.audit.report.Report.RuleEntry;
import org.runincident.audit.report.Report.SiteEntry;
import org.runincident.audit.report.Report.StaleEntry;
import org.runincident.audit.report.Report.Summary;
import org.runincident.audit.report.Suppression;
import org.runincident.audit.source.SourceLines;
import org.runincident.rule.RulePages;

/** What the templates show, in the order they show it. */
public final class Page {
    private static final List<String> SEVERITIES = List.of("error", "warning", "note");
    private static final List<String> LEVELS = List.of("silent", "undecided", "text", "structured");

    private final Report report;
    private final SourceLines sources;
    private final Asset style;
    private final Asset script;
    private final Map<String, RuleEntry> rules = new HashMap<>();

    Page(Report report, SourceLines sources, Asset style, Asset script) {
        this.report = report;
        this.sources = sources;
        this.style = style;
        this.script = script;
        report.rules().forEach(rule -> rules.put(rule.id(), rule));
    }

    public Asset style() {
        return style;
    }

    public Asset script() {
        return script;
    }

    public Summary summary() {
        return report.summary();
    }

    public Report.Tool tool() {
        return report.tool();
    }

    public List<ModuleEntry> modules() {
        return report.modules();
    }

    /** The module's name where there is one, else how many there are. */
    public String title() {
        return report.modules().size() == 1
                ? report.modules().get(0).name()
                : report.modules().size() + " modules";
    }

    /** One sentence a person in a hurry can stop after. */
    public String verdict() {
        int silent = summary().coverage().silent();
        if (summary().findings() == 0) {
            return summary().census().files() == 0 ? "No Java source was found." : "No findings.";
        }
        String sites = summary().coverage().sites() == 0
                ? ""
                : count(silent, "failure") + (silent == 1 ? " says" : " say") + " nothing about why. ";
        int fresh = fresh();
        String against = fresh == summary().findings() ? "" : ", " + fresh + " of them new";
        return sites + count(summary().findings(), "finding") + against + ".";
    }

    public int fresh() {
        return (int) report.modules().stream()
                .flatMap(module -> module.findings().stream())
                .filter(finding -> finding.state().equals("new"))
                .count();
    }

    public boolean hasBaseline() {
        return report.modules().stream()
                .anyMatch(module -> !module.ratchet().baseline().isEmpty());
    }

    public static String count(int number, String noun) {
        return number + " " + (number == 1 ? noun : noun + "s");
    }

    public static String percent(double value) {
        return value == Math.rint(value) ? String.valueOf((int) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    /** A finding with what the page needs to show it. */
    public record FindingView(FindingEntry finding, String module, RuleEntry rule, Excerpt excerpt) {
        public String anchor() {
            return "f-" + finding.fingerprint();
        }

        /** What sorting by file sorts by. */
        public String place() {
            return finding.at().file() + ":" + finding.at().line();
        }
    }

    /** The most severe first, status before exceptions before variants. */
    public List<FindingView> findings() {
        List<FindingView> views = new ArrayList<>();
        for (ModuleEntry module : report.modules()) {
            for (FindingEntry finding : module.findings()) {
                RuleEntry rule = rules.getOrDefault(
                        finding.rule(), new RuleEntry(finding.rule(), "house", finding.severity(), false, ""));
                views.add(new FindingView(finding, module.name(), rule, Excerpt.of(finding, sources)));
            }
        }
        views.sort(Comparator.comparing(
                        (FindingView view) -> !view.finding().state().equals("new"))
                .thenComparingInt(view -> SEVERITIES.indexOf(view.finding().severity()))
                .thenComparingInt(view -> family(view.rule())));
        return views;
    }

    private static int family(RuleEntry rule) {
        return List.of("status", "exceptions", "variants", "house").indexOf(rule.family());
    }

    private String family(String rule) {
        return rules.containsKey(rule) ? rules.get(rule).family() : "";
    }

    /**
     * A site with what the page needs to show it.
     *
     * @param anchor unique on the page
     * @param rule of the finding that stands there; empty without one
     * @param state of that finding
     * @param finding its anchor
     * @param excerpt empty where the finding shows the same
     */
    public record SiteView(
            SiteEntry site, String module, String anchor, String rule, String state, String finding, Excerpt excerpt) {}

    public boolean hasSilentSites() {
        return summary().coverage().silent() + summary().requested().silent() > 0;
    }

    /** Silent ones first. */
    public List<SiteView> sites() {
        List<SiteView> views = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (ModuleEntry module : report.modules()) {
            Map<Object, FindingEntry> there = new HashMap<>();
            for (FindingEntry finding : module.findings()) {
                if (family(finding.rule()).equals("status")) {
                    there.putIfAbsent(finding.at(), finding);
                    there.putIfAbsent(finding.path(), finding);
                }
            }
            for (SiteEntry site : module.statusSites()) {
                String place = "s-" + site.at().file() + ":" + site.at().line() + ":"
                        + site.at().column();
                int nth = places.merge(place, 1, Integer::sum);
                FindingEntry finding = site.level().equals("structured")
                        ? null
                        : there.getOrDefault(site.at(), there.get(site.path()));
                views.add(view(site, module.name(), nth == 1 ? place : place + "~" + nth, finding));
            }
        }
        views.sort(Comparator.comparingInt(view -> LEVELS.indexOf(view.site().level())));
        return views;
    }

    private SiteView view(SiteEntry site, String module, String anchor, FindingEntry finding) {
        if (finding == null) {
            return new SiteView(site, module, anchor, "", "", "", Excerpt.of(site.path(), sources));
        }
        boolean same = finding.path().equals(site.path());
        return new SiteView(
                site,
                module,
                anchor,
                finding.rule(),
                finding.state(),
                "f-" + finding.fingerprint(),
                same ? new Excerpt(List.of()) : Excerpt.of(site.path(), sources));
    }

    /** Rules that a site can have been reported by, of those that found something. */
    public List<String> siteRules() {
        return summary().byRule().stream()
                .map(Report.RuleCount::rule)
                .filter(rule -> family(rule).equals("status"))
                .toList();
    }

    /** Width of a bar's part, of 100. */
    public static double share(int part, CoverageEntry row) {
        return row.sites() == 0 ? 0 : Math.round(1000.0 * part / row.sites()) / 10.0;
    }

    /** An outcome with its consumers: variants across, consumers down. */
    public record Matrix(String outcome, List<String> variants, List<Row> rows) {
        /** A consumer; its cells are in the order of the variants. */
        public record Row(ConsumerEntry consumer, List<String> cells) {}

        /** How many variants consumers leave out, all together. */
        public long missing() {
            return rows.stream()
                    .flatMap(row -> row.cells().stream())
                    .filter("missing"::equals)
                    .count();
        }
    }

    /** Those with most variants left out come first. */
    public List<Matrix> matrices() {
        Map<String, List<ConsumerEntry>> byOutcome = new TreeMap<>();
        for (ModuleEntry module : report.modules()) {
            for (ConsumerEntry consumer : module.consumers()) {
                byOutcome
                        .computeIfAbsent(consumer.outcome(), outcome -> new ArrayList<>())
                        .add(consumer);
            }
        }
        List<Matrix> matrices = new ArrayList<>();
        byOutcome.forEach((outcome, consumers) -> {
            Set<String> variants = new LinkedHashSet<>();
            for (ConsumerEntry consumer : consumers) {
                consumer.named().forEach(handled -> variants.add(handled.variant()));
                variants.addAll(consumer.missing());
            }
            List<String> order = List.copyOf(variants);
            matrices.add(new Matrix(
                    outcome,
                    order,
                    consumers.stream()
                            .map(consumer -> new Matrix.Row(consumer, cells(consumer, order)))
                            .toList()));
        });
        matrices.sort(Comparator.comparingLong(Matrix::missing).reversed());
        return matrices;
    }

    private static List<String> cells(ConsumerEntry consumer, List<String> variants) {
        Map<String, String> named = new HashMap<>();
        for (HandledEntry handled : consumer.named()) {
            named.put(handled.variant(), "handled");
        }
        String rest = consumer.restIsExplicit() ? "default" : "missing";
        return variants.stream()
                .map(variant -> named.getOrDefault(variant, consumer.missing().contains(variant) ? rest : ""))
                .toList();
    }

    public List<Suppression> suppressions() {
        return Suppression.of(report);
    }

    public String suppressionCounts() {
        return Suppression.counts(suppressions());
    }

    public TrendChart trend() {
        return new TrendChart(BaselineTrend.of(report));
    }

    /** Change of reason coverage since the report before, signed, in points; empty where none was given. */
    public String change() {
        if (report.before() == null) {
            return "";
        }
        double points = summary().coverage().structuredPercent()
                - report.before().coverage().structuredPercent();
        double rounded = Math.round(points * 10) / 10.0;
        return rounded == 0 ? "\u00b10" : (rounded > 0 ? "+" : "\u2212") + percent(Math.abs(rounded));
    }

    public List<StaleEntry> stale() {
        return report.modules().stream()
                .flatMap(module -> module.ratchet().stale().stream())
                .toList();
    }

    /** A handler with the short names of what it catches. */
    public record HandlerView(HandlerEntry handler) {
        public String caught() {
            return String.join(
                    " | ",
                    handler.caught().stream()
                            .map(type -> type.substring(type.lastIndexOf('.') + 1))
                            .toList());
        }
    }

    public List<HandlerView> handlers() {
        return report.modules().stream()
                .flatMap(module -> module.handlers().stream())
                .map(HandlerView::new)
                .toList();
    }

    /** How many handlers there are of each fate. */
    public Map<String, Integer> fates() {
        Map<String, Integer> counts = new TreeMap<>();
        for (ModuleEntry module : report.modules()) {
            module.handlers().forEach(handler -> counts.merge(handler.fate(), 1, Integer::sum));
        }
        return counts;
    }

    /** A rule with its page, as HTML. */
    public record RulePage(RuleEntry rule, String html) {}

    /** Pages of the rules that found something. */
    public List<RulePage> pages() {
        Map<String, RulePage> pages = new LinkedHashMap<>();
        for (Report.RuleCount count : summary().byRule()) {
            RuleEntry rule = rules.get(count.rule());
            String markdown = RulePages.of(count.rule());
            if (rule != null && !markdown.isEmpty()) {
                pages.put(rule.id(), new RulePage(rule, Markdown.html(markdown)));
            }
        }
        return List.copyOf(pages.values());
    }

    /** A piece of a sentence: words, or what stood in backticks. */
    public record Piece(boolean code, String text) {}

    /** A sentence with its code told apart. */
    public static List<Piece> pieces(String sentence) {
        List<Piece> pieces = new ArrayList<>();
        String[] parts = sentence.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            // A lone backtick opens nothing.
            boolean code = i % 2 == 1 && i < parts.length - 1;
            if (!parts[i].isEmpty()) {
                pieces.add(new Piece(code, parts[i]));
            }
        }
        return pieces;
    }

    /** {@code Worker.java:12}. */
    public static String fileName(PlaceEntry at) {
        String name = at.file().substring(at.file().lastIndexOf('/') + 1);
        return at.line() == 0 ? name : name + ":" + at.line();
    }

    /** The folders of the file with what parts them, where a line may break; empty at the root. */
    public static List<String> folders(PlaceEntry at) {
        String folder = at.file().substring(0, Math.max(0, at.file().lastIndexOf('/')));
        return folder.isEmpty() ? List.of() : List.of(folder.split("(?<=/)"));
    }
}
