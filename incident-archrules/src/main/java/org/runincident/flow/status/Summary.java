package org.runincident.flow.status;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.runincident.code.TypeName;

/**
 * What a call does to what it is given, as far as statuses and reasons go.
 *
 * @param outcomes ways it can return; none when it never does
 */
record Summary(List<Outcome> outcomes) {

    /** Nothing is known, or nothing that matters happens. */
    static final Summary NOTHING = new Summary(List.of(new Outcome(new TreeMap<>(), Result.UNKNOWN, new TreeMap<>())));

    static final Summary NEVER_RETURNS = new Summary(List.of());

    /**
     * One way to return.
     *
     * @param assumes by parameter, what it must have been given for this to happen
     * @param effects what happened, by object
     */
    record Outcome(SortedMap<Integer, Assumption> assumes, Result result, SortedMap<Anchor, Effect> effects) {

        boolean fails() {
            return effects.values().stream().anyMatch(Effect::writes);
        }

        boolean isNothing() {
            return effects.values().stream().allMatch(Effect::isQuiet) && result.equals(Result.UNKNOWN);
        }
    }

    /** A parameter is one of these, or (among null) none of those. */
    record Assumption(Set<Atom> among, Set<Atom> except) {

        /** What both say. */
        Assumption or(Assumption other) {
            if (among != null && other.among != null) {
                Set<Atom> either = new TreeSet<>(among);
                either.addAll(other.among);
                return new Assumption(either, Set.of());
            }
            Set<Atom> neither = new TreeSet<>(among == null ? except : other.except);
            neither.removeIf(atom -> !excludes(atom) || !other.excludes(atom));
            return new Assumption(null, neither);
        }

        private boolean excludes(Atom atom) {
            return among == null ? except.contains(atom) : !among.contains(atom);
        }

        boolean isNothing() {
            return among == null && except.isEmpty();
        }
    }

    /**
     * What is returned.
     *
     * @param same the object it is, when the caller knows that; else null
     * @param carries the reason it says; null when only its type tells
     * @param parameters those it may be, unchanged
     */
    record Result(Anchor same, TypeName type, Set<Atom> atoms, boolean open, Reason carries, Set<Integer> parameters) {

        static final Result UNKNOWN = new Result(null, TypeName.UNKNOWN, Set.of(), true, null, Set.of());

        Result or(Result other) {
            if (equals(other)) {
                return this;
            }
            Set<Atom> all = new TreeSet<>(atoms);
            all.addAll(other.atoms);
            Set<Integer> from = new TreeSet<>(parameters);
            from.addAll(other.parameters);
            return new Result(
                    same != null && same.equals(other.same) ? same : null,
                    type.isUnknown() ? other.type : type,
                    all,
                    open || other.open,
                    carries == null || other.carries == null ? null : carries.or(other.carries),
                    from);
        }
    }

    /**
     * What happened to one object.
     *
     * @param told the reason recorded with it, and the slots that were emptied
     * @param written the bad ends it was given, by property
     * @param given the other statuses it was given for certain, by property
     */
    record Effect(Told told, SortedMap<String, Written> written, Map<String, Set<Atom>> given) {

        Effect {
            given = Map.copyOf(given);
        }

        Reason reason() {
            return told.reason();
        }

        boolean writes() {
            return !written.isEmpty();
        }

        /** Whether it neither fails anything nor says why. */
        boolean isQuiet() {
            return written.isEmpty() && reason().isNone();
        }

        Effect or(Effect other) {
            SortedMap<String, Written> all = new TreeMap<>(written);
            other.written.forEach((property, each) -> all.merge(
                    property,
                    each,
                    (mine, others) -> isSilentBeside(other)
                            ? mine.or(others.explained())
                            : other.isSilentBeside(this) ? mine.explained().or(others) : mine.or(others)));
            Told both = writes() == other.writes() ? told.or(other.told) : writes() ? told : other.told;
            Map<String, Set<Atom>> givenByBoth = new HashMap<>();
            given.forEach((property, atoms) -> {
                if (other.given.containsKey(property)) {
                    Set<Atom> any = new TreeSet<>(atoms);
                    any.addAll(other.given.get(property));
                    givenByBoth.put(property, any);
                }
            });
            return new Effect(both, all, givenByBoth);
        }

        /** Whether it is this one of two that leaves to be asked why: the other says so itself. */
        private boolean isSilentBeside(Effect other) {
            return reason().isNone() && other.reason().assumed() != Reason.Level.NONE;
        }

        /** Names of the slots that were emptied. */
        Set<String> emptied() {
            Set<String> names = new TreeSet<>();
            told.slots().forEach((name, slot) -> {
                if (slot.said().isNone()) {
                    names.add(name);
                }
            });
            return names;
        }

