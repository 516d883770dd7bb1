package org.runincident.audit.ratchet;

import java.util.ArrayList;
import java.util.List;

/**
 * The known findings of one module, and what its house rules hold on to.
 *
 * @param entries sorted
 * @param measures sorted
 */
public record Baseline(List<BaselineEntry> entries, List<Measure> measures) {
    /** The format this version writes, and the newest it reads. */
    public static final int VERSION = 1;

    public static final Baseline EMPTY = new Baseline(List.of(), List.of());

    public Baseline {
        List<BaselineEntry> sorted = new ArrayList<>(entries);
        sorted.sort(null);
        entries = List.copyOf(sorted);
        List<Measure> sortedMeasures = new ArrayList<>(measures);
        sortedMeasures.sort(null);
        measures = List.copyOf(sortedMeasures);
    }

    /** A baseline of findings alone. */
    public Baseline(List<BaselineEntry> entries) {
        this(entries, List.of());
    }

    public int size() {
        return entries.size();
    }
}
