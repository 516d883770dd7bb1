package org.runincident.model.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.runincident.model.CommonCode;
import org.runincident.model.FailureReason;
import org.runincident.model.Outcome;
import org.runincident.model.RunStatus;

/**
 * What can be done with a run, offered inside {@link RunRecord#transition}. Each method only describes a move; the record
 * checks it, keeps it, and then makes it. A move to an unsuccessful end cannot be described without a reason.
 */
public final class Moves {
    private final RunState state;
    private final Clock clock;

    Moves(RunState state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    /** How the run stands; cannot change while the move is being chosen. */
    public RunState state() {
        return state;
    }

    /** Nothing: the run stays as it is. */
    public Move stay() {
        return Move.to(state.status());
    }

    /** Somebody is looked for who does the work. */
    public Move dispatch() {
        return Move.to(RunStatus.DISPATCHING);
    }

    /** The worker prepares. */
    public Move start() {
        return Move.to(RunStatus.STARTING);
    }

    /** Work is being done; also how a wait for a person ends well. */
    public Move run() {
        return Move.to(RunStatus.RUNNING);
    }

    /**
     * A person is asked, and has this long to answer. After that {@link RunRecord#expireWait} ends the run.
     *
     * @param question what is asked; not blank
     * @param limit more than nothing
     */
    public Move awaitInput(String question, Duration limit) {
        if (Objects.requireNonNull(question, "question").isBlank()) {
            throw new IllegalArgumentException("a wait for a person must say what is asked");
        }
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("a wait for a person must have a limit, not " + limit);
        }
        return Move.waiting(question, limit, clock.instant().plus(limit));
    }

    /** The result is being put together. */
    public Move finalizing() {
        return Move.to(RunStatus.FINALIZING);
    }

    /** The result is being handed over. */
    public Move deliver() {
        return Move.to(RunStatus.DELIVERING);
    }

    /**
     * Back to the queue for another attempt.
     *
     * @param reason why this attempt came to nothing
     */
    public Move requeue(FailureReason reason) {
        return new Move(RunStatus.QUEUED, null, Objects.requireNonNull(reason, "reason"), null, null, null, List.of());
    }

    /** Everything went well. */
    public Move succeed() {
        return end(new Outcome.Succeeded());
    }

    /** Some of it went well; what was left undone, and why. */
    public Move succeedInPart(List<String> undone, FailureReason reason) {
        return end(new Outcome.PartlySucceeded(undone, reason));
    }

    /** It failed. */
    public Move fail(FailureReason reason) {
        return end(new Outcome.Failed(reason));
    }

    /** A time limit ended it. */
    public Move timeOut(Duration limit, FailureReason reason) {
        return end(new Outcome.TimedOut(limit, reason));
    }

    /** It went on without getting anywhere. */
    public Move stuck(FailureReason reason) {
        return end(new Outcome.Stuck(reason));
    }

    /**
     * Somebody asked for the end.
     *
     * @param by who or what
     */
    public Move cancel(String by, FailureReason reason) {
        return end(new Outcome.Cancelled(by, reason));
    }

    /** The result could not be handed over. */
    public Move deliveryFailed(FailureReason reason) {
        return end(new Outcome.DeliveryFailed(reason));
    }

    /** How it ended cannot be told; a person must look. */
    public Move needsReview(FailureReason reason) {
        Objects.requireNonNull(reason, "reason");
        return new Move(RunStatus.NEEDS_REVIEW, null, reason, null, null, null, List.of());
    }

    /** The end that an outcome describes. */
    public Move end(Outcome outcome) {
        return outcome.match(
                succeeded -> Move.to(RunStatus.SUCCEEDED),
                partly ->
                        new Move(RunStatus.PARTLY_SUCCEEDED, null, partly.reason(), null, null, null, partly.undone()),
                failed -> Move.ended(RunStatus.FAILED, failed.reason()),
                timedOut ->
                        new Move(RunStatus.TIMED_OUT, null, timedOut.reason(), null, null, timedOut.limit(), List.of()),
                stuck -> Move.ended(RunStatus.STUCK, stuck.reason()),
                cancelled ->
                        new Move(RunStatus.CANCELLED, cancelled.by(), cancelled.reason(), null, null, null, List.of()),
                undelivered -> Move.ended(RunStatus.DELIVERY_FAILED, undelivered.reason()));
    }

    /** Ends a wait whose time has passed, and stays otherwise. */
    Move expireWait() {
        Instant until = state.waitUntil();
        if (state.status() != RunStatus.AWAITING_INPUT
                || until == null
                || clock.instant().isBefore(until)) {
            return stay();
        }
        Duration limit = Duration.between(state.since(), until);
        return timeOut(limit, FailureReason.of(CommonCode.WAIT_EXPIRED).with("limit", limit));
    }
}
