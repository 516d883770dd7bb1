package org.runincident.audit.report.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.runincident.audit.report.Report.FindingEntry;
import org.runincident.audit.report.Report.RuleEntry;

/** Findings that are not shown in full: by rule, a line each, and of a rule that has many only the first. */
final class BriefFindings {
    private static final int MOST_OF_A_RULE = 4;
    private static final int WIDEST_PLACE = 48;
    private static final int LEAST_ROOM = 60;
    private static final String INDENT = "        ";

    private final Map<String, String> summaries = new LinkedHashMap<>();
    private final Ansi ansi;
    private final int width;

    BriefFindings(List<RuleEntry> rules, Ansi ansi, int width) {
        rules.forEach(rule -> summaries.put(rule.id(), rule.summary()));
        this.ansi = ansi;
        this.width = width;
    }

    /** @param findings in the order of their importance, which becomes that of the rules */
    List<String> lines(List<FindingEntry> findings) {
        Map<String, List<FindingEntry>> byRule = new LinkedHashMap<>();
        findings.forEach(finding -> byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>())
                .add(finding));
        int places = Math.min(
                Math.min(WIDEST_PLACE, width / 2),
                byRule.values().stream()
                        .flatMap(those -> those.stream().limit(MOST_OF_A_RULE))
                        .mapToInt(finding -> place(finding).length())
                        .max()
                        .orElse(0));
        List<String> lines = new ArrayList<>();
        byRule.forEach((rule, those) -> lines.addAll(ofRule(rule, those, places)));
        return lines;
    }

    private List<String> ofRule(String rule, List<FindingEntry> those, int places) {
        List<String> lines = new ArrayList<>();
        String count = Text.right(String.valueOf(those.size()), INDENT.length() - 2) + "  ";
        String name = those.get(0).severity().equals("error") ? ansi.red(rule) : ansi.yellow(rule);
        String summary = summaries.getOrDefault(rule, "");
        lines.add(count
                + name
                + (summary.isEmpty() ? "" : ": " + Text.cut(summary, width - count.length() - rule.length() - 2)));
        int room = width - INDENT.length() - places - 2;
        if (room < LEAST_ROOM) {
            lines.addAll(placesOnly(those));
            return lines;
        }
        for (FindingEntry finding : those.subList(0, Math.min(MOST_OF_A_RULE, those.size()))) {
            lines.add(INDENT + ansi.cyan(Text.left(Text.cutLeft(place(finding), places), places)) + "  "
                    + Text.cut(Text.harmless(finding.message()), room));
        }
        if (those.size() > MOST_OF_A_RULE) {
            lines.add(INDENT + "... and " + (those.size() - MOST_OF_A_RULE) + " more");
        }
        return lines;
    }

    /** Where there is no room for messages, which are much alike within a rule anyway. */
    private List<String> placesOnly(List<FindingEntry> those) {
        List<String> places = new ArrayList<>(
                those.stream().limit(MOST_OF_A_RULE).map(BriefFindings::place).toList());
        if (those.size() > MOST_OF_A_RULE) {
            places.add("and " + (those.size() - MOST_OF_A_RULE) + " more");
        }
        return Text.wrap(String.join(", ", places), width - INDENT.length()).stream()
                .map(line -> INDENT + ansi.cyan(line))
                .toList();
    }

    /** {@code Worker.java:12}. */
    private static String place(FindingEntry finding) {
        String file = finding.at().file();
        return Text.harmless(file.substring(file.lastIndexOf('/') + 1) + ":"
                + Math.max(1, finding.at().line()));
    }
}
