package org.runincident.model.policy;

/** Why a {@link RecoveryDecision} was taken. Closed. */
public enum DecisionReason {
    /** It may go well later, and attempts are left. */
    AUTO_RETRY,
    /** It may go well later, but all attempts are used. */
    MAX_RETRIES_EXCEEDED,
    /** It would fail again until something changes. */
    PERMANENT_ERROR,
    /** The cause is not known well enough to act on it. */
    LOW_CONFIDENCE,
    /** It may go well later, but retrying by itself is switched off. */
    TRANSIENT_DISABLED,
    /** Somebody wanted the run to end. */
    END_REQUESTED,
    /** The run is not at rest. */
    RUN_BUSY
}
