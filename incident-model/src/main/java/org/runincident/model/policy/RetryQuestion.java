package org.runincident.model.policy;

import java.time.Duration;
import java.util.Objects;
import org.runincident.model.Confidence;
import org.runincident.model.FailureReason;

/**
 * What {@link RetryPolicy#decide} is asked.
 *
 * @param runId the run; scatters the waits of different runs
 * @param reason why it failed
 * @param confidence how sure that is
 * @param attempts how many attempts have been made, the failed one included; at least 1
 * @param busy whether the run is not at rest: somebody works on it
 * @param resumeStep the step from which it could go on; null if it must start over
 * @param checkpoint id of a saved state it could go back to; null if there is none
 * @param provider who else could do the work; null if nobody
 * @param askedToWait how long the other side asked to wait; null if it did not
 */
public record RetryQuestion(
        String runId,
        FailureReason reason,
        Confidence confidence,
        int attempts,
        boolean busy,
        String resumeStep,
        String checkpoint,
        String provider,
        Duration askedToWait) {
    /** @throws IllegalArgumentException if there was no attempt */
    public RetryQuestion {
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(confidence, "confidence");
        if (attempts < 1) {
            throw new IllegalArgumentException("what failed has been tried at least once, not " + attempts + " times");
        }
    }

    /** After a failed attempt at a run at rest, of which nothing else is known. */
    public static RetryQuestion of(String runId, FailureReason reason, int attempts) {
        return new RetryQuestion(runId, reason, Confidence.HIGH, attempts, false, null, null, null, null);
    }

    /** With this confidence in the reason. */
    public RetryQuestion confidence(Confidence value) {
        return new RetryQuestion(runId, reason, value, attempts, busy, resumeStep, checkpoint, provider, askedToWait);
    }

    /** Whether somebody works on the run. */
    public RetryQuestion busy(boolean value) {
        return new RetryQuestion(
                runId, reason, confidence, attempts, value, resumeStep, checkpoint, provider, askedToWait);
    }

    /** It could go on from this step. */
    public RetryQuestion resumeStep(String value) {
        return new RetryQuestion(runId, reason, confidence, attempts, busy, value, checkpoint, provider, askedToWait);
    }

    /** It could go back to this saved state. */
    public RetryQuestion checkpoint(String value) {
        return new RetryQuestion(runId, reason, confidence, attempts, busy, resumeStep, value, provider, askedToWait);
    }

    /** Somebody else could do the work. */
    public RetryQuestion provider(String value) {
        return new RetryQuestion(runId, reason, confidence, attempts, busy, resumeStep, checkpoint, value, askedToWait);
    }

    /** The other side asked to wait this long. */
    public RetryQuestion askedToWait(Duration value) {
        return new RetryQuestion(runId, reason, confidence, attempts, busy, resumeStep, checkpoint, provider, value);
    }
}
