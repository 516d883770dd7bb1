package org.runincident.model.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.runincident.model.CommonCode;
import org.runincident.model.FailureReason;
import org.runincident.model.Outcome;
import org.runincident.model.RunStatus;
import org.runincident.model.event.EventData;
import org.runincident.model.event.EventKind;
import org.runincident.model.event.EventLog;
import org.runincident.model.event.InMemoryEventLog;
import org.runincident.model.event.NewEvent;
import org.runincident.model.event.RunEvent;
import org.runincident.model.event.StatusChange;
import org.runincident.model.testkit.Untouched;

class RunRecordTest {
    private static final FailureReason REASON = FailureReason.of(CommonCode.DISK_FULL);

    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-01-02T03:04:05Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final SetClock clock = new SetClock();
    private final InMemoryEventLog log = new InMemoryEventLog(clock);
    private final Runs runs = runs(log);
    private int ids;

    private Runs runs(EventLog over) {
        return new Runs(over, "service", clock, () -> "run-" + ++ids, Duration.ofMillis(50));
    }

    private RunRecord running() {
        RunRecord record = runs.create();
        record.transition(Moves::run);
        return record;
    }

    @Test
    void a_new_run_is_queued_and_its_id_time_and_source_are_filled_in() {
        RunRecord record = runs.create();

        assertThat(record.id()).isEqualTo("run-1");
        assertThat(record.state())
                .isEqualTo(new RunState(
                        "run-1", RunStatus.QUEUED, 1, clock.instant(), "service", null, null, null, List.of()));
        assertThat(log.since(0)).singleElement().satisfies(event -> {
            assertThat(event.source()).isEqualTo("service");
            assertThat(event.change().from()).isNull();
            assertThat(event.change().to()).isEqualTo(RunStatus.QUEUED);
        });
        assertThat(record).hasToString("run run-1 queued version 1");
    }

    @Test
    void a_change_writes_exactly_one_event_with_from_to_cause_and_reason() {
        RunRecord record = running();
        long before = log.last();

        TransitionResult result = record.transition(run -> run.fail(REASON.source("worker 7")));

        assertThat(result.applied()).isTrue();
        assertThat(log.since(before)).singleElement().satisfies(event -> {
            StatusChange change = event.change();
            assertThat(event.kind()).isEqualTo(EventKind.STATUS_CHANGED);
            assertThat(change.from()).isEqualTo(RunStatus.RUNNING);
            assertThat(change.to()).isEqualTo(RunStatus.FAILED);
            assertThat(change.version()).isEqualTo(3);
            assertThat(change.cause()).isEqualTo("worker 7");
            assertThat(change.reason()).isEqualTo(REASON.source("worker 7"));
        });
        assertThat(record.state().version()).isEqualTo(3);
        assertThat(record.state().outcome()).contains(Outcome.failed(REASON.source("worker 7")));
    }

    @Test
    void a_reason_without_a_source_gets_the_service_as_its_source() {
        RunRecord record = running();
        record.transition(run -> run.fail(REASON));

        assertThat(record.state().reason().source()).isEqualTo("service");
        assertThat(record.state().cause()).isEqualTo("service");
    }

    @Test
    void every_end_is_kept_with_what_belongs_to_it() {
        FailureReason reason = REASON.source("x");
        Map<RunStatus, java.util.function.Function<Moves, Move>> ends = Map.of(
                RunStatus.SUCCEEDED, Moves::succeed,
                RunStatus.PARTLY_SUCCEEDED, run -> run.succeedInPart(List.of("b"), reason),
                RunStatus.FAILED, run -> run.fail(reason),
                RunStatus.TIMED_OUT, run -> run.timeOut(Duration.ofMinutes(3), reason),
                RunStatus.STUCK, run -> run.stuck(reason),
                RunStatus.CANCELLED, run -> run.cancel("anna", reason),
                RunStatus.NEEDS_REVIEW, run -> run.needsReview(reason));
        ends.forEach((status, end) -> {
            RunRecord record = running();
            assertThat(record.transition(end).applied()).isTrue();
            assertThat(record.state().status()).isEqualTo(status);
            assertThat(record.state().reason()).isEqualTo(status.owesReason() ? reason : null);
            assertThat(record.state().cause())
                    .isEqualTo(status == RunStatus.CANCELLED ? "anna" : status.owesReason() ? "x" : "service");
            assertThat(record.state().limit()).isEqualTo(status == RunStatus.TIMED_OUT ? Duration.ofMinutes(3) : null);
            assertThat(record.state().undone())
                    .isEqualTo(status == RunStatus.PARTLY_SUCCEEDED ? List.of("b") : List.of());
            assertThat(record.state().outcome().orElseThrow().status())
                    .isEqualTo(status == RunStatus.NEEDS_REVIEW ? RunStatus.FAILED : status);
        });
    }

