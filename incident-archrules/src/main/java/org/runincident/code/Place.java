package org.runincident.code;

import java.util.Comparator;

/**
 * A range in a named file.
 *
 * @param file path relative to the audited root, with {@code /}; never null
 * @param span the range in it
 */
public record Place(String file, Span span) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparing(Place::span);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + span.line();
    }
}
