package org.runincident.model.run;

import java.time.Duration;
import java.util.function.Function;
import org.runincident.model.Outcome;
import org.runincident.model.OutcomeType;
import org.runincident.model.event.RunEvent;

/**
 * What became of a wish to change a run.
 *
 * <ul>
 *   <li>{@link Applied}: it was done and kept.
 *   <li>{@link Unchanged}: the run stood so already; nothing was written.
 *   <li>{@link AlreadyEnded}: somebody else ended the run first; says who won.
 *   <li>{@link Busy}: others are changing the run; try again.
 * </ul>
 */
@OutcomeType
public sealed interface TransitionResult {

    /**
     * It was done and kept.
     *
     * @param state how the run stands now
     * @param event the one event that was written
     */
    record Applied(RunState state, RunEvent event) implements TransitionResult {}

    /** The run stood so already; nothing was written. */
    record Unchanged(RunState state) implements TransitionResult {}

    /**
     * The run had ended before, and stays as it ended.
     *
     * @param winner the end, and by its cause and reason who made it
     */
    record AlreadyEnded(RunState winner) implements TransitionResult {}

    /**
     * Others were changing the run the whole time that was waited; nothing was written.
     *
     * @param retryAfter when to try again
     */
    record Busy(Duration retryAfter) implements TransitionResult {}

    /** Whether this very call changed the run. */
    default boolean applied() {
        return this instanceof Applied;
    }

    /** Answers with the function of the variant at hand. */
    default <R> R match(
            Function<? super Applied, ? extends R> applied,
            Function<? super Unchanged, ? extends R> unchanged,
            Function<? super AlreadyEnded, ? extends R> alreadyEnded,
            Function<? super Busy, ? extends R> busy) {
        if (this instanceof Applied variant) {
            return applied.apply(variant);
        }
        if (this instanceof Unchanged variant) {
            return unchanged.apply(variant);
        }
        if (this instanceof AlreadyEnded variant) {
            return alreadyEnded.apply(variant);
        }
        if (this instanceof Busy variant) {
            return busy.apply(variant);
        }
        throw Outcome.never(this);
    }
}
