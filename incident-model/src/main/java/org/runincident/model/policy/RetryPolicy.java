package org.runincident.model.policy;

import static org.runincident.model.policy.DecisionReason.AUTO_RETRY;
import static org.runincident.model.policy.DecisionReason.END_REQUESTED;
import static org.runincident.model.policy.DecisionReason.LOW_CONFIDENCE;
import static org.runincident.model.policy.DecisionReason.MAX_RETRIES_EXCEEDED;
import static org.runincident.model.policy.DecisionReason.PERMANENT_ERROR;
import static org.runincident.model.policy.DecisionReason.RUN_BUSY;
import static org.runincident.model.policy.DecisionReason.TRANSIENT_DISABLED;

import java.time.Duration;
import java.util.Objects;
import org.runincident.model.Confidence;
import org.runincident.model.FailureCategory;
import org.runincident.model.Permanence;

/**
 * What is safe to do after a failure. A pure function of its question: it retries nothing itself. What is not known is never
 * retried by itself. The table of its answers is in the README.
 *
 * @param maxAttempts how many attempts there are in all; at least 1
 * @param retryTransient whether what may go well later is tried again without asking
 * @param backoff how long to wait before each attempt
 */
public record RetryPolicy(int maxAttempts, boolean retryTransient, Backoff backoff) {
    private static final Duration BUSY_WAIT = Duration.ofSeconds(5);

    /** @throws IllegalArgumentException if there is no attempt at all */
    public RetryPolicy {
        Objects.requireNonNull(backoff, "backoff");
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("a policy has at least one attempt, not " + maxAttempts);
        }
    }

    /** Three attempts, transient failures are tried again, {@link Backoff#standard()}. */
    public static RetryPolicy standard() {
        return new RetryPolicy(3, true, Backoff.standard());
    }

    /** What is safe to do. */
    public RecoveryDecision decide(RetryQuestion question) {
        if (question.busy()) {
            return new RecoveryDecision.Busy(BUSY_WAIT, RUN_BUSY);
        }
        FailureCategory category = question.reason().category();
        Permanence permanence = question.reason().permanence();
        if (category == FailureCategory.USER_CANCEL && permanence == Permanence.PERMANENT) {
            return new RecoveryDecision.Abandon(END_REQUESTED);
        }
        if (category == FailureCategory.UNKNOWN || question.confidence() == Confidence.LOW) {
            return new RecoveryDecision.Ask(LOW_CONFIDENCE);
        }
        return permanence == Permanence.PERMANENT ? permanent(question, category) : transientFailure(question);
    }

    private static RecoveryDecision permanent(RetryQuestion question, FailureCategory category) {
        return switch (category) {
            case CONFIGURATION, DISK_FULL, FILE_IO -> new RecoveryDecision.Pause(PERMANENT_ERROR);
            case MODEL, NETWORK, RATE_LIMIT, TIMEOUT, DISPATCH, WORKER_CRASH, STUCK, DELIVERY ->
                elsewhere(question, PERMANENT_ERROR);
            case INTERNAL, USER_CANCEL, UNKNOWN -> new RecoveryDecision.Abandon(PERMANENT_ERROR);
        };
    }

    private RecoveryDecision transientFailure(RetryQuestion question) {
        if (!retryTransient) {
            return new RecoveryDecision.Ask(TRANSIENT_DISABLED);
        }
        if (question.attempts() >= maxAttempts) {
            return elsewhere(question, MAX_RETRIES_EXCEEDED);
        }
        Duration wait = wait(question);
        return question.resumeStep() == null
                ? new RecoveryDecision.Retry(wait, AUTO_RETRY)
                : new RecoveryDecision.ResumeFromStep(question.resumeStep(), wait, AUTO_RETRY);
    }

    /** The same again is of no use: somebody else, or an earlier state, or the end. */
    private static RecoveryDecision elsewhere(RetryQuestion question, DecisionReason reason) {
        if (question.provider() != null) {
            return new RecoveryDecision.SwitchProvider(question.provider(), reason);
        }
        if (question.checkpoint() != null) {
            return new RecoveryDecision.RestoreCheckpoint(question.checkpoint(), reason);
        }
        return new RecoveryDecision.Abandon(reason);
    }

    /** Never sooner than the other side asked for. */
    private Duration wait(RetryQuestion question) {
        Duration own = backoff.after(question.attempts(), question.runId().hashCode());
        Duration asked = question.askedToWait();
        return asked != null && asked.compareTo(own) > 0 ? asked : own;
    }
}
