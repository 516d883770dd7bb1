package org.runincident.model.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.runincident.model.FailureReason;
import org.runincident.model.RunStatus;

/**
 * One change of a run's status.
 *
 * @param from the status before; null for the first one of a run
 * @param to the status after; one this version does not know reads as needs_review
 * @param version how many changes the run has seen, this one included; the first is 1
 * @param cause who or what made it change, such as a worker's or person's name
 * @param reason why; null where the new status owes none. Where it owes one and none is stored, it reads as unrecorded
 * @param waitUntil how long a wait for a person lasts at most; null unless it waits
 * @param limit the time limit that ended it; null unless it timed out
 * @param undone what was left undone; empty unless it succeeded in part
 */
public record StatusChange(
        RunStatus from,
        RunStatus to,
        long version,
        String cause,
        FailureReason reason,
        Instant waitUntil,
        Duration limit,
        List<String> undone) {
    public StatusChange {
        to = to == null ? RunStatus.NEEDS_REVIEW : to;
        cause = Objects.requireNonNullElse(cause, "unrecorded");
        reason = reason == null && to.owesReason() ? FailureReason.unrecorded() : reason;
        undone = undone == null ? List.of() : List.copyOf(undone);
    }
}
