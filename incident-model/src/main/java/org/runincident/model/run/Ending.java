package org.runincident.model.run;

import java.util.List;
import java.util.Objects;
import org.runincident.model.FailureReason;
import org.runincident.model.RunStatus;
import org.runincident.model.event.RunEvent;

/**
 * How a run ended, as far as its history tells.
 *
 * @param status the end; terminal
 * @param reason why; null only for full success
 * @param rule the row of the table that decided, see {@link TerminalInference}
 * @param evidence the event that decided; null if none did
 * @param conflicting older events that tell something else, latest first
 */
public record Ending(
        RunStatus status, FailureReason reason, String rule, RunEvent evidence, List<RunEvent> conflicting) {
    /** @throws IllegalArgumentException if the status is no end, or owes a reason that is missing */
    public Ending {
        Objects.requireNonNull(rule, "rule");
        conflicting = List.copyOf(conflicting);
        if (!status.isTerminal()) {
            throw new IllegalArgumentException(status + " does not end a run");
        }
        if (status.owesReason() && reason == null) {
            throw new IllegalArgumentException(status + " owes a reason");
        }
    }
}
