package org.runincident.flow.status;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where a subject stands on one path.
 *
 * @param reason what has been recorded with it
 * @param pending bad ends it was given, by site
 * @param passed statuses it was given that the caller hands in
 */
record SubjectState(Reason reason, SortedSet<Pending> pending, SortedSet<Passed> passed) {

    /** A bad end whose path has not ended yet. */
    record Pending(SiteKey site, String property) implements Comparable<Pending> {
        @Override
        public int compareTo(Pending other) {
            int bySite = site.compareTo(other.site);
            return bySite != 0 ? bySite : property.compareTo(other.property);
        }
    }

    /** A status property that takes the value of a parameter. */
    record Passed(String property, int parameter) implements Comparable<Passed> {
        @Override
        public int compareTo(Passed other) {
            int byProperty = property.compareTo(other.property);
            return byProperty != 0 ? byProperty : Integer.compare(parameter, other.parameter);
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof SubjectState state
                        && reason.equals(state.reason)
                        && pending.equals(state.pending)
                        && passed.equals(state.passed);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * reason.hashCode() + pending.hashCode()) + passed.hashCode();
    }

    static final SubjectState NEW =
            new SubjectState(Reason.NONE, Collections.emptySortedSet(), Collections.emptySortedSet());

    SubjectState told(Reason more) {
        return new SubjectState(reason.and(more), pending, passed);
    }

    /** All reasons are gone: the slot was emptied. */
    SubjectState untold() {
        return new SubjectState(Reason.NONE, pending, passed);
    }

    /** Another bad end, in place of an earlier one of the same property. */
    SubjectState with(Pending more) {
        SortedSet<Pending> all = new TreeSet<>(pending);
        all.removeIf(each -> each.property().equals(more.property()));
        all.add(more);
        return new SubjectState(reason, all, passed);
    }

    /** Perhaps a bad end, beside an earlier one. */
    SubjectState withAlso(Pending more) {
        SortedSet<Pending> all = new TreeSet<>(pending);
        all.add(more);
        return new SubjectState(reason, all, passed);
    }

    SubjectState with(Passed more) {
        SortedSet<Passed> all = new TreeSet<>(passed);
        all.add(more);
        return new SubjectState(reason, pending, all);
    }

    /** The property was overwritten by a status that is no bad end. */
    SubjectState overwritten(String property) {
        SortedSet<Pending> left = new TreeSet<>(pending);
        left.removeIf(each -> each.property().equals(property));
        SortedSet<Passed> leftPassed = new TreeSet<>(passed);
        leftPassed.removeIf(each -> each.property().equals(property));
        return new SubjectState(reason, left, leftPassed);
    }

    /** Without the pending sites that stand in certain places. */
    SubjectState without(java.util.function.Predicate<SiteKey> gone) {
        SortedSet<Pending> left = new TreeSet<>(pending);
        left.removeIf(each -> gone.test(each.site()));
        return left.size() == pending.size() ? this : new SubjectState(reason, left, passed);
    }

    /**
     * Either of two paths: what is recorded on both, what is pending on one. A path on which nothing is pending says nothing
     * about the reason of what is pending on the other.
     */
    SubjectState or(SubjectState other) {
        if (equals(other)) {
            return new SubjectState(reason.saying(other.reason.texts()), pending, passed);
        }
        SortedSet<Pending> all = new TreeSet<>(pending);
        all.addAll(other.pending);
        SortedSet<Passed> allPassed = new TreeSet<>(passed);
        allPassed.addAll(other.passed);
        Reason both = waits() == other.waits() ? reason.or(other.reason) : waits() ? reason : other.reason;
        return new SubjectState(both, all, allPassed);
    }

    private boolean waits() {
        return !pending.isEmpty() || !passed.isEmpty();
    }

    boolean isIdle() {
        return reason.isNone() && pending.isEmpty() && passed.isEmpty();
    }
}
