package org.runincident.corpus;

import java.util.List;

/**
 * What an audit of one artifact gave.
 *
 * @param levels what the inventory says of each status site
 * @param millis wall time of the audit, without the start of its JVM; -1 when not measured
 * @param cpuMillis processor time of that JVM, its start included; -1 when not measured
 * @param peakHeap highest use of the heap in bytes, garbage included; -1 when not measured
 * @param walk what walking the paths of its findings came to; null when the sources are not at hand
 */
record Audited(
        List<Found> findings, List<Level> levels, long millis, long cpuMillis, long peakHeap, PathCheck.Walk walk) {
    /**
     * The reason level of a status site.
     *
     * @param level {@code silent}, {@code text}, {@code structured} or {@code undecided}
     */
    record Level(String path, int line, String level) {}

    Audited {
        findings = List.copyOf(findings);
        levels = List.copyOf(levels);
    }
}
