package org.runincident.model.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.runincident.model.FailureReason;
import org.runincident.model.Outcome;
import org.runincident.model.RunStatus;
import org.runincident.model.event.RunEvent;
import org.runincident.model.event.StatusChange;

/**
 * How a run stands at one moment; what a caller may keep, store or send.
 *
 * @param runId the run
 * @param status how it stands
 * @param version how many changes it has seen; rises by one with each
 * @param since when it came to stand so
 * @param cause who or what made it so
 * @param reason why; null where the status owes none. A stored state that owes one and has none reads as unrecorded
 * @param waitUntil until when it waits for a person; null unless it waits
 * @param limit the time limit that ended it; null unless it timed out
 * @param undone what was left undone; empty unless it succeeded in part
 */
public record RunState(
        String runId,
        RunStatus status,
        long version,
        Instant since,
        String cause,
        FailureReason reason,
        Instant waitUntil,
        Duration limit,
        List<String> undone) {
    public RunState {
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(since, "since");
        status = status == null ? RunStatus.NEEDS_REVIEW : status;
        cause = Objects.requireNonNullElse(cause, "unrecorded");
        reason = reason == null && status.owesReason() ? FailureReason.unrecorded() : reason;
        undone = undone == null ? List.of() : List.copyOf(undone);
    }

    /**
     * The state after a change.
     *
     * @throws IllegalArgumentException if the event is no change of status
     */
    public static RunState after(RunEvent event) {
        StatusChange change = event.change();
        if (change == null) {
            throw new IllegalArgumentException("event " + event.seq() + " is no change of status");
        }
        return new RunState(
                event.runId(),
                change.to(),
                change.version(),
                event.at(),
                change.cause(),
                change.reason(),
                change.waitUntil(),
                change.limit(),
                change.undone());
    }

    /** How it ended; empty while it has not. A run that needs review has failed until somebody says otherwise. */
    public Optional<Outcome> outcome() {
        return Optional.ofNullable(
                switch (status) {
                    case QUEUED, DISPATCHING, STARTING, RUNNING, AWAITING_INPUT, FINALIZING, DELIVERING -> null;
                    case SUCCEEDED -> new Outcome.Succeeded();
                    case PARTLY_SUCCEEDED ->
                        new Outcome.PartlySucceeded(undone.isEmpty() ? List.of("unrecorded") : undone, reason);
                    case FAILED, NEEDS_REVIEW -> new Outcome.Failed(reason);
                    case TIMED_OUT -> new Outcome.TimedOut(Objects.requireNonNullElse(limit, Duration.ZERO), reason);
                    case STUCK -> new Outcome.Stuck(reason);
                    case CANCELLED -> new Outcome.Cancelled(cause, reason);
                    case DELIVERY_FAILED -> new Outcome.DeliveryFailed(reason);
                });
    }
}
