package org.runincident.audit.report.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.runincident.audit.ratchet.BaselineCommands.Taken;
import org.runincident.audit.ratchet.Identified;

/** What was taken into the baselines, by module and by rule, and what to do next. */
public final class TakenReport {
    private final List<Taken> taken;
    private final String command;

    /** @param command how a goal is called here, up to its name */
    public TakenReport(List<Taken> taken, String command) {
        this.taken = List.copyOf(taken);
        this.command = command;
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        int added = 0;
        Map<String, Integer> byRule = new TreeMap<>();
        for (Taken module : taken) {
            added += module.added().size();
            for (Identified finding : module.added()) {
                byRule.merge(finding.identity().rule(), 1, Integer::sum);
            }
            if (module.held() > 0) {
                lines.add(module.file() + ": " + module.added().size() + " taken in, " + module.held() + " known");
            }
        }
        if (added == 0) {
            lines.add("Nothing was taken in: no finding is new.");
            return lines;
        }
        byRule.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(rule -> lines.add(Text.right(String.valueOf(rule.getValue()), 6) + "  " + rule.getKey()));
        lines.add("Commit the baselines. From now on " + command
                + "check fails on what they do not hold; what is mended goes with " + command + "tighten.");
        return lines;
    }
}
