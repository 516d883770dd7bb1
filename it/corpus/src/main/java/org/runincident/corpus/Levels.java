package org.runincident.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether the inventory tells the level of reason as the labels do: silent, text or structured.
 *
 * @param right sites whose level is the labelled one
 * @param wrong a line for each site whose level is another
 * @param unseen labelled sites the inventory does not hold
 */
record Levels(int right, List<String> wrong, int unseen) {
    private static final Set<String> LEVELS = Set.of("silent", "text", "structured");

    Levels {
        wrong = List.copyOf(wrong);
    }

    static Levels of(LabelSet labels, List<Audited.Level> sites) {
        Map<Label, Audited.Level> nearest = new TreeMap<>();
        for (Audited.Level site : sites) {
            labels.nearest(Family.STATUS, site.path(), site.line())
                    .filter(l -> LEVELS.contains(l.verdict()) && !l.debatable())
                    .ifPresent(l -> nearest.merge(l, site, (a, b) -> distance(l, a) <= distance(l, b) ? a : b));
        }
        List<String> wrong = new ArrayList<>();
        nearest.forEach((label, site) -> {
            if (!label.verdict().equals(site.level())) {
                wrong.add(label.path() + ":" + label.line() + "  is " + label.verdict() + ", told " + site.level()
                        + ": " + label.note());
            }
        });
        wrong.sort(Comparator.naturalOrder());
        long labelled = labels.of(Family.STATUS).stream()
                .filter(l -> LEVELS.contains(l.verdict()) && !l.debatable())
                .count();
        return new Levels(nearest.size() - wrong.size(), wrong, (int) labelled - nearest.size());
    }

    Levels plus(Levels other) {
        List<String> both = new ArrayList<>(wrong);
        both.addAll(other.wrong);
        return new Levels(right + other.right, both, unseen + other.unseen);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d right, %d wrong, %d not seen", right, wrong.size(), unseen);
    }

    private static int distance(Label label, Audited.Level site) {
        return Math.abs(label.line() - site.line());
    }
}
