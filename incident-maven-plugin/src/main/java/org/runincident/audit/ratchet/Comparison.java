package org.runincident.audit.ratchet;

import java.util.List;

/**
 * What became of the baseline's entries and the run's findings. Every finding is in exactly one of the lists of findings,
 * every entry in exactly one of the lists of entries.
 *
 * @param fresh findings the baseline does not hold
 * @param known findings it holds, with their entries
 * @param stale entries whose finding is gone: mended
 * @param unjudged entries nobody looked for in this run
 */
public record Comparison(
        List<Identified> fresh, List<Match> known, List<BaselineEntry> stale, List<BaselineEntry> unjudged) {
    /** How an entry was recognised. */
    public enum How {
        EXACT,
        EDITED,
        MOVED
    }

    /** An entry and its finding. */
    public record Match(BaselineEntry entry, Identified finding, How how) {
        /** The entry as it should stand from now on. */
        BaselineEntry updated() {
            return entry.at(finding);
        }
    }

    public Comparison {
        fresh = List.copyOf(fresh);
        known = List.copyOf(known);
        stale = List.copyOf(stale);
        unjudged = List.copyOf(unjudged);
    }
}