    @Test
    void the_way_of_a_run_that_is_delivered() {
        RunRecord record = runs.create();
        for (java.util.function.Function<Moves, Move> move : List.<java.util.function.Function<Moves, Move>>of(
                Moves::dispatch, Moves::start, Moves::run, Moves::finalizing, Moves::deliver)) {
            assertThat(record.transition(move).applied()).isTrue();
            assertThat(record.state().outcome()).isEmpty();
        }
        record.transition(run -> run.deliveryFailed(REASON));

        assertThat(log.since(0))
                .map(event -> event.change().to())
                .containsExactly(
                        RunStatus.QUEUED,
                        RunStatus.DISPATCHING,
                        RunStatus.STARTING,
                        RunStatus.RUNNING,
                        RunStatus.FINALIZING,
                        RunStatus.DELIVERING,
                        RunStatus.DELIVERY_FAILED);
    }

    @Test
    void no_move_to_an_unsuccessful_end_can_be_described_without_a_reason() {
        RunRecord record = running();
        List<java.util.function.Function<Moves, Move>> silent = List.of(
                run -> run.fail(null),
                run -> run.stuck(null),
                run -> run.requeue(null),
                run -> run.needsReview(null),
                run -> run.deliveryFailed(null),
                run -> run.cancel("anna", null),
                run -> run.timeOut(Duration.ofSeconds(1), null),
                run -> run.succeedInPart(List.of("a"), null));
        for (java.util.function.Function<Moves, Move> move : silent) {
            assertThatNullPointerException().isThrownBy(() -> record.transition(move));
        }
        assertThat(record.state().status()).isEqualTo(RunStatus.RUNNING);
    }

    @Test
    void the_first_end_wins_and_the_second_is_told_who_won() {
        RunRecord record = running();
        record.transition(run -> run.cancel("anna", FailureReason.of(CommonCode.USER_CANCELLED)));
        RunState won = record.state();
        long before = log.last();

        TransitionResult late = record.transition(run -> run.fail(REASON));

        assertThat(late).isEqualTo(new TransitionResult.AlreadyEnded(won));
        assertThat(late.applied()).isFalse();
        assertThat(record.state()).isEqualTo(won);
        assertThat(log.last()).isEqualTo(before);
    }

    @Test
    void a_late_pause_cannot_undo_an_end() {
        RunRecord record = running();
        record.transition(run -> run.fail(REASON));

        assertThat(record.transition(run -> run.awaitInput("Go on?", Duration.ofHours(1))))
                .isInstanceOf(TransitionResult.AlreadyEnded.class);
        assertThat(record.state().status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void a_move_to_where_the_run_is_writes_nothing() {
        RunRecord record = running();
        long before = log.last();

        assertThat(record.transition(Moves::run)).isEqualTo(new TransitionResult.Unchanged(record.state()));
        assertThat(record.transition(Moves::stay)).isEqualTo(new TransitionResult.Unchanged(record.state()));
        assertThat(log.last()).isEqualTo(before);
    }

    @Test
    void an_illegal_move_is_refused_with_both_states_named() {
        RunRecord record = runs.create();

        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> record.transition(Moves::succeed))
                .withMessage("run run-1 is queued and cannot become succeeded; it may become dispatching, starting, "
                        + "running, failed, timed_out, cancelled, needs_review")
                .satisfies(e -> {
                    assertThat(e.from()).isEqualTo(RunStatus.QUEUED);
                    assertThat(e.to()).isEqualTo(RunStatus.SUCCEEDED);
                });
        assertThat(log.last()).isEqualTo(1);
    }

    @Test
    void a_stale_caller_is_refused() {
        RunRecord record = running();
        long seen = record.state().version();
        record.transition(run -> run.awaitInput("Go on?", Duration.ofHours(1)));

        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> record.transition(seen, run -> run.fail(REASON)))
                .withMessage("run run-1 is at version 3 (awaiting_input), the caller saw version 2")
                .satisfies(e -> {
                    assertThat(e.seen()).isEqualTo(seen);
                    assertThat(e.current()).isEqualTo(record.state());
                });
        assertThat(record.transition(3, Moves::run).applied()).isTrue();
    }

