package org.runincident.audit.house;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.runincident.code.Place;

/**
 * What an audit of the module found, for the house rules that count it.
 *
 * @param undecided places of the sites that cannot be decided, sorted, by status ({@code Task.status})
 * @param letStand places of the findings that are allowed or known to the baseline, sorted, by rule
 * @param fresh how many findings of a rule are neither
 */
public record Counted(
        SortedMap<String, List<Place>> undecided, SortedMap<String, List<Place>> letStand, Map<String, Integer> fresh) {
    /** Nothing was found, or nobody counts. */
    public static final Counted NOTHING = new Counted(new TreeMap<>(), new TreeMap<>(), Map.of());

    public Counted {
        undecided = Collections.unmodifiableSortedMap(new TreeMap<>(undecided));
        letStand = Collections.unmodifiableSortedMap(new TreeMap<>(letStand));
        fresh = Map.copyOf(fresh);
    }
}
