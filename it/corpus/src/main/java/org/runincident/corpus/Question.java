package org.runincident.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One thing asked of the findings: do these rules report the wanted labels, and spare the forbidden ones?
 *
 * @param name as it stands in the table
 * @param rules whose findings answer it
 * @param wanted labels that must be reported; those of one group are one unit
 * @param forbidden labels that must not be reported; a finding on any other label counts neither way
 */
record Question(String name, Family family, Set<String> rules, Predicate<Label> wanted, Predicate<Label> forbidden) {

    /** The scores by which the families are judged. */
    static final List<Question> MAIN = List.of(
            new Question(
                    "status, failure",
                    Family.STATUS,
                    Set.of("FailureWithoutReason", "DroppedFailureReason"),
                    l -> Family.STATUS.wants(l) && l.kind().equals("failure"),
                    Family.STATUS::forbids),
            new Question(
                    "status, stop",
                    Family.STATUS,
                    Set.of("UnattributedStop"),
                    l -> Family.STATUS.wants(l) && l.kind().equals("stop"),
                    Family.STATUS::forbids),
            whole(Family.SWALLOW),
            whole(Family.VARIANTS));

    /** Scored apart: what is milder than a silence. */
    static final List<Question> APART = List.of(
            new Question(
                    "UnstructuredFailureReason",
                    Family.STATUS,
                    Set.of("UnstructuredFailureReason"),
                    l -> l.verdict().equals("text"),
                    l -> l.verdict().equals("structured") || l.verdict().equals("na")),
            single("MessageOnlyException", Family.SWALLOW, "message-only"),
            single("DiscardedNarrowException", Family.SWALLOW, "silent-narrow"));

    /** Rule by rule, where a verdict names the rule that must report it. */
    static final List<Question> BY_RULE = List.of(
            single("SwallowedException", Family.SWALLOW, "silent-empty", "silent-broad"),
            single("LostCause", Family.SWALLOW, "cause-lost"),
            single("InterruptLost", Family.SWALLOW, "interrupt-lost"),
            single("UnhandledVariant", Family.VARIANTS, "missing-silent", "default-throws-missing"),
            single("DefaultHidesVariants", Family.VARIANTS, "default-absorbs"));

    private static Question whole(Family family) {
        return new Question(family.toString(), family, family.rules(), family::wants, family::forbids);
    }

    private static Question single(String rule, Family family, String... verdicts) {
        return new Question(rule, family, Set.of(rule), l -> Set.of(verdicts).contains(l.verdict()), family::forbids);
    }

    /** Scores the findings of one artifact. */
    Figures ask(LabelSet labels, List<Found> findings, List<Adjudicated> adjudicated) {
        Map<String, List<Label>> units = units(labels);
        Set<String> reported = new TreeSet<>();
        Map<String, String> falseAlarms = new LinkedHashMap<>();
        int extra = 0;
        for (Found found : findings.stream().sorted().distinct().toList()) {
            if (!rules.contains(found.rule())) {
                continue;
            }
            Label label = labels.nearest(family, found.path(), found.line()).orElse(null);
            if (label == null) {
                if (adjudicated.stream().anyMatch(a -> a.real() && a.speaksOf(labels.artifact(), found))) {
                    extra++;
                } else if (labels.complete(family)) {
                    falseAlarms.put(found.path() + ":" + found.line(), found + "  (no label)");
                }
            } else if (units.getOrDefault(unit(label), List.of()).contains(label)) {
                reported.add(unit(label));
            } else if (forbidden.test(label) && !label.debatable()) {
                falseAlarms.put(
                        label.path() + ":" + label.line(), found + "  is " + label.verdict() + ": " + label.note());
            }
        }
        List<String> misses = new ArrayList<>();
        units.forEach((unit, rows) -> {
            if (!reported.contains(unit)) {
                misses.add(miss(rows));
            }
        });
        return new Figures(units.size(), reported.size(), extra, misses, List.copyOf(falseAlarms.values()));
    }

    /** What must be reported: each group once, and each row that has none. A unit of debatable rows only is left out. */
    private Map<String, List<Label>> units(LabelSet labels) {
        Map<String, List<Label>> units = new TreeMap<>();
        labels.of(family).stream()
                .filter(wanted)
                .forEach(l ->
                        units.computeIfAbsent(unit(l), u -> new ArrayList<>()).add(l));
        units.values().removeIf(rows -> rows.stream().allMatch(Label::debatable));
        return units;
    }

    private static String miss(List<Label> rows) {
        Label first = rows.get(0);
        String others = rows.stream()
                .skip(1)
                .map(l -> (l.path().equals(first.path()) ? "" : l.path() + ":") + l.line())
                .collect(Collectors.joining(", "));
        return first.path() + ":" + first.line() + "  " + first.verdict() + " " + first.entity() + ": " + first.note()
                + (others.isEmpty() ? "" : "  (or at " + others + ")");
    }

    private static String unit(Label label) {
        return label.group().isEmpty() ? label.path() + ":" + label.line() : label.group();
    }
}
