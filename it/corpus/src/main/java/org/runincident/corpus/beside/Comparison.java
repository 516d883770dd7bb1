package org.runincident.corpus.beside;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The findings of both tools, matched by place: whatever rule of the other has found it, found is found. */
final class Comparison {
    private final List<Hit> ours;
    private final List<Hit> pmd;
    private final Map<String, List<Hit>> oursByFile = new HashMap<>();
    private final Map<String, List<Hit>> pmdByFile = new HashMap<>();

    Comparison(List<Hit> ours, List<Hit> pmd) {
        this.ours = ours;
        this.pmd = pmd;
        ours.forEach(hit -> oursByFile
                .computeIfAbsent(hit.path(), p -> new java.util.ArrayList<>())
                .add(hit));
        pmd.forEach(hit -> pmdByFile
                .computeIfAbsent(hit.path(), p -> new java.util.ArrayList<>())
                .add(hit));
    }

    List<Hit> of(Tool tool) {
        return tool == Tool.OURS ? ours : pmd;
    }

    long count(Tool tool, Topic topic) {
        return of(tool).stream().filter(hit -> isAbout(hit, topic)).count();
    }

    /** Those of one tool about a topic that the other has not found. */
    List<Hit> alone(Tool tool, Topic topic) {
        return of(tool).stream()
                .filter(hit -> isAbout(hit, topic) && !isFoundByOther(hit))
                .toList();
    }

    /** Those of ours that PMD has no rule for. */
    List<Hit> withoutCounterpart() {
        return ours.stream()
                .filter(hit -> Topic.of(Tool.OURS, hit.rule()).isEmpty())
                .toList();
    }

    /** So many of those that one tool has alone, whatever the topic, by lot. */
    List<Hit> drawn(Tool tool, int number, String seed) {
        return of(tool).stream()
                .filter(hit -> Topic.of(tool, hit.rule()).isPresent() && !isFoundByOther(hit))
                .sorted(Comparator.comparing((Hit hit) -> hit.lot(seed)))
                .limit(number)
                .toList();
    }

    private static boolean isAbout(Hit hit, Topic topic) {
        return Topic.of(hit.tool(), hit.rule()).filter(topic::equals).isPresent();
    }

    private boolean isFoundByOther(Hit hit) {
        Map<String, List<Hit>> others = hit.tool() == Tool.OURS ? pmdByFile : oursByFile;
        return others.getOrDefault(hit.path(), List.of()).stream()
                .anyMatch(other -> hit.tool() == Tool.OURS ? hit.isWhere(other) : other.isWhere(hit));
    }
}
