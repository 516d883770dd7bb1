package org.runincident.audit.ratchet;

import java.util.ArrayList;
import java.util.List;

/**
 * The known findings of one module.
 *
 * @param entries sorted
 */
public record Baseline(List<BaselineEntry> entries) {
    /** The format this version writes, and the newest it reads. */
    public static final int VERSION = 1;

    public static final Baseline EMPTY = new Baseline(List.of());

    public Baseline {
        List<BaselineEntry> sorted = new ArrayList<>(entries);
        sorted.sort(null);
        entries = List.copyOf(sorted);
    }

    public int size() {
        return entries.size();
    }
}
