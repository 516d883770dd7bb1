package org.runincident.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.runincident.model.CommonCode;
import org.runincident.model.FailureReason;
import org.runincident.model.RunStatus;
import org.runincident.model.event.InMemoryEventLog;
import org.runincident.model.testkit.Races;

/** The full count (100,000) runs with {@code -Drunincident.races=100000}. */
class RunRecordRaceTest {
    private static final int ROUNDS = Integer.getInteger("runincident.races", 500);
    private static final int THREADS = 8;

    @Test
    void of_many_threads_that_end_a_run_exactly_one_wins_and_every_loser_is_told_who() {
        int[] judged = {0};
        Races.<TransitionResult>run(
                THREADS,
                ROUNDS,
                Duration.ofMinutes(9),
                round -> {
                    RunRecord record = new Runs(new InMemoryEventLog(), "race").create();
                    record.transition(Moves::run);
                    return thread -> record.transition(run -> end(run, thread));
                },
                answers -> {
                    judge(answers);
                    judged[0]++;
                });

        assertThat(judged[0]).isEqualTo(ROUNDS);
    }

    private static Move end(Moves run, int thread) {
        FailureReason reason = FailureReason.of(CommonCode.TIMEOUT).source("thread " + thread);
        return switch (thread % 4) {
            case 0 -> run.succeed();
            case 1 -> run.fail(reason);
            case 2 -> run.cancel("thread " + thread, reason);
            default -> run.stuck(reason);
        };
    }

    private static void judge(List<TransitionResult> answers) {
        RunState winner = null;
        int winners = 0;
        for (TransitionResult answer : answers) {
            if (answer instanceof TransitionResult.Applied applied) {
                winner = applied.state();
                winners++;
            }
        }
        if (winners != 1 || winner.version() != 3 || !winner.status().isTerminal()) {
            throw new AssertionError("winners: " + winners + ", " + winner);
        }
        for (TransitionResult answer : answers) {
            if (answer instanceof TransitionResult.AlreadyEnded ended && ended.winner() != winner) {
                throw new AssertionError("a loser was told of " + ended.winner() + " instead of " + winner);
            }
            if (!(answer instanceof TransitionResult.AlreadyEnded || answer instanceof TransitionResult.Applied)) {
                throw new AssertionError("a loser was not told: " + answer);
            }
        }
    }

    @Test
    void racing_pauses_and_resumptions_write_one_event_per_version() {
        InMemoryEventLog log = new InMemoryEventLog();
        RunRecord record = new Runs(log, "race").create();
        record.transition(Moves::run);
        Races.<TransitionResult>run(
                4,
                Math.min(ROUNDS, 500),
                Duration.ofMinutes(2),
                round -> thread -> record.transition(run -> run.state().status() == RunStatus.RUNNING
                        ? run.awaitInput("Go on?", Duration.ofHours(1))
                        : run.run()),
                answers -> assertThat(answers).allMatch(TransitionResult::applied));

        assertThat(log.since(0))
                .allSatisfy(event -> assertThat(event.change().version()).isEqualTo(event.seq()));
        assertThat(record.state().version()).isEqualTo(log.last()).isEqualTo(2 + 4L * Math.min(ROUNDS, 500));
    }
}
