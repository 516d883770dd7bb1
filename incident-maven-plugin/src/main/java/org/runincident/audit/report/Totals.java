package org.runincident.audit.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.runincident.audit.report.Report.CensusEntry;
import org.runincident.audit.report.Report.CoverageEntry;
import org.runincident.audit.report.Report.FindingEntry;
import org.runincident.audit.report.Report.ModuleEntry;
import org.runincident.audit.report.Report.RuleCount;
import org.runincident.audit.report.Report.SiteEntry;
import org.runincident.audit.report.Report.Summary;

/**
 * Counts over modules, and reason coverage: how many of the sites that make a status a failure say why, on every path.
 *
 * <p>A site that cannot be decided is counted as such, never as covered. Requested ends (cancel, stop) are counted apart:
 * they need a name, not a reason.
 */
public final class Totals {
    private Totals() {}

    /** Counts over modules. */
    public static Summary of(List<ModuleEntry> modules) {
        List<FindingEntry> findings =
                modules.stream().flatMap(module -> module.findings().stream()).toList();
        List<SiteEntry> sites = modules.stream()
                .flatMap(module -> module.statusSites().stream())
                .toList();
        return new Summary(
                findings.size(),
                ofSeverity(findings, "error"),
                ofSeverity(findings, "warning"),
                ofSeverity(findings, "note"),
                modules.stream().mapToInt(module -> module.allowed().size()).sum(),
                byRule(findings),
                coverage(sites),
                row("", requested(sites)),
                entities(sites),
                census(modules.stream().map(ModuleEntry::census).toList()));
    }

    /** Reason coverage of all sites together. */
    public static CoverageEntry coverage(Collection<SiteEntry> sites) {
        return row("", failures(sites));
    }

    /** Reason coverage of each status, those with most silent sites first. */
    public static List<CoverageEntry> entities(Collection<SiteEntry> sites) {
        Map<String, List<SiteEntry>> byEntity = new TreeMap<>();
        for (SiteEntry site : failures(sites)) {
            byEntity.computeIfAbsent(site.entity() + "." + site.property(), entity -> new ArrayList<>())
                    .add(site);
        }
        List<CoverageEntry> rows = new ArrayList<>();
        byEntity.forEach((entity, those) -> rows.add(row(entity, those)));
        rows.sort(Comparator.comparingInt(CoverageEntry::silent)
                .thenComparingInt(CoverageEntry::sites)
                .reversed()
                .thenComparing(CoverageEntry::entity));
        return rows;
    }

    private static List<SiteEntry> failures(Collection<SiteEntry> sites) {
        return sites.stream().filter(site -> site.end().equals("failure")).toList();
    }

    private static List<SiteEntry> requested(Collection<SiteEntry> sites) {
        return sites.stream().filter(site -> !site.end().equals("failure")).toList();
    }

    private static CoverageEntry row(String entity, List<SiteEntry> sites) {
        Set<String> types = new TreeSet<>();
        Set<String> constants = new TreeSet<>();
        for (SiteEntry site : sites) {
            types.add(site.statusType());
            constants.addAll(site.constants());
        }
        types.remove("");
        int structured = ofLevel(sites, "structured");
        int text = ofLevel(sites, "text");
        return new CoverageEntry(
                entity,
                entity.isEmpty() || types.size() != 1 ? "" : types.iterator().next(),
                constants.size(),
                sites.size(),
                structured,
                text,
                ofLevel(sites, "silent"),
                ofLevel(sites, "undecided"),
                percent(structured, sites.size()),
                percent(structured + text, sites.size()));
    }

    /** One decimal, rounded down: 100 is said only when it is. */
    private static double percent(int covered, int sites) {
        return sites == 0 ? 100 : Math.floorDiv(1000L * covered, sites) / 10.0;
    }

    private static int ofLevel(List<SiteEntry> sites, String level) {
        return (int) sites.stream().filter(site -> site.level().equals(level)).count();
    }

    private static int ofSeverity(List<FindingEntry> findings, String severity) {
        return (int) findings.stream()
                .filter(finding -> finding.severity().equals(severity))
                .count();
    }

    private static List<RuleCount> byRule(List<FindingEntry> findings) {
        Map<String, Integer> counts = new TreeMap<>();
        findings.forEach(finding -> counts.merge(finding.rule(), 1, Integer::sum));
        List<RuleCount> rows = new ArrayList<>();
        counts.forEach((rule, count) -> rows.add(new RuleCount(rule, count)));
        rows.sort(Comparator.comparingInt(RuleCount::findings).reversed().thenComparing(RuleCount::rule));
        return rows;
    }

    private static CensusEntry census(List<CensusEntry> parts) {
        Set<String> unknown = new TreeSet<>();
        Set<String> problems = new LinkedHashSet<>();
        int[] sums = new int[7];
        for (CensusEntry part : parts) {
            int[] counts = {
                part.files(),
                part.parsed(),
                part.filtered(),
                part.excluded(),
                part.unreadable(),
                part.lines(),
                part.methods()
            };
            for (int i = 0; i < sums.length; i++) {
                sums[i] += counts[i];
            }
            unknown.addAll(part.unknownTypes());
            problems.addAll(part.problems());
        }
        return new CensusEntry(
                sums[0],
                sums[1],
                sums[2],
                sums[3],
                sums[4],
                sums[5],
                sums[6],
                List.copyOf(unknown),
                List.copyOf(problems));
    }
}
