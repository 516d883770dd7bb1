package org.runincident.model.policy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.runincident.model.Outcome;
import org.runincident.model.OutcomeType;

/**
 * What is safe to do about a failed run. Closed; every decision says why by a {@link DecisionReason}. One that this version
 * does not know (a newer one wrote it) reads as {@link Ask}.
 *
 * <ul>
 *   <li>{@link Retry}: the same again, after a while.
 *   <li>{@link Pause}: wait until somebody has mended something, then go on.
 *   <li>{@link ResumeFromStep}: again, but only from a step on, after a while.
 *   <li>{@link RestoreCheckpoint}: go back to a saved state first.
 *   <li>{@link SwitchProvider}: the same with somebody else.
 *   <li>{@link Ask}: a person decides.
 *   <li>{@link Abandon}: nothing more is to be done.
 *   <li>{@link Busy}: the run is not at rest; ask again later.
 * </ul>
 */
@OutcomeType
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = RecoveryDecision.Ask.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = RecoveryDecision.Retry.class, name = "retry"),
    @JsonSubTypes.Type(value = RecoveryDecision.Pause.class, name = "pause"),
    @JsonSubTypes.Type(value = RecoveryDecision.ResumeFromStep.class, name = "resume_from_step"),
    @JsonSubTypes.Type(value = RecoveryDecision.RestoreCheckpoint.class, name = "restore_checkpoint"),
    @JsonSubTypes.Type(value = RecoveryDecision.SwitchProvider.class, name = "switch_provider"),
    @JsonSubTypes.Type(value = RecoveryDecision.Ask.class, name = "ask"),
    @JsonSubTypes.Type(value = RecoveryDecision.Abandon.class, name = "abandon"),
    @JsonSubTypes.Type(value = RecoveryDecision.Busy.class, name = "busy")
})
public sealed interface RecoveryDecision {
    /** Why. */
    DecisionReason reason();

    /**
     * The same again.
     *
     * @param after how long to wait first
     */
    record Retry(Duration after, DecisionReason reason) implements RecoveryDecision {
        public Retry {
            after = Objects.requireNonNullElse(after, Duration.ZERO);
            reason = orUnknown(reason);
        }
    }

    /** Wait until somebody has mended something. */
    record Pause(DecisionReason reason) implements RecoveryDecision {
        public Pause {
            reason = orUnknown(reason);
        }
    }

    /**
     * Again from a step on.
     *
     * @param step the first step to do
     * @param after how long to wait first
     */
    record ResumeFromStep(String step, Duration after, DecisionReason reason) implements RecoveryDecision {
        public ResumeFromStep {
            Objects.requireNonNull(step, "step");
            after = Objects.requireNonNullElse(after, Duration.ZERO);
            reason = orUnknown(reason);
        }
    }

    /**
     * Back to a saved state.
     *
     * @param checkpoint its id
     */
    record RestoreCheckpoint(String checkpoint, DecisionReason reason) implements RecoveryDecision {
        public RestoreCheckpoint {
            Objects.requireNonNull(checkpoint, "checkpoint");
            reason = orUnknown(reason);
        }
    }

    /**
     * The same with somebody else.
     *
     * @param provider who
     */
    record SwitchProvider(String provider, DecisionReason reason) implements RecoveryDecision {
        public SwitchProvider {
            Objects.requireNonNull(provider, "provider");
            reason = orUnknown(reason);
        }
    }

    /** A person decides. */
    record Ask(DecisionReason reason) implements RecoveryDecision {
        public Ask {
            reason = orUnknown(reason);
        }
    }

    /** Nothing more is to be done. */
    record Abandon(DecisionReason reason) implements RecoveryDecision {
        public Abandon {
            reason = orUnknown(reason);
        }
    }

    /**
     * The run is not at rest.
     *
     * @param retryAfter when to ask again
     */
    record Busy(Duration retryAfter, DecisionReason reason) implements RecoveryDecision {
        public Busy {
            retryAfter = Objects.requireNonNullElse(retryAfter, Duration.ZERO);
            reason = orUnknown(reason);
        }
    }

    private static DecisionReason orUnknown(DecisionReason reason) {
        return Objects.requireNonNullElse(reason, DecisionReason.LOW_CONFIDENCE);
    }

    /** Answers with the function of the variant at hand. */
    default <R> R match(
            Function<? super Retry, ? extends R> retry,
            Function<? super Pause, ? extends R> pause,
            Function<? super ResumeFromStep, ? extends R> resumeFromStep,
            Function<? super RestoreCheckpoint, ? extends R> restoreCheckpoint,
            Function<? super SwitchProvider, ? extends R> switchProvider,
            Function<? super Ask, ? extends R> ask,
            Function<? super Abandon, ? extends R> abandon,
            Function<? super Busy, ? extends R> busy) {
        if (this instanceof Retry variant) {
            return retry.apply(variant);
        }
        if (this instanceof Pause variant) {
            return pause.apply(variant);
        }
        if (this instanceof ResumeFromStep variant) {
            return resumeFromStep.apply(variant);
        }
        if (this instanceof RestoreCheckpoint variant) {
            return restoreCheckpoint.apply(variant);
        }
        if (this instanceof SwitchProvider variant) {
            return switchProvider.apply(variant);
        }
        if (this instanceof Ask variant) {
            return ask.apply(variant);
        }
        if (this instanceof Abandon variant) {
            return abandon.apply(variant);
        }
        if (this instanceof Busy variant) {
            return busy.apply(variant);
        }
        throw Outcome.never(this);
    }

    /** Its name as stored, such as {@code resume_from_step}. */
    default String kind() {
        return match(
                a -> "retry",
                a -> "pause",
                a -> "resume_from_step",
                a -> "restore_checkpoint",
                a -> "switch_provider",
                a -> "ask",
                a -> "abandon",
                a -> "busy");
    }
}