    @Test
    void a_stale_caller_of_an_ended_run_is_told_who_won() {
        RunRecord record = running();
        record.transition(run -> run.fail(REASON));

        assertThat(record.transition(1, Moves::succeed)).isInstanceOf(TransitionResult.AlreadyEnded.class);
    }

    @Test
    void the_choice_sees_the_state_it_decides_on() {
        RunRecord record = running();

        record.transition(run -> {
            assertThat(run.state()).isEqualTo(record.state());
            return run.state().status() == RunStatus.RUNNING ? run.succeed() : run.stay();
        });

        assertThat(record.state().status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void a_wait_for_a_person_is_kept_with_its_question_and_limit() {
        RunRecord record = running();
        record.transition(run -> run.awaitInput("Delete 3 files?", Duration.ofHours(1)));

        assertThat(record.state().waitUntil()).isEqualTo(clock.instant().plusSeconds(3600));
        assertThat(log.since(2))
                .singleElement()
                .satisfies(event -> assertThat(event.data(EventData.QUESTION)).isEqualTo("Delete 3 files?"));
    }

    @Test
    void a_wait_whose_time_has_passed_ends_with_its_own_code() {
        RunRecord record = running();
        record.transition(run -> run.awaitInput("Go on?", Duration.ofHours(1)));

        clock.now = clock.now.plusSeconds(3599);
        assertThat(record.expireWait()).isInstanceOf(TransitionResult.Unchanged.class);
        clock.now = clock.now.plusSeconds(1);
        assertThat(record.expireWait().applied()).isTrue();

        assertThat(record.state().status()).isEqualTo(RunStatus.TIMED_OUT);
        assertThat(record.state().reason().code()).isEqualTo(CommonCode.WAIT_EXPIRED);
        assertThat(record.state().limit()).isEqualTo(Duration.ofHours(1));
        assertThat(record.state().waitUntil()).isNull();
    }

    @Test
    void a_run_that_does_not_wait_cannot_expire() {
        RunRecord record = running();

        assertThat(record.expireWait()).isInstanceOf(TransitionResult.Unchanged.class);
    }

    @Test
    void a_wait_needs_a_question_and_a_limit() {
        RunRecord record = running();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> record.transition(run -> run.awaitInput(" ", Duration.ofHours(1))))
                .withMessageContaining("what is asked");
        for (Duration limit : List.of(Duration.ZERO, Duration.ofSeconds(-1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> record.transition(run -> run.awaitInput("Go on?", limit)))
                    .withMessageContaining("must have a limit");
        }
    }

    @Test
    void another_attempt_keeps_why_the_last_one_came_to_nothing() {
        RunRecord record = running();
        record.transition(run -> run.requeue(REASON));

        assertThat(record.state().status()).isEqualTo(RunStatus.QUEUED);
        assertThat(record.state().reason().code()).isEqualTo(CommonCode.DISK_FULL);
    }

    /** A log that looks at, or fails, each append. */
    private static final class WatchedLog implements EventLog {
        private final InMemoryEventLog inner = new InMemoryEventLog();
        private Runnable onAppend = () -> {};

        @Override
        public RunEvent append(NewEvent event) {
            onAppend.run();
            return inner.append(event);
        }

        @Override
        public List<RunEvent> since(long seq) {
            return inner.since(seq);
        }

        @Override
        public long last() {
            return inner.last();
        }

        @Override
        public void close() {
            inner.close();
        }
    }

    @Test
    void first_it_is_kept_then_visible_then_acted_on() {
        WatchedLog watched = new WatchedLog();
        RunRecord record = runs(watched).create();
        List<String> order = new ArrayList<>();
        watched.onAppend = () -> order.add("kept while " + record.state().status());

        record.transition(
                Moves::run,
                state -> order.add("acted while " + record.state().status() + ", log at " + watched.last()));

        assertThat(order).containsExactly("kept while QUEUED", "acted while RUNNING, log at 2");
    }

    @Test
    void a_change_that_cannot_be_kept_has_not_happened() {
        WatchedLog watched = new WatchedLog();
        RunRecord record = runs(watched).create();
        List<String> acted = new ArrayList<>();
        watched.onAppend = () -> {
            throw new IllegalStateException("disk full");
        };

        Throwable failure =
                Untouched.by(record::state, () -> record.transition(Moves::run, state -> acted.add("acted")));

        assertThat(failure).hasMessage("disk full");
        assertThat(acted).isEmpty();
        watched.onAppend = () -> {};
        assertThat(record.transition(Moves::run).applied()).isTrue();
    }

    @Test
    void only_who_made_the_change_acts_on_it() {
        RunRecord record = running();
        List<RunState> acted = new ArrayList<>();

        assertThat(record.transition(run -> run.fail(REASON), acted::add).applied())
                .isTrue();
        assertThat(record.transition(run -> run.fail(REASON), acted::add))
                .isInstanceOf(TransitionResult.AlreadyEnded.class);

        assertThat(acted).containsExactly(record.state());
    }

    @Test
    void an_act_that_throws_leaves_the_change_made() {
        RunRecord record = running();

        assertThatIllegalStateException()
                .isThrownBy(() -> record.transition(run -> run.fail(REASON), state -> {
                    throw new IllegalStateException();
                }));
        assertThat(record.state().status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void a_busy_run_answers_with_a_retry_after() throws InterruptedException {
        RunRecord record = running();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Thread holder = new Thread(() -> record.transition(run -> {
            inside.countDown();
            await(release);
            return run.stay();
        }));
        holder.start();
        inside.await();
        try {
            assertThat(record.transition(Moves::succeed)).isEqualTo(new TransitionResult.Busy(Duration.ofMillis(50)));
        } finally {
            release.countDown();
            holder.join();
        }
        assertThat(record.transition(Moves::succeed).applied()).isTrue();
    }

    @Test
    void an_interrupted_caller_waits_its_turn_and_stays_interrupted() throws InterruptedException {
        Runs patient = new Runs(log, "service", clock, () -> "patient", Duration.ofSeconds(60));
        RunRecord record = patient.create();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Thread holder = new Thread(() -> record.transition(run -> {
            inside.countDown();
            await(release);
            return run.run();
        }));
        AtomicReference<String> seen = new AtomicReference<>();
        Thread interrupted = new Thread(() -> {
            Thread.currentThread().interrupt();
            TransitionResult result = record.transition(run -> run.fail(REASON));
            seen.set(result.applied() + " " + Thread.currentThread().isInterrupted());
        });
        holder.start();
        inside.await();
        interrupted.start();
        while (interrupted.getState() != Thread.State.TIMED_WAITING && interrupted.isAlive()) {
            Thread.onSpinWait();
        }
        release.countDown();
        holder.join();
        interrupted.join();

        assertThat(seen).hasValue("true true");
        assertThat(record.state().status()).isEqualTo(RunStatus.FAILED);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void something_else_can_be_noted_at_any_time_but_never_a_status() {
        RunRecord record = running();
        record.transition(run -> run.fail(REASON));

        RunEvent late = record.note(EventKind.TOOL_INVOKED, Map.of(EventData.TOOL, "grep"));

        assertThat(late.runId()).isEqualTo(record.id());
        assertThat(late.source()).isEqualTo("service");
        assertThatIllegalArgumentException().isThrownBy(() -> record.note(EventKind.STATUS_CHANGED, Map.of()));
    }

    @Test
    void a_living_run_is_the_same_record_for_all_who_ask() {
        RunRecord record = running();

        assertThat(runs.find(record.id())).containsSame(record);
        assertThat(runs.find("nobody")).isEmpty();
    }

    @Test
    void a_run_is_found_again_after_a_restart() {
        RunRecord record = running();
        record.note(EventKind.STEP_STARTED, Map.of(EventData.STEP, "extract"));
        Runs restarted = runs(log);

        RunRecord found = restarted.find(record.id()).orElseThrow();

        assertThat(found.state()).isEqualTo(record.state());
        assertThat(restarted.find(record.id())).containsSame(found);
        assertThat(found.transition(run -> run.fail(REASON)).applied()).isTrue();
    }

    @Test
    void an_ended_run_is_read_from_the_log_and_stays_ended() {
        RunRecord record = running();
        record.transition(run -> run.fail(REASON));

        RunRecord found = runs.find(record.id()).orElseThrow();

        assertThat(found).isNotSameAs(record);
        assertThat(found.state()).isEqualTo(record.state());
        assertThat(found.transition(Moves::succeed)).isInstanceOf(TransitionResult.AlreadyEnded.class);
        assertThat(runs.find(record.id()).orElseThrow()).isNotSameAs(found);
    }

    @Test
    void an_id_that_is_not_new_is_refused() {
        Runs same = new Runs(log, "service", clock, () -> "same", Duration.ofMillis(1));
        same.create();

        assertThatIllegalStateException()
                .isThrownBy(same::create)
                .withMessage("there is a run same already; ids must be new at every call");
    }

    @Test
    void runs_need_a_source_and_make_their_own_ids() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Runs(log, " "));
        Runs standard = new Runs(log, "service");

        assertThat(standard.create().id())
                .hasSize(36)
                .isNotEqualTo(standard.create().id());
    }

    @Test
    void an_old_state_without_a_reason_reads_as_unrecorded() {
        RunState old = new RunState("r", RunStatus.FAILED, 1, clock.instant(), null, null, null, null, null);

        assertThat(old.reason().isUnrecorded()).isTrue();
        assertThat(old.cause()).isEqualTo("unrecorded");
        assertThat(old.undone()).isEmpty();
        assertThat(new RunState("r", null, 1, clock.instant(), "a", null, null, null, null).status())
                .isEqualTo(RunStatus.NEEDS_REVIEW);
        assertThat(new RunState("r", RunStatus.PARTLY_SUCCEEDED, 1, clock.instant(), "a", null, null, null, null)
                        .outcome())
                .contains(new Outcome.PartlySucceeded(List.of("unrecorded"), FailureReason.unrecorded()));
        assertThat(new RunState("r", RunStatus.TIMED_OUT, 1, clock.instant(), "a", null, null, null, null).outcome())
                .contains(new Outcome.TimedOut(Duration.ZERO, FailureReason.unrecorded()));
        assertThat(new RunState("r", RunStatus.CANCELLED, 1, clock.instant(), "anna", null, null, null, null).outcome())
                .contains(new Outcome.Cancelled("anna", FailureReason.unrecorded()));
    }

    @Test
    void only_a_change_of_status_makes_a_state() {
        RunEvent event = log.append(NewEvent.of("r", EventKind.AGENT_STARTED, "a"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunState.after(event))
                .withMessage("event 1 is no change of status");
    }

    @Test
    void every_answer_has_its_branch() {
        RunState state = runs.create().state();
        List<TransitionResult> all = List.of(
                new TransitionResult.Applied(state, log.since(0).get(0)),
                new TransitionResult.Unchanged(state),
                new TransitionResult.AlreadyEnded(state),
                new TransitionResult.Busy(Duration.ZERO));

        assertThat(all)
                .map(result -> result.<String>match(a -> "applied", u -> "unchanged", e -> "ended", b -> "busy"))
                .containsExactly("applied", "unchanged", "ended", "busy");
    }
}
