package org.runincident.model;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * How a run ended. Every unsuccessful variant carries a {@link FailureReason} and cannot be built without one.
 *
 * <ul>
 *   <li>{@link Succeeded}: everything went well.
 *   <li>{@link PartlySucceeded}: some of it went well; says what was left undone.
 *   <li>{@link Failed}: it failed.
 *   <li>{@link TimedOut}: a time limit ended it.
 *   <li>{@link Stuck}: it went on without getting anywhere.
 *   <li>{@link Cancelled}: somebody asked for the end; says who.
 *   <li>{@link DeliveryFailed}: the result exists and could not be handed over.
 * </ul>
 *
 * Handle all of them with {@link #match}: a variant added later then breaks the build, on Java 17 too.
 *
 * <pre>{@code
 * String line = outcome.match(
 *         succeeded -> "done",
 *         partly -> "done except " + partly.undone(),
 *         failed -> failed.reason().message(),
 *         timedOut -> "no answer for " + timedOut.limit(),
 *         stuck -> "stuck: " + stuck.reason().message(),
 *         cancelled -> "cancelled by " + cancelled.by(),
 *         undelivered -> "finished, but the result could not be delivered");
 * }</pre>
 */
@OutcomeType
public sealed interface Outcome {

    /** Everything went well. */
    record Succeeded() implements Outcome {
        @Override
        public RunStatus status() {
            return RunStatus.SUCCEEDED;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.succeeded(this);
        }
    }

    /** An outcome that somebody will ask about. */
    sealed interface Unsuccessful extends Outcome {
        /** Why; never null. */
        FailureReason reason();
    }

    /**
     * Some of it went well.
     *
     * @param undone what was left undone, in words a person understands; at least one
     * @param reason why it was left undone
     */
    record PartlySucceeded(List<String> undone, FailureReason reason) implements Unsuccessful {
        /** @throws IllegalArgumentException if nothing was left undone */
        public PartlySucceeded {
            undone = List.copyOf(undone);
            Objects.requireNonNull(reason, "reason");
            if (undone.isEmpty()) {
                throw new IllegalArgumentException("a partial success must say what was left undone");
            }
        }

        @Override
        public RunStatus status() {
            return RunStatus.PARTLY_SUCCEEDED;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.partlySucceeded(this);
        }
    }

    /** It failed. */
    record Failed(FailureReason reason) implements Unsuccessful {
        public Failed {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public RunStatus status() {
            return RunStatus.FAILED;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.failed(this);
        }
    }

    /**
     * A time limit ended it.
     *
     * @param limit the time it was given
     */
    record TimedOut(Duration limit, FailureReason reason) implements Unsuccessful {
        public TimedOut {
            Objects.requireNonNull(limit, "limit");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public RunStatus status() {
            return RunStatus.TIMED_OUT;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.timedOut(this);
        }
    }

    /** It went on without getting anywhere. */
    record Stuck(FailureReason reason) implements Unsuccessful {
        public Stuck {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public RunStatus status() {
            return RunStatus.STUCK;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.stuck(this);
        }
    }

    /**
     * Somebody asked for the end.
     *
     * @param by who or what asked; not blank
     */
    record Cancelled(String by, FailureReason reason) implements Unsuccessful {
        /** @throws IllegalArgumentException if nobody is named */
        public Cancelled {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(reason, "reason");
            if (by.isBlank()) {
                throw new IllegalArgumentException("a cancelled run must say who or what asked for the end");
            }
        }

        @Override
        public RunStatus status() {
            return RunStatus.CANCELLED;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.cancelled(this);
        }
    }

    /** The result exists and could not be handed over. */
    record DeliveryFailed(FailureReason reason) implements Unsuccessful {
        public DeliveryFailed {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public RunStatus status() {
            return RunStatus.DELIVERY_FAILED;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.deliveryFailed(this);
        }
    }

    /** Everything went well. */
    static Outcome succeeded() {
        return new Succeeded();
    }

    /** It failed for this reason. */
    static Outcome failed(FailureReason reason) {
        return new Failed(reason);
    }

    /** The status a run has after this outcome. */
    RunStatus status();

    /**
     * One method per variant, for those who handle outcomes in a class of their own.
     *
     * @param <R> the answer
     */
    interface Cases<R> {
        R succeeded(Succeeded outcome);

        R partlySucceeded(PartlySucceeded outcome);

        R failed(Failed outcome);

        R timedOut(TimedOut outcome);

        R stuck(Stuck outcome);

        R cancelled(Cancelled outcome);

        R deliveryFailed(DeliveryFailed outcome);
    }

    /** Answers with the method of the variant at hand. */
    <R> R fold(Cases<R> cases);

    /** Answers with the function of the variant at hand. */
    default <R> R match(
            Function<? super Succeeded, ? extends R> succeeded,
            Function<? super PartlySucceeded, ? extends R> partlySucceeded,
            Function<? super Failed, ? extends R> failed,
            Function<? super TimedOut, ? extends R> timedOut,
            Function<? super Stuck, ? extends R> stuck,
            Function<? super Cancelled, ? extends R> cancelled,
            Function<? super DeliveryFailed, ? extends R> deliveryFailed) {
        return fold(new Cases<>() {
            @Override
            public R succeeded(Succeeded outcome) {
                return succeeded.apply(outcome);
            }

            @Override
            public R partlySucceeded(PartlySucceeded outcome) {
                return partlySucceeded.apply(outcome);
            }

            @Override
            public R failed(Failed outcome) {
                return failed.apply(outcome);
            }

            @Override
            public R timedOut(TimedOut outcome) {
                return timedOut.apply(outcome);
            }

            @Override
            public R stuck(Stuck outcome) {
                return stuck.apply(outcome);
            }

            @Override
            public R cancelled(Cancelled outcome) {
                return cancelled.apply(outcome);
            }

            @Override
            public R deliveryFailed(DeliveryFailed outcome) {
                return deliveryFailed.apply(outcome);
            }
        });
    }

    /**
     * A mapping from outcomes to something else, such as the outcome type of a parent: one function per variant, asked for
     * in turn, so that none can be forgotten and no cast is needed.
     *
     * <pre>{@code
     * Function<Outcome, ParentOutcome> toParent = Outcome.<ParentOutcome>mapper()
     *         .succeeded(child -> ParentOutcome.DONE)
     *         .partlySucceeded(child -> ParentOutcome.DEGRADED)
     *         ...
     * }</pre>
     *
     * @param <R> what outcomes are mapped to
     */
    static <R> OutcomeMapper.OnSucceeded<R> mapper() {
        return a -> b -> c -> d -> e -> f -> g -> outcome -> outcome.match(a, b, c, d, e, f, g);
    }

    /**
     * The end of an if/else-if chain that means to have handled every variant: {@code throw Outcome.never(outcome)}. Prefer
     * {@link #match}, which the compiler checks.
     *
     * @param unhandled may be null
     */
    static AssertionError never(Object unhandled) {
        return new AssertionError("no branch handles "
                + (unhandled == null ? "null" : unhandled.getClass().getSimpleName() + ": " + Shown.of(unhandled)));
    }
}
