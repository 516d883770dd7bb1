package org.runincident.model.insight;

import java.util.List;
import java.util.Objects;
import org.runincident.model.incident.RunIncident;

/**
 * Past incidents like one at hand, and what resolved them. Implementations are thread-safe; a deleted incident never surfaces
 * again.
 */
public interface SimilarIncidents {
    /**
     * Past incidents, the most similar first, among equals the latest first; never the incident itself.
     *
     * @param max how many at most; at least 1
     */
    List<Similar> like(RunIncident incident, int max);

    /**
     * A past incident.
     *
     * @param incidentId its id
     * @param runId its run
     * @param score how similar it is, above 0 and at most 1
     * @param resolution what resolved it; null if nobody said
     */
    record Similar(String incidentId, String runId, double score, String resolution) {
        public Similar {
            Objects.requireNonNull(incidentId, "incidentId");
            Objects.requireNonNull(runId, "runId");
        }
    }
}