        /** The same, but for slots that were emptied, some left alone. */
        Effect emptyingOnly(Set<String> kept) {
            SortedMap<String, Told.Slot> left = new TreeMap<>(told.slots());
            left.entrySet().removeIf(slot -> slot.getValue().said().isNone() && !kept.contains(slot.getKey()));
            return new Effect(new Told(told.elsewhere(), left), written, given);
        }

        /** What matters to those who know it for the same: not how it came to that. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Effect effect
                    && effect.told.equals(told)
                    && effect.written.equals(written)
                    && effect.given.equals(given);
        }

        @Override
        public int hashCode() {
            return Objects.hash(told, written, given);
        }
    }

    /**
     * A status that was given.
     *
     * @param ends bad ends fixed in the callee
     * @param sites where they are written
     * @param parameters those that hand in the status
     */
    record Written(Ends ends, SortedSet<SiteKey> sites, SortedSet<Integer> parameters) {

        Written or(Written other) {
            SortedSet<SiteKey> allSites = new TreeSet<>(sites);
            allSites.addAll(other.sites);
            SortedSet<Integer> allParameters = new TreeSet<>(parameters);
            allParameters.addAll(other.parameters);
            return new Written(ends.or(other.ends), allSites, allParameters);
        }

        private Written explained() {
            return new Written(ends.explained(), sites, parameters);
        }
    }

    boolean isNothing() {
        return outcomes.size() == 1 && outcomes.get(0).isNothing();
    }

    /** Whether it does something to what it is given, or hands out a bad end. */
    boolean isEffective() {
        return outcomes.isEmpty()
                || outcomes.stream()
                        .anyMatch(outcome -> outcome.effects().values().stream().anyMatch(effect -> !effect.isQuiet())
                                || outcome.result().carries() != null
                                || outcome.result().atoms().stream().anyMatch(a -> a.kind() == Atom.Kind.CONSTANT));
    }

    /** All ways to return as one. A way that gives no status says nothing about the reason of one that does. */
    Summary collapsed() {
        return outcomes.size() <= 1 ? this : merge(outcomes);
    }

    /**
     * The ways that give a bad end as one, and the others as one, where what was handed in tells them apart; else all as one.
     */
    Summary condensed() {
        List<Outcome> failing = outcomes.stream().filter(Outcome::fails).toList();
        List<Outcome> others =
                outcomes.stream().filter(outcome -> !outcome.fails()).toList();
        SortedMap<Integer, Assumption> needed = failing.isEmpty() ? new TreeMap<>() : commonOf(failing);
        if (others.isEmpty() || needed.isEmpty()) {
            return collapsed();
        }
        Outcome fails = merge(failing).outcomes().get(0);
        Outcome rest = merge(others).outcomes().get(0);
        return new Summary(List.of(
                new Outcome(needed, fails.result(), fails.effects()),
                new Outcome(commonOf(others), rest.result(), rest.effects())));
    }

    /** What holds on all these ways of what was handed in. */
    private static SortedMap<Integer, Assumption> commonOf(List<Outcome> ways) {
        SortedMap<Integer, Assumption> common = new TreeMap<>(ways.get(0).assumes());
        for (Outcome way : ways) {
            common.keySet().retainAll(way.assumes().keySet());
            common.replaceAll((index, assumption) -> assumption.or(way.assumes().get(index)));
        }
        common.values().removeIf(Assumption::isNothing);
        return common;
    }

    /** What a call does that can mean each of these. */
    static Summary ofAny(List<Summary> targets) {
        if (targets.size() == 1) {
            return targets.get(0);
        }
        List<Outcome> all = new ArrayList<>();
        targets.forEach(target -> all.addAll(target.collapsed().outcomes()));
        return all.isEmpty() ? NEVER_RETURNS : merge(all);
    }

    private static Summary merge(List<Outcome> outcomes) {
        SortedMap<Anchor, Effect> effects = new TreeMap<>();
        Result result = outcomes.get(0).result();
        SortedSet<Anchor> anchors = new TreeSet<>();
        for (Outcome outcome : outcomes) {
            anchors.addAll(outcome.effects().keySet());
            result = result.or(outcome.result());
        }
        Effect none = new Effect(Told.NOTHING, new TreeMap<>(), Map.of());
        for (Anchor anchor : anchors) {
            Effect joined = null;
            for (Outcome outcome : outcomes) {
                Effect effect = outcome.effects().getOrDefault(anchor, none);
                joined = joined == null ? effect : joined.or(effect);
            }
            if (!joined.isQuiet()
                    || !joined.told().isNothing()
                    || !joined.given().isEmpty()) {
                effects.put(anchor, joined);
            }
        }
        return new Summary(List.of(new Outcome(new TreeMap<>(), result, effects)));
    }
}
