package org.runincident.audit.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.runincident.audit.report.Report.ModuleEntry;
import org.runincident.audit.report.Report.RuleEntry;

/** Puts reports of some modules together: what comes out is what one audit of all of them gives, byte for byte. */
public final class MergedReport {
    private MergedReport() {}

    /**
     * The modules of all reports in one.
     *
     * @param parts at least one; where two hold the same module, the later one counts
     * @return without what was before: each part knows that of its own modules only
     */
    public static Report of(Collection<Report> parts) {
        Map<String, RuleEntry> rules = new TreeMap<>();
        Map<String, ModuleEntry> modules = new TreeMap<>();
        Report last = null;
        for (Report part : parts) {
            part.rules().forEach(rule -> rules.put(rule.id(), rule));
            part.modules().forEach(module -> modules.put(module.key(), module));
            last = part;
        }
        if (last == null) {
            throw new IllegalArgumentException("there is no report to merge");
        }
        List<ModuleEntry> sorted = modules.values().stream()
                .sorted(Comparator.comparing(ModuleEntry::directory).thenComparing(ModuleEntry::name))
                .toList();
        return new Report(
                Report.FORMAT, Report.VERSION, last.tool(), Totals.of(sorted), List.copyOf(rules.values()), sorted);
    }
}
