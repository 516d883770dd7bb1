package org.runincident.flow.status;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
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
 * <p>Two reasons are equal when they say equally much: what they say is for the reader, and parts no paths.
 *
 * @param given by parameter index (-1 the receiver), what is recorded when the caller gives a reason there
 * @param texts messages and codes among it that are fixed in the source, gaps as {@code {name}}
 */
public record Reason(Level level, SortedMap<Integer, Level> given, SortedSet<String> texts) {

    private static final int MOST_TEXTS = 8;

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

    Reason(Level level, SortedMap<Integer, Level> given) {
        this(level, given, Collections.emptySortedSet());
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
        return new Reason(level.max(other.level), both, union(texts, other.texts));
    }

    /** What is recorded whichever of two paths is taken. */
    Reason or(Reason other) {
        if (equals(other)) {
            return saying(other.texts);
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
        return new Reason(level.min(other.level), either, union(texts, other.texts));
    }

    /** The same at a call, where each parameter is given a value of its own. */
    Reason at(IntFunction<Reason> argument) {
        Reason settled = of(level).saying(texts);
        for (Map.Entry<Integer, Level> entry : given.entrySet()) {
            settled = settled.and(argument.apply(entry.getKey()).atMost(entry.getValue()));
        }
        return settled;
    }

    private Reason atMost(Level most) {
        SortedMap<Integer, Level> less = new TreeMap<>();
        given.forEach((parameter, each) -> less.put(parameter, each.min(most)));
        return new Reason(level.min(most), less, texts);
    }

    /** The same, in these words among others. */
    Reason saying(Collection<String> more) {
        return texts.containsAll(more) ? this : new Reason(level, given, union(texts, more));
    }

    private static SortedSet<String> union(SortedSet<String> some, Collection<String> more) {
        if (some.containsAll(more)) {
            return some;
        }
        SortedSet<String> all = new TreeSet<>(some);
        all.addAll(more);
        while (all.size() > MOST_TEXTS) {
            all.remove(all.last());
        }
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reason reason && reason.level == level && reason.given.equals(given);
    }

    @Override
    public int hashCode() {
        return Objects.hash(level, given);
    }

    private Level with(int parameter) {
        return level.max(given.getOrDefault(parameter, Level.NONE));
    }
}
