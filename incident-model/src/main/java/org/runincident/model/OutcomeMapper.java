package org.runincident.model;

import java.util.function.Function;

/**
 * The questions {@link Outcome#mapper()} asks, one per variant and in this order. After the last answer stands a function
 * from outcomes to {@code R}. Not for implementation elsewhere.
 */
public final class OutcomeMapper {
    private OutcomeMapper() {}

    /** What does {@link Outcome.Succeeded} become? */
    @FunctionalInterface
    public interface OnSucceeded<R> {
        OnPartlySucceeded<R> succeeded(Function<? super Outcome.Succeeded, ? extends R> answer);
    }

    /** What does {@link Outcome.PartlySucceeded} become? */
    @FunctionalInterface
    public interface OnPartlySucceeded<R> {
        OnFailed<R> partlySucceeded(Function<? super Outcome.PartlySucceeded, ? extends R> answer);
    }

    /** What does {@link Outcome.Failed} become? */
    @FunctionalInterface
    public interface OnFailed<R> {
        OnTimedOut<R> failed(Function<? super Outcome.Failed, ? extends R> answer);
    }

    /** What does {@link Outcome.TimedOut} become? */
    @FunctionalInterface
    public interface OnTimedOut<R> {
        OnStuck<R> timedOut(Function<? super Outcome.TimedOut, ? extends R> answer);
    }

    /** What does {@link Outcome.Stuck} become? */
    @FunctionalInterface
    public interface OnStuck<R> {
        OnCancelled<R> stuck(Function<? super Outcome.Stuck, ? extends R> answer);
    }

    /** What does {@link Outcome.Cancelled} become? */
    @FunctionalInterface
    public interface OnCancelled<R> {
        OnDeliveryFailed<R> cancelled(Function<? super Outcome.Cancelled, ? extends R> answer);
    }

    /** What does {@link Outcome.DeliveryFailed} become? */
    @FunctionalInterface
    public interface OnDeliveryFailed<R> {
        Function<Outcome, R> deliveryFailed(Function<? super Outcome.DeliveryFailed, ? extends R> answer);
    }
}
