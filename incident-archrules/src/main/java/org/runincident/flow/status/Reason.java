package org.runincident.flow.status;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * What a subject has been told about why.
 *
 * <pre>
 *   STRUCTURED      an exception, a cause, a code, a reason object
 *       |
 *     TEXT          free text
 *       |
 *     NONE          nothing, null, blank, or a word that says nothing
 * </pre>
 *
 * A reason handed in through a parameter counts only when the caller gives one: such reasons are kept apart, by
 * parameter, and settled at each call.
 *
 * @param level what is recorded whatever the caller hands in
 * @param given by parameter index (-1 the receiver), what is recorded when the caller gives a reason there
 */
public record Reason(Level level, SortedMap<Integer, Level> given) {

    /** How well it says why; in order of strength. */
    public enum Level {
        NONE,
        TEXT,
        STRUCTURED;

        Level max(Level other) {
            return compareTo(other) >= 0 ? this : other;
        }

        Level min(Level other) {
            return compareTo(other) <= 0 ? this : other;
        }
    }

    static final Reason NONE = new Reason(Level.NONE, new TreeMap<>());
    static final Reason TEXT = new Reason(Level.TEXT, new TreeMap<>());
    static final Reason STRUCTURED = new Reason(Level.STRUCTURED, new TreeMap<>());

    static Reason of(Level level) {
        return switch (level) {
            case NONE -> NONE;
            case TEXT -> TEXT;
            case STRUCTURED -> STRUCTURED;
        };
    }

    /** Recorded at that level when the caller gives one. */
    static Reason givenBy(Collection<Integer> parameters, Level level) {
        SortedMap<Integer, Level> given = new TreeMap<>();
        parameters.forEach(parameter -> given.put(parameter, level));
        return new Reason(Level.NONE, given);
    }

    boolean isNone() {
        return level == Level.NONE && given.isEmpty();
    }

    /** The level where every caller gives what it can. */
    Level assumed() {
        Level strongest = level;
        for (Level each : given.values()) {
            strongest = strongest.max(each);
        }
        return strongest;
    }

    /** Both recorded on one path. */
    Reason and(Reason other) {
        if (other.isNone()) {
            return this;
        }
        if (isNone()) {
            return other;
        }
        SortedMap<Integer, Level> both = new TreeMap<>(given);
        other.given.forEach((parameter, each) -> both.merge(parameter, each, Level::max));
        return new Reason(level.max(other.level), both);
    }

    /** What is recorded whichever of two paths is taken. */
    Reason or(Reason other) {
        if (equals(other)) {
            return this;
        }
        SortedMap<Integer, Level> either = new TreeMap<>();
        TreeSet<Integer> parameters = new TreeSet<>(given.keySet());
        parameters.addAll(other.given.keySet());
        for (int parameter : parameters) {
            Level weakest = with(parameter).min(other.with(parameter));
            if (weakest != Level.NONE) {
                either.put(parameter, weakest);
            }
        }
        return new Reason(level.min(other.level), either);
    }

    /** The same at a call, where each parameter is given a value of its own. */
    Reason at(IntFunction<Reason> argument) {
        Reason settled = of(level);
        for (Map.Entry<Integer, Level> entry : given.entrySet()) {
            settled = settled.and(argument.apply(entry.getKey()).atMost(entry.getValue()));
        }
        return settled;
    }

    private Reason atMost(Level most) {
        SortedMap<Integer, Level> less = new TreeMap<>();
        given.forEach((parameter, each) -> less.put(parameter, each.min(most)));
        return new Reason(level.min(most), less);
    }

    private Level with(int parameter) {
        return level.max(given.getOrDefault(parameter, Level.NONE));
    }
}
