package org.runincident.corpus;

import java.util.Comparator;

/**
 * What a careful reader says of one place in published sources. The words are explained in the README of the labels.
 *
 * @param path inside the source jar
 * @param line 1-based
 * @param group what is one omission has one group; empty outside silent statuses
 * @param kind {@code failure} or {@code stop}; empty outside statuses
 */
record Label(
        Family family, String path, int line, String verdict, String entity, String note, String group, String kind)
        implements Comparable<Label> {
    private static final Comparator<Label> ORDER = Comparator.comparing(Label::family)
            .thenComparing(Label::path)
            .thenComparingInt(Label::line)
            .thenComparing(Label::verdict);

    /** Two careful readers may differ: left out of the score. */
    boolean debatable() {
        return note.startsWith("debatable");
    }

    Label with(String verdict, String group, String kind, String note) {
        return new Label(family, path, line, verdict, entity, note, group, kind);
    }

    @Override
    public int compareTo(Label other) {
        return ORDER.compare(this, other);
    }
}
