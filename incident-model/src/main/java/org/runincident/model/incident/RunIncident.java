package org.runincident.model.incident;

import java.time.Instant;
import java.util.Objects;
import org.runincident.model.RunStatus;

/**
 * A run that ended without plain success: the first four layers, and a summary if one was written.
 *
 * @param schemaVersion version of the JSON form, see {@link org.runincident.model.json.IncidentJson#schema()}
 * @param id the incident's own id
 * @param runId the run
 * @param at when it ended
 * @param status how it ended; one this version does not know reads as needs_review
 * @param facts what happened
 * @param cause why it ended
 * @param phase where it was
 * @param recovery what is safe now
 * @param summary a text about it; null if none was written
 */
public record RunIncident(
        int schemaVersion,
        String id,
        String runId,
        Instant at,
        RunStatus status,
        Facts facts,
        Cause cause,
        Phase phase,
        Recovery recovery,
        Summary summary) {
    /** The version that this library writes. */
    public static final int SCHEMA_VERSION = 1;

    /** @throws IllegalArgumentException if the run has not ended, or ended in plain success */
    public RunIncident {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(at, "at");
        status = Objects.requireNonNullElse(status, RunStatus.NEEDS_REVIEW);
        if (!status.owesReason()) {
            throw new IllegalArgumentException("a run that is " + status + " is no incident");
        }
        schemaVersion = schemaVersion < 1 ? SCHEMA_VERSION : schemaVersion;
        facts = facts == null ? Facts.none() : facts;
        cause = cause == null ? new Cause(null, null, null, null) : cause;
        phase = phase == null ? Phase.of(Phase.Kind.UNKNOWN) : phase;
        recovery = recovery == null ? new Recovery(null, null) : recovery;
    }

    /** With a text about it; all else stays. */
    public RunIncident summary(Summary text) {
        return new RunIncident(
                schemaVersion, id, runId, at, status, facts, cause, phase, recovery, Objects.requireNonNull(text));
    }

    /** With estimates or other facts that the events do not hold; all else stays. */
    public RunIncident facts(Facts better) {
        return new RunIncident(
                schemaVersion, id, runId, at, status, Objects.requireNonNull(better), cause, phase, recovery, summary);
    }
}
