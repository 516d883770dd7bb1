package org.runincident.model;

import java.util.EnumSet;
import java.util.Set;

/**
 * How a run stands. The first seven are phases of its life; the others end it.
 *
 * <p>Legal moves: a phase may go to a later phase, back to {@link #QUEUED} for another attempt, from waiting back to
 * running, and to any end that can happen there; an end goes nowhere. {@link #mayBecome} is the table.
 */
public enum RunStatus {
    /** Nobody has taken it yet. */
    QUEUED,
    /** It is being handed to a worker. */
    DISPATCHING,
    /** The worker prepares. */
    STARTING,
    /** Work is being done. */
    RUNNING,
    /** It waits for a person, for a limited time. */
    AWAITING_INPUT,
    /** The work is done, its result is being put together. */
    FINALIZING,
    /** The result is being handed over. */
    DELIVERING,

    /** Everything went well. */
    SUCCEEDED,
    /** Some of it went well; what was left undone is listed. */
    @TerminalStatus
    PARTLY_SUCCEEDED,
    /** It failed. */
    @FailureStatus
    FAILED,
    /** A time limit ended it. */
    @FailureStatus
    TIMED_OUT,
    /** It went on without getting anywhere and was ended. */
    @FailureStatus
    STUCK,
    /** Somebody asked for the end. */
    @TerminalStatus
    CANCELLED,
    /** The result exists and could not be handed over. */
    @FailureStatus
    DELIVERY_FAILED,
    /** How it ended cannot be told; a person must look. */
    @TerminalStatus
    NEEDS_REVIEW;

    private static final Set<RunStatus> ENDS_ANYWHERE =
            Set.copyOf(EnumSet.of(FAILED, TIMED_OUT, CANCELLED, NEEDS_REVIEW));

    /** Whether it ends the run. */
    public boolean isTerminal() {
        return compareTo(SUCCEEDED) >= 0;
    }

    /** Whether it ends the run without full success, so that a reason is owed. */
    public boolean owesReason() {
        return compareTo(SUCCEEDED) > 0;
    }

    /** Whether a run may go from here to there. Staying is no move. */
    public boolean mayBecome(RunStatus next) {
        return !isTerminal() && (ENDS_ANYWHERE.contains(next) || onward().contains(next));
    }

    private Set<RunStatus> onward() {
        return switch (this) {
            case QUEUED -> EnumSet.of(DISPATCHING, STARTING, RUNNING);
            case DISPATCHING -> EnumSet.of(QUEUED, STARTING, RUNNING);
            case STARTING -> EnumSet.of(QUEUED, RUNNING);
            case RUNNING ->
                EnumSet.of(QUEUED, AWAITING_INPUT, FINALIZING, DELIVERING, SUCCEEDED, PARTLY_SUCCEEDED, STUCK);
            case AWAITING_INPUT -> EnumSet.of(QUEUED, RUNNING);
            case FINALIZING -> EnumSet.of(QUEUED, DELIVERING, SUCCEEDED, PARTLY_SUCCEEDED, STUCK);
            case DELIVERING -> EnumSet.of(QUEUED, SUCCEEDED, PARTLY_SUCCEEDED, DELIVERY_FAILED);
            case SUCCEEDED, PARTLY_SUCCEEDED, FAILED, TIMED_OUT, STUCK, CANCELLED, DELIVERY_FAILED, NEEDS_REVIEW ->
                EnumSet.noneOf(RunStatus.class);
        };
    }
}
