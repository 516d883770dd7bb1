package org.runincident.flow.status;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.runincident.code.Span;

/**
 * Where a subject stands on one path. Two are equal when the same sites wait on as much of a reason: the rest tells how it
 * came to that, and parts no paths.
 *
 * @param told what has been recorded with it
 * @param pending bad ends it was given, by site
 * @param overtaken bad ends that another bad end has taken the place of: what becomes of that becomes of them
 * @param passed statuses it was given that the caller hands in
 * @param given by property, the statuses that are no bad ends it was last given for certain
 * @param handed how it was handed on while nothing said why; null when it was not
 */
record SubjectState(
        Told told,
        SortedSet<Pending> pending,
        SortedSet<Pending> overtaken,
        SortedSet<Passed> passed,
        Map<String, Set<Atom>> given,
        Handed handed) {

    /**
     * A bad end whose path has not ended yet. Two are equal when they wait at one site for one property: which end it was
     * parts no paths.
     *
     * @param ends which it can have been on this path
     */
    record Pending(SiteKey site, String property, Ends ends) implements Comparable<Pending> {

        private Pending or(Pending other) {
            return new Pending(site, property, ends.or(other.ends));
        }

        private boolean isSame(Pending other) {
            return equals(other) && ends.equals(other.ends);
        }

        @Override
        public int compareTo(Pending other) {
            int bySite = site.compareTo(other.site);
            return bySite != 0 ? bySite : property.compareTo(other.property);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Pending pending && compareTo(pending) == 0;
        }

        @Override
        public int hashCode() {
            return 31 * site.hashCode() + property.hashCode();
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

    /**
     * The subject was saved, sent or published without a reason.
     *
     * @param late what was recorded with it since: it comes too late, unless the subject is handed on again
     */
    record Handed(Span at, String by, Reason late) {}

    static final SubjectState NEW = new SubjectState(
            Told.NOTHING,
            Collections.emptySortedSet(),
            Collections.emptySortedSet(),
            Collections.emptySortedSet(),
            Map.of(),
            null);

    SubjectState {
        given = Map.copyOf(given);
    }

    Reason reason() {
        return told.reason();
    }

    /** What has been recorded, in time or not. */
    Reason reasonLateOrNot() {
        return handed == null ? reason() : reason().and(handed.late());
    }

    /** Told beside what it was told before. */
    SubjectState told(Reason more) {
        return isTooLate(more) ? later(more) : with(told.also(more));
    }

    /** A slot of it is written; what the slot held is gone. */
    SubjectState told(String slot, Told.Slot written) {
        return isTooLate(written.said()) ? later(written.said()) : with(told.with(slot, written));
    }

    private boolean isTooLate(Reason more) {
        return handed != null && reason().isNone() && !more.isNone();
    }

    private SubjectState later(Reason more) {
        return new SubjectState(
                told,
                pending,
                overtaken,
                passed,
                given,
                new Handed(handed.at(), handed.by(), handed.late().and(more)));
    }

    /** All reasons are gone: what they were about is over. */
    SubjectState untold() {
        return new SubjectState(Told.NOTHING, pending, overtaken, passed, given, null);
    }

    /** Somebody else has it now as it is. */
    SubjectState handedOn(Span at, String by) {
        Reason all = reasonLateOrNot();
        return all.isNone()
                ? new SubjectState(told, pending, overtaken, passed, given, new Handed(at, by, Reason.NONE))
                : new SubjectState(new Told(all, Told.NOTHING.slots()), pending, overtaken, passed, given, null);
    }

    /** Somebody may have it now as it is: what it says is known there. */
    SubjectState delivered() {
        return with(told.delivered());
    }

    private SubjectState with(Told other) {
        return new SubjectState(other, pending, overtaken, passed, given, handed);
    }

    /** Another bad end, in place of an earlier one of the same property. */
    SubjectState with(Pending more) {
        SortedSet<Pending> all = new TreeSet<>(pending);
        all.removeIf(each -> each.property().equals(more.property()));
        SortedSet<Pending> former = new TreeSet<>(overtaken);
        former.addAll(pending);
        former.removeAll(all);
        former.remove(more);
        all.add(more);
        return new SubjectState(told, all, former, passed, without(more.property()), null);
    }

    /** Perhaps a bad end, beside an earlier one. */
    SubjectState withAlso(Pending more) {
        return new SubjectState(
                told, union(pending, Set.of(more)), overtaken, passed, without(more.property()), handed);
    }

    SubjectState with(Passed more) {
        SortedSet<Passed> all = new TreeSet<>(passed);
        all.add(more);
        return new SubjectState(told, pending, overtaken, all, without(more.property()), handed);
    }

    private Map<String, Set<Atom>> without(String property) {
        if (!given.containsKey(property)) {
            return given;
        }
        Map<String, Set<Atom>> left = new HashMap<>(given);
        left.remove(property);
        return left;
    }

    /** The property was overwritten by a status that is no bad end. */
    SubjectState overwritten(String property, Set<Atom> by) {
        SortedSet<Pending> left = withoutAny(pending, each -> each.property().equals(property));
        SortedSet<Pending> leftOvertaken =
                withoutAny(overtaken, each -> each.property().equals(property));
        SortedSet<Passed> leftPassed = new TreeSet<>(passed);
        leftPassed.removeIf(each -> each.property().equals(property));
        Map<String, Set<Atom>> all = new HashMap<>(given);
        all.put(property, by);
        return new SubjectState(told, left, leftOvertaken, leftPassed, all, left.isEmpty() ? null : handed);
    }

    /** Without the pending sites that stand in certain places. */
    SubjectState without(Predicate<SiteKey> gone) {
        SortedSet<Pending> left = withoutAny(pending, each -> gone.test(each.site()));
        return left.size() == pending.size()
                ? this
                : new SubjectState(
                        told, left, withoutAny(overtaken, each -> gone.test(each.site())), passed, given, handed);
    }

    private static SortedSet<Pending> withoutAny(SortedSet<Pending> all, Predicate<Pending> gone) {
        SortedSet<Pending> left = new TreeSet<>(all);
        left.removeIf(gone);
        return left;
    }

    /**
     * Either of two paths: what is recorded on both, what is pending on one. A path on which nothing is pending says nothing
     * about the reason of what is pending on the other.
     */
    SubjectState or(SubjectState other) {
        SortedSet<Pending> all = union(pending, other.pending);
        SortedSet<Pending> allOvertaken = union(overtaken, other.overtaken);
        SortedSet<Passed> allPassed = new TreeSet<>(passed);
        allPassed.addAll(other.passed);
        boolean alike = waits() == other.waits();
        Told both = alike ? told.or(other.told) : waits() ? told : other.told;
        Handed either = alike ? join(handed, other.handed) : waits() ? handed : other.handed;
        return new SubjectState(both, all, allOvertaken, allPassed, join(given, other.given), either);
    }

    private static SortedSet<Pending> union(SortedSet<Pending> some, Set<Pending> more) {
        SortedMap<Pending, Pending> all = new TreeMap<>();
        some.forEach(each -> all.put(each, each));
        more.forEach(each -> all.merge(each, each, Pending::or));
        return new TreeSet<>(all.values());
    }

    private static Handed join(Handed one, Handed other) {
        if (one == null || other == null) {
            return null;
        }
        Handed first = one.at().compareTo(other.at()) <= 0 ? one : other;
        return new Handed(first.at(), first.by(), one.late().or(other.late()));
    }

    private static Map<String, Set<Atom>> join(Map<String, Set<Atom>> one, Map<String, Set<Atom>> other) {
        Map<String, Set<Atom>> both = new HashMap<>();
        one.forEach((property, atoms) -> {
            if (other.containsKey(property)) {
                Set<Atom> all = new HashSet<>(atoms);
                all.addAll(other.get(property));
                both.put(property, all);
            }
        });
        return both;
    }

    private boolean waits() {
        return !pending.isEmpty() || !passed.isEmpty();
    }

    /** Whether nothing at all is known. */
    boolean isIdle() {
        return isPlain() && told.isNothing() && given.isEmpty() && handed == null;
    }

    /** Whether nothing waits and nothing is recorded: as good as one that was never touched. */
    boolean isPlain() {
        return reason().isNone() && pending.isEmpty() && passed.isEmpty();
    }

    /** Whether the other is the same in all that is known, not only in what parts paths. */
    boolean isSame(SubjectState other) {
        return equals(other)
                && told.isSame(other.told)
                && isSame(pending, other.pending)
                && isSame(overtaken, other.overtaken)
                && given.equals(other.given)
                && Objects.equals(handed, other.handed);
    }

    private static boolean isSame(SortedSet<Pending> some, SortedSet<Pending> others) {
        if (some.size() != others.size()) {
            return false;
        }
        Iterator<Pending> other = others.iterator();
        return some.stream().allMatch(each -> each.isSame(other.next()));
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof SubjectState state
                        && told.equals(state.told)
                        && pending.equals(state.pending)
                        && passed.equals(state.passed);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * told.hashCode() + pending.hashCode()) + passed.hashCode();
    }
}
