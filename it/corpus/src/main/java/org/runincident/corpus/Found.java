package org.runincident.corpus;

import java.util.Comparator;

/**
 * A finding, as far as scoring asks.
 *
 * @param path relative to the source root, with slashes
 */
record Found(String rule, String path, int line) implements Comparable<Found> {
    private static final Comparator<Found> ORDER =
            Comparator.comparing(Found::path).thenComparingInt(Found::line).thenComparing(Found::rule);

    @Override
    public int compareTo(Found other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return path + ":" + line + "  " + rule;
    }
}
