package org.runincident.flow.status;

import java.util.HashSet;
import java.util.Set;

/**
 * What a path does not follow any further: where too many subjects are reached over several fields, as in circles of calls.
 *
 * @param waiting sites whose subject is not followed: how they end is undecided
 * @param told where a reason was recorded with a subject that is not followed, the object it was reached from: that nothing was
 *     said of that object is not certain
 */
record LetGo(Set<SiteKey> waiting, Set<Ref> told) {

    static final LetGo NOTHING = new LetGo(Set.of(), Set.of());

    /** The same, and a subject that is not followed though that became of it. */
    LetGo with(Ref subject, SubjectState became) {
        LetGo more = new LetGo(
                Set.copyOf(became.pending().stream()
                        .map(SubjectState.Pending::site)
                        .toList()),
                became.reason().isNone() ? Set.of() : Set.of(subject.root()));
        return and(more);
    }

    /** What either of two paths does not follow. */
    LetGo and(LetGo other) {
        if (waiting.containsAll(other.waiting) && told.containsAll(other.told)) {
            return this;
        }
        return new LetGo(union(waiting, other.waiting), union(told, other.told));
    }

    private static <T> Set<T> union(Set<T> some, Set<T> more) {
        Set<T> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }
}
