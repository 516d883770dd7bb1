package org.runincident.flow.status;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Bad ends that something can have been given on one way or another.
 *
 * @param all every one of them
 * @param open those given on a way that does not say why by itself
 */
record Ends(SortedSet<Atom> all, SortedSet<Atom> open) {

    static final Ends NONE = of(Collections.emptySortedSet());

    Ends {
        all = Collections.unmodifiableSortedSet(all);
        open = Collections.unmodifiableSortedSet(open);
    }

    /** Nothing has been said about any of them yet. */
    static Ends of(Collection<Atom> all) {
        SortedSet<Atom> sorted = new TreeSet<>(all);
        return new Ends(sorted, sorted);
    }

    Ends or(Ends other) {
        if (equals(other)) {
            return this;
        }
        return new Ends(union(all, other.all), union(open, other.open));
    }

    /** The same, on ways that say why. */
    Ends explained() {
        return new Ends(all, Collections.emptySortedSet());
    }

    /** Those to name to a reader who asks why. */
    SortedSet<Atom> asked() {
        return open.isEmpty() ? all : open;
    }

    private static SortedSet<Atom> union(SortedSet<Atom> some, SortedSet<Atom> more) {
        SortedSet<Atom> either = new TreeSet<>(some);
        either.addAll(more);
        return either;
    }
}
