package org.runincident.audit.report.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.Report.ModuleEntry;
import org.runincident.audit.report.Report.SiteEntry;

/** In a sentence or two, which constants the audit took for failures and for requested ends: a wrong guess is seen at once. */
final class VocabularyInShort {
    private static final int MOST_TYPES = 3;
    private static final int MOST_CONSTANTS = 6;

    private final Report report;

    VocabularyInShort(Report report) {
        this.report = report;
    }

    /** {@code Taken for failures: FAILED and TIMED_OUT of JobStatus, FAILED of StepStatus.} Empty where nothing was taken. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        add(sentences, "Taken for failures: ", "failure");
        add(sentences, "Taken for requested ends: ", "requested");
        return sentences;
    }

    private void add(List<String> sentences, String title, String end) {
        Map<String, SortedSet<String>> byType = new LinkedHashMap<>();
        Map<String, Integer> sites = new LinkedHashMap<>();
        for (ModuleEntry module : report.modules()) {
            for (SiteEntry site : module.statusSites()) {
                List<String> constants = site.constants().stream()
                        .filter(VocabularyInShort::isName)
                        .toList();
                if (site.end().equals(end) && !constants.isEmpty()) {
                    String type = site.statusType() == null ? "" : site.statusType();
                    byType.computeIfAbsent(type, t -> new TreeSet<>()).addAll(constants);
                    sites.merge(type, 1, Integer::sum);
                }
            }
        }
        if (byType.isEmpty()) {
            return;
        }
        List<String> types = new ArrayList<>(byType.keySet());
        types.sort((one, other) -> {
            int bySites = Integer.compare(sites.get(other), sites.get(one));
            return bySites != 0 ? bySites : one.compareTo(other);
        });
        List<String> parts = new ArrayList<>();
        for (String type : types.subList(0, Math.min(MOST_TYPES, types.size()))) {
            parts.add(joined(byType.get(type)) + (type.isEmpty() ? " as texts or numbers" : " of " + type));
        }
        int more = types.size() - parts.size();
        sentences.add(title + String.join("; ", parts)
                + (more > 0 ? "; and those of " + Text.count(more, "other type") : "") + ".");
    }

    /** Where a status was put together in the code, it is described, not named. */
    private static boolean isName(String constant) {
        return constant.chars().allMatch(c -> Character.isJavaIdentifierPart(c) || c == '-' || c == '.');
    }

    private static String joined(SortedSet<String> constants) {
        List<String> shown = constants.stream().limit(MOST_CONSTANTS).toList();
        int more = constants.size() - shown.size();
        if (more > 0) {
            return String.join(", ", shown) + " and " + more + " more";
        }
        return shown.size() == 1
                ? shown.get(0)
                : String.join(", ", shown.subList(0, shown.size() - 1)) + " and " + shown.get(shown.size() - 1);
    }
}
