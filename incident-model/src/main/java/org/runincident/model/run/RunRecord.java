package org.runincident.model.run;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.runincident.model.Transition;
import org.runincident.model.event.EventData;
import org.runincident.model.event.EventKind;
import org.runincident.model.event.EventLog;
import org.runincident.model.event.NewEvent;
import org.runincident.model.event.RunEvent;
import org.runincident.model.event.StatusChange;

/**
 * One run, and the only way its status changes. Made by {@link Runs}; thread-safe, and linearizable: every change takes
 * effect at one instant between call and answer.
 *
 * <p>The order of a change is part of the contract: the event is kept by the log, then the new state is visible, then the
 * caller acts on it. If the log cannot keep the event, nothing has changed.
 *
 * <p>The first end wins: every later move is answered with {@link TransitionResult.AlreadyEnded}.
 *
 * <pre>{@code
 * record.transition(run -> run.fail(FailureReason.of(DispatchCode.EXHAUSTED).cause(lastError)));
 * }</pre>
 */
public final class RunRecord {
    private final EventLog log;
    private final Clock clock;
    private final String source;
    private final Duration patience;
    private final Consumer<RunRecord> ended;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile RunState state;

    RunRecord(RunState state, Runs.Settings settings, Consumer<RunRecord> ended) {
        this.state = state;
        this.log = settings.log();
        this.clock = settings.clock();
        this.source = settings.source();
        this.patience = settings.patience();
        this.ended = ended;
    }

    /** The run's id. */
    public String id() {
        return state.runId();
    }

    /** How the run stands now. */
    public RunState state() {
        return state;
    }

    /**
     * Changes the run.
     *
     * @param choice describes the move, given how the run stands; called at most once, while nobody else can change the run
     * @throws IllegalTransitionException if the run cannot go there from where it is
     * @throws org.runincident.model.event.EventLogException if the change could not be kept; nothing has changed then
     */
    @Transition
    public TransitionResult transition(Function<Moves, Move> choice) {
        return change(OptionalLong.empty(), choice);
    }

    /**
     * Changes the run if it still stands as the caller saw it.
     *
     * @param seen the version the caller saw
     * @throws StaleVersionException if it has changed since; not if it has ended, which is answered with who won
     * @throws IllegalTransitionException if the run cannot go there from where it is
     */
    @Transition
    public TransitionResult transition(long seen, Function<Moves, Move> choice) {
        return change(OptionalLong.of(seen), choice);
    }

    /**
     * Changes the run, and then acts on it: only after the change has been kept, only if this call made it.
     *
     * @param act called once with the new state, outside of all locks; what it throws goes to the caller, and the change
     *     stays
     */
    @Transition
    public TransitionResult transition(Function<Moves, Move> choice, Consumer<RunState> act) {
        Objects.requireNonNull(act, "act");
        TransitionResult result = transition(choice);
        if (result instanceof TransitionResult.Applied applied) {
            act.accept(applied.state());
        }
        return result;
    }

    /** Ends the run as timed out if it waits for a person and the time for that has passed; else does nothing. */
    @Transition
    public TransitionResult expireWait() {
        return transition(Moves::expireWait);
    }

    /**
     * Keeps something else that happened; the status stays. Possible after the end too: late evidence is evidence.
     *
     * @param data names and texts; see {@link EventData}
     * @throws IllegalArgumentException if the kind is {@link EventKind#STATUS_CHANGED}
     */
    public RunEvent note(EventKind kind, Map<String, String> data) {
        return log.append(new NewEvent(id(), kind, source, data, null));
    }

    private TransitionResult change(OptionalLong seen, Function<Moves, Move> choice) {
        Objects.requireNonNull(choice, "choice");
        if (!enter()) {
            return new TransitionResult.Busy(patience);
        }
        try {
            RunState before = state;
            if (before.status().isTerminal()) {
                return new TransitionResult.AlreadyEnded(before);
            }
            if (seen.isPresent() && seen.getAsLong() != before.version()) {
                throw new StaleVersionException(seen.getAsLong(), before);
            }
            Move move = Objects.requireNonNull(choice.apply(new Moves(before, clock)), "move");
            if (move.to() == before.status()) {
                return new TransitionResult.Unchanged(before);
            }
            if (!before.status().mayBecome(move.to())) {
                throw new IllegalTransitionException(before.runId(), before.status(), move.to());
            }
            return keep(move, before);
        } finally {
            lock.unlock();
        }
    }

    private TransitionResult keep(Move move, RunState before) {
        StatusChange change = move.from(before, source);
        NewEvent event = NewEvent.of(before.runId(), source, change);
        RunEvent kept = log.append(move.question() == null ? event : event.with(EventData.QUESTION, move.question()));
        RunState after = RunState.after(kept);
        state = after;
        if (after.status().isTerminal()) {
            ended.accept(this);
        }
        return new TransitionResult.Applied(after, kept);
    }

    /** Waits for its turn through interrupts: a run that is being cancelled must be able to record why. */
    private boolean enter() {
        if (lock.tryLock()) {
            return true;
        }
        boolean interrupted = false;
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                try {
                    return lock.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public String toString() {
        RunState now = state;
        return "run " + now.runId() + " " + now.status().name().toLowerCase(Locale.ROOT) + " version " + now.version();
    }
}
