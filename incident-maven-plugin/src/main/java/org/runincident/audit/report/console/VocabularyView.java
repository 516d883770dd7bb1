package org.runincident.audit.report.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.Report.ModuleEntry;
import org.runincident.audit.report.Report.SiteEntry;
import org.runincident.vocabulary.StatusWords.Meaning;
import org.runincident.vocabulary.Vocabulary;

/**
 * What the audit inferred from names and types: which types it took for statuses and why, which of their values for failures
 * and for ends that somebody asked for, how they are given, and what on the entity takes the reason.
 */
public final class VocabularyView {
    /** The name under which statuses that are texts or numbers are listed. */
    private static final String PLAIN = "texts and numbers";

    private final Vocabulary vocabulary;
    private final Map<String, List<SiteEntry>> byType = new TreeMap<>();

    public VocabularyView(Report report, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        for (ModuleEntry module : report.modules()) {
            for (SiteEntry site : module.statusSites()) {
                String type = site.statusType() == null || site.statusType().isEmpty() ? PLAIN : site.statusType();
                byType.computeIfAbsent(type, t -> new ArrayList<>()).add(site);
            }
        }
    }

    /** Never empty. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Taken for statuses, where one of them is given as a failure or a requested end:");
        if (byType.isEmpty()) {
            lines.add("  nothing; if that is wrong, name the words in the section \"vocabulary\" of incident.json");
        }
        byType.forEach((type, sites) -> {
            lines.add("  " + type + ", " + why(type));
            add(lines, "failures", constants(sites, Meaning.FAILURE));
            add(lines, "ends somebody asked for", constants(sites, Meaning.REQUESTED));
            add(lines, "of", each(sites, site -> site.entity() + "." + site.property()));
            add(lines, "given by", each(sites, SiteEntry::kind));
            add(lines, "through methods of its own", each(sites, VocabularyView::transition));
            add(lines, "reasons go to", each(sites, site -> site.slot() == null ? "" : site.slot()));
        });
        return lines;
    }

    private String why(String type) {
        if (type.equals(PLAIN)) {
            return "in a slot or column named like a status";
        }
        return vocabulary.statuses().isStatusType(type)
                ? "by its name"
                : "by its constants or subtypes: some say failed or stopped, some running or done";
    }

    /** {@code fail(FailureReason) gives FAILED}, where the entity's own type gives its status an end; empty elsewhere. */
    private static String transition(SiteEntry site) {
        int hash = site.member() == null ? -1 : site.member().indexOf('#');
        if (hash < 0 || site.constants().isEmpty()) {
            return "";
        }
        String owner = site.member().substring(0, hash);
        return owner.substring(Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')) + 1)
                        .equals(site.entity())
                ? site.member().substring(hash + 1) + " gives " + String.join(" or ", site.constants())
                : "";
    }

    private Set<String> constants(List<SiteEntry> sites, Meaning meaning) {
        Set<String> found = new TreeSet<>();
        for (SiteEntry site : sites) {
            for (String constant : site.constants()) {
                boolean requested = vocabulary.statuses().meaning(constant) == Meaning.REQUESTED;
                if (requested == (meaning == Meaning.REQUESTED)) {
                    found.add(constant);
                }
            }
        }
        return found;
    }

    private static Set<String> each(List<SiteEntry> sites, Function<SiteEntry, String> part) {
        Set<String> found = new TreeSet<>();
        sites.forEach(site -> found.add(part.apply(site)));
        found.remove("");
        return found;
    }

    private static void add(List<String> lines, String title, Set<String> values) {
        if (!values.isEmpty()) {
            lines.add("    " + title + ": " + String.join(", ", values));
        }
    }
}
