package org.runincident.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The labels of one artifact, and which of them a finding speaks of. */
final class LabelSet {
    /** A tool may report the first line of a call whose label stands at the status value, and the other way round. */
    private static final int REACH = 2;

    private static final Pattern REAL_SITE = Pattern.compile("site is L(\\d+)");

    private final Artifact artifact;
    private final List<Label> labels;
    private final Map<Family, Integer> every;

    /** @param every of a family's places, each how many-th was labelled; 1 where a family is not named */
    LabelSet(Artifact artifact, List<Label> labels, Map<Family, Integer> every) {
        this.artifact = artifact;
        this.labels = labels.stream().sorted().toList();
        this.every = Map.copyOf(every);
    }

    Artifact artifact() {
        return artifact;
    }

    List<Label> of(Family family) {
        return labels.stream().filter(l -> l.family() == family).toList();
    }

    /** Whether a finding where no label stands is a false alarm: only where every place was labelled. */
    boolean complete(Family family) {
        return every.getOrDefault(family, 1) == 1;
    }

    /** The label nearest to a place; of two equally near ones the later, where a statement's label stands. */
    Optional<Label> nearest(Family family, String path, int line) {
        return labels.stream()
                .filter(l -> l.family() == family && l.path().equals(path) && Math.abs(l.line() - line) <= REACH)
                .min(Comparator.comparingInt((Label l) -> Math.abs(l.line() - line))
                        .thenComparing(Comparator.comparingInt(Label::line).reversed()))
                .map(this::realSite);
    }

    /** A label set in which contested labels say what the contest says. */
    LabelSet amended(List<Contested> contests) {
        List<Label> amended = new ArrayList<>();
        for (Label label : labels) {
            amended.add(contests.stream()
                    .filter(c -> c.speaksOf(artifact, label))
                    .findFirst()
                    .map(c -> c.corrected(label))
                    .orElse(label));
        }
        return new LabelSet(artifact, amended, every);
    }

    private Label realSite(Label label) {
        Matcher site = REAL_SITE.matcher(label.note());
        if (!label.verdict().equals("na") || !site.find()) {
            return label;
        }
        int line = Integer.parseInt(site.group(1));
        return labels.stream()
                .filter(l -> l.family() == label.family() && l.path().equals(label.path()) && l.line() == line)
                .findFirst()
                .orElse(label);
    }
}
