package org.runincident.flow.status;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.runincident.code.Span;

/**
 * What a subject has been told about why, slot by slot where that is known: a slot that is written anew or emptied holds
 * no more what it held, whereas what was given along with a call, or has been saved, stays.
 *
 * <p>Two are equal when they say equally much, wherever it stands.
 *
 * @param elsewhere what stands in no slot that could be emptied
 * @param slots by name, what each holds now; a slot that was emptied says nothing
 */
record Told(Reason elsewhere, SortedMap<String, Slot> slots) {

    /**
     * What one slot holds.
     *
     * @param said {@link Reason#NONE} when it was emptied
     * @param at where it was written
     * @param detailed whether it says more than a text that is the same every time
     */
    record Slot(Reason said, Span at, boolean detailed) {

        Slot or(Slot other) {
            return new Slot(
                    said.or(other.said), at.compareTo(other.at) <= 0 ? at : other.at, detailed && other.detailed);
        }
    }

    static final Told NOTHING = new Told(Reason.NONE, Collections.emptySortedMap());

    Told {
        slots = Collections.unmodifiableSortedMap(slots);
    }

    /** All of it together. */
    Reason reason() {
        Reason all = elsewhere;
        for (Slot slot : slots.values()) {
            all = all.and(slot.said());
        }
        return all;
    }

    boolean isNothing() {
        return slots.isEmpty() && elsewhere.isNone();
    }

    /** More, beside all that is there. */
    Told also(Reason more) {
        return more.isNone() ? this : new Told(elsewhere.and(more), slots);
    }

    /** A slot is written; what it held is gone. */
    Told with(String name, Slot slot) {
        SortedMap<String, Slot> all = new TreeMap<>(slots);
        all.put(name, slot);
        return new Told(elsewhere, all);
    }

    /** The slot as it was last written; null when it was not. */
    Slot slot(String name) {
        return slots.get(name);
    }

    /** Somebody has it now: emptying a slot takes it back no more. */
    Told delivered() {
        return slots.isEmpty() ? this : new Told(reason(), Collections.emptySortedMap());
    }

    Told saying(SortedSet<String> texts) {
        return new Told(elsewhere.saying(texts), slots);
    }

    /** What is told whichever of two paths was taken: a slot counts as such when both wrote it. */
    Told or(Told other) {
        if (elsewhere.equals(other.elsewhere) && slots.equals(other.slots)) {
            return saying(other.elsewhere.texts());
        }
        SortedMap<String, Slot> both = new TreeMap<>();
        Reason mine = elsewhere;
        Reason others = other.elsewhere;
        for (String name : names(other)) {
            Slot one = slots.get(name);
            Slot two = other.slots.get(name);
            if (one != null && two != null && one.said().isNone() == two.said().isNone()) {
                both.put(name, one.or(two));
            } else {
                mine = one == null ? mine : mine.and(one.said());
                others = two == null ? others : others.and(two.said());
            }
        }
        return new Told(mine.or(others), both);
    }

    private SortedSet<String> names(Told other) {
        SortedSet<String> names = new TreeSet<>(slots.keySet());
        names.addAll(other.slots.keySet());
        return names;
    }

    /** Whether the other says the same in the same places and words. */
    boolean isSame(Told other) {
        return elsewhere.equals(other.elsewhere)
                && slots.equals(other.slots)
                && reason().texts().equals(other.reason().texts());
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Told told && told.reason().equals(reason());
    }

    @Override
    public int hashCode() {
        return reason().hashCode();
    }
}
