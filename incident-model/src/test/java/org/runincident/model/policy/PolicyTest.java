package org.runincident.model.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.runincident.model.CommonCode;
import org.runincident.model.FailureReason;
import org.runincident.model.event.EventData;
import org.runincident.model.event.EventKind;
import org.runincident.model.event.InMemoryEventLog;
import org.runincident.model.event.NewEvent;
import org.runincident.model.incident.Samples;

/** What the tables do not say: waits, limits of settings, and how questions are made from events. */
class PolicyTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void waits_are_scattered_to_both_sides_by_no_more_than_the_jitter() {
        Backoff backoff = new Backoff(Duration.ofSeconds(10), 2, Duration.ofHours(1), 0.2);

        List<Long> waits = LongStream.range(0, 2_000)
                .mapToObj(seed -> backoff.after(1, seed).toMillis())
                .toList();

        assertThat(waits).allMatch(wait -> wait >= 8_000 && wait < 12_000);
        assertThat(waits.stream().distinct().count()).isGreaterThan(1_500);
        // Even: each fifth of the range gets about a fifth of the waits.
        for (int fifth = 0; fifth < 5; fifth++) {
            long from = 8_000 + 800L * fifth;
            assertThat(waits.stream()
                            .filter(wait -> wait >= from && wait < from + 800)
                            .count())
                    .isBetween(300L, 500L);
        }
    }

    @Test
    void the_same_seed_and_attempt_wait_the_same_and_another_attempt_is_scattered_anew() {
        Backoff backoff = Backoff.standard();
        double first = backoff.after(1, 42).toMillis() / 2_000.0;
        double second = backoff.after(2, 42).toMillis() / 4_000.0;

        assertThat(backoff.after(1, 42)).isEqualTo(backoff.after(1, 42));
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void the_scatter_is_that_of_split_mix_and_never_changes() {
        // A preview shown yesterday must still be true today: these values are part of the contract.
        Backoff backoff = new Backoff(Duration.ofSeconds(100_000), 1, Duration.ofSeconds(1_000_000), 1);

        assertThat(List.of(backoff.after(1, 0), backoff.after(1, 1), backoff.after(1, -7)))
                .containsExactly(expected(1), expected(2), expected(-6));
    }

    /** SplitMix64's finalizer as published: x ^= x >>> 30, times, x ^= x >>> 27, times, x ^= x >>> 31. */
    private static Duration expected(long seed) {
        BigInteger mask = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
        BigInteger x = BigInteger.valueOf(seed)
                .multiply(new BigInteger("9E3779B97F4A7C15", 16))
                .and(mask);
        x = x.xor(x.shiftRight(30))
                .multiply(new BigInteger("BF58476D1CE4E5B9", 16))
                .and(mask);
        x = x.xor(x.shiftRight(27))
                .multiply(new BigInteger("94D049BB133111EB", 16))
                .and(mask);
        x = x.xor(x.shiftRight(31));
        double share = x.shiftRight(11).doubleValue() / (1L << 53);
        return Duration.ofMillis((long) (100_000_000.0 * (1 + (2 * share - 1))));
    }

    @Test
    void the_limit_holds_with_the_scatter() {
        Backoff backoff = new Backoff(SECOND, 10, Duration.ofSeconds(5), 1);

        for (int seed = 0; seed < 200; seed++) {
            assertThat(backoff.after(9, seed)).isLessThanOrEqualTo(Duration.ofSeconds(5));
        }
        assertThat(backoff.after(0, 1)).isLessThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void a_backoff_has_sensible_settings() {
        assertThat(new Backoff(Duration.ZERO, 1, Duration.ZERO, 0).after(3, 1)).isZero();
        assertThat(new Backoff(SECOND, 1, SECOND, 1)).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(SECOND.negated(), 2, SECOND, 0))
                .withMessageContaining("not from PT-1S to PT1S");
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(SECOND, 2, SECOND.minusNanos(1), 0));
        for (double factor : new double[] {0.99, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Backoff(SECOND, factor, SECOND, 0))
                    .withMessageContaining("a factor of at least 1");
        }
        for (double jitter : new double[] {-0.01, 1.01, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(SECOND, 1, SECOND, jitter));
        }
    }

    @Test
    void nobody_is_asked_sooner_than_it_wished() {
        RetryPolicy policy = new RetryPolicy(3, true, new Backoff(SECOND, 1, SECOND, 0));
        RetryQuestion question = RetryQuestion.of("r", FailureReason.of(CommonCode.RATE_LIMITED), 1);

        assertThat(wait(policy, question)).isEqualTo(SECOND);
        assertThat(wait(policy, question.askedToWait(SECOND.dividedBy(2)))).isEqualTo(SECOND);
        assertThat(wait(policy, question.askedToWait(SECOND.plusNanos(1)))).isEqualTo(SECOND.plusNanos(1));
    }

    private static Duration wait(RetryPolicy policy, RetryQuestion question) {
        return ((RecoveryDecision.Retry) policy.decide(question)).after();
    }

    @Test
    void decisions_carry_what_they_need() {
        RetryQuestion question = RetryQuestion.of("r", FailureReason.of(CommonCode.TIMEOUT), 1);

        assertThat(RetryPolicy.standard().decide(question.busy(true)))
                .isEqualTo(new RecoveryDecision.Busy(Duration.ofSeconds(5), DecisionReason.RUN_BUSY));
        assertThat(RetryPolicy.standard().decide(question.resumeStep("s")))
                .isInstanceOfSatisfying(RecoveryDecision.ResumeFromStep.class, resume -> {
                    assertThat(resume.step()).isEqualTo("s");
                    assertThat(resume.after()).isPositive();
                });
    }

    @Test
    void one_attempt_is_the_least() {
        assertThat(new RetryPolicy(1, true, Backoff.standard())
                        .decide(RetryQuestion.of("r", FailureReason.of(CommonCode.TIMEOUT), 1)))
                .isEqualTo(new RecoveryDecision.Abandon(DecisionReason.MAX_RETRIES_EXCEEDED));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryPolicy(0, true, Backoff.standard()))
                .withMessageContaining("at least one attempt, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryQuestion.of("r", FailureReason.of(CommonCode.TIMEOUT), 0))
                .withMessageContaining("not 0 times");
    }

    @Test
    void every_decision_has_its_branch_and_its_name() {
        assertThat(Samples.decisions())
                .map(decision -> decision.<Object>match(
                        retry -> retry,
                        pause -> pause,
                        resume -> resume,
                        restore -> restore,
                        other -> other,
                        ask -> ask,
                        abandon -> abandon,
                        busy -> busy))
                .isEqualTo(Samples.decisions());
        assertThat(Samples.decisions())
                .map(RecoveryDecision::kind)
                .containsExactly(
                        "retry",
                        "pause",
                        "resume_from_step",
                        "restore_checkpoint",
                        "switch_provider",
                        "ask",
                        "abandon",
                        "busy");
    }

    @Test
    void a_stored_decision_without_a_reason_is_not_trusted() {
        assertThat(new RecoveryDecision.Retry(null, null))
                .isEqualTo(new RecoveryDecision.Retry(Duration.ZERO, DecisionReason.LOW_CONFIDENCE));
        assertThat(new RecoveryDecision.Busy(null, null).retryAfter()).isZero();
        assertThat(new RecoveryDecision.ResumeFromStep("s", null, null).after()).isZero();
        assertThat(new GateDecision(null, null))
                .isEqualTo(new GateDecision(GateDecision.Verdict.ASK, GateDecision.Reason.MISSING_EVIDENCE));
    }

    @Test
    void a_gates_threshold_is_a_share() {
        assertThat(new GatePolicy(true, 0)).isNotNull();
        assertThat(new GatePolicy(true, 1)).isNotNull();
        for (double threshold : new double[] {-0.01, 1.01, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new GatePolicy(true, threshold));
        }
        assertThat(GatePolicy.standard()
                        .decide(new GatePolicy.Question(
                                GatePolicy.Checks.PASSED, OptionalDouble.of(Double.NaN), GatePolicy.Answer.NONE)))
                .isEqualTo(new GateDecision(GateDecision.Verdict.ASK, GateDecision.Reason.LOW_CONFIDENCE));
    }

    private static StuckDetector.Call call(String arguments) {
        return new StuckDetector.Call("read", arguments);
    }

    @Test
    void exactly_as_many_identical_calls_as_allowed_are_too_many() {
        StuckDetector detector = new StuckDetector(2, null);

        assertThat(detector.reason(new StuckDetector.Question(List.of(call("a")), 1, 0, false)))
                .isEmpty();
        assertThat(detector.reason(new StuckDetector.Question(List.of(call("b"), call("a")), 2, 0, false)))
                .isEmpty();
        assertThat(detector.reason(new StuckDetector.Question(List.of(call("b"), call("a"), call("a")), 3, 0, true)))
                .hasValueSatisfying(reason -> {
                    assertThat(reason.code()).isEqualTo(CommonCode.STUCK_REPEATED_CALL);
                    assertThat(reason.message())
                            .isEqualTo("The run called read 2 times in a row with the same arguments.");
                    assertThat(reason.context().entries()).containsEntry("arguments", "a");
                });
    }

    @Test
    void no_progress_says_how_many_turns_were_used() {
        assertThat(StuckDetector.standard()
                        .withNoProgress()
                        .reason(new StuckDetector.Question(List.of(), 8, 10, false)))
                .hasValueSatisfying(reason -> {
                    assertThat(reason.code()).isEqualTo(CommonCode.STUCK_NO_PROGRESS);
                    assertThat(reason.message()).isEqualTo("The run used 8 of 10 turns and achieved nothing.");
                });
    }

    @Test
    void a_detector_has_sensible_settings() {
        assertThat(new StuckDetector(2, 1.0)).isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> new StuckDetector(1, null));
        for (double share : new double[] {0, 1.01, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new StuckDetector(3, share));
        }
    }

    @Test
    void a_question_is_made_from_events() {
        InMemoryEventLog log = new InMemoryEventLog();
        NewEvent tool = NewEvent.of("r", EventKind.TOOL_INVOKED, "t")
                .with(EventData.TOOL, "read")
                .with(EventData.ARGUMENTS, "a");
        log.append(tool);
        log.append(NewEvent.of("r", EventKind.AGENT_STARTED, "t"));
        log.append(tool);
        log.append(NewEvent.of("r", EventKind.TOOL_INVOKED, "t"));

        assertThat(StuckDetector.Question.of(log.of("r"), 9))
                .isEqualTo(new StuckDetector.Question(List.of(call("a"), new StuckDetector.Call("", "")), 3, 9, false));

        log.append(NewEvent.of("r", EventKind.STEP_FINISHED, "t"));
        assertThat(StuckDetector.Question.of(log.of("r"), 9))
                .isEqualTo(new StuckDetector.Question(List.of(), 3, 9, true));
    }

    @Test
    void a_file_or_a_checkpoint_is_progress() {
        for (String name : List.of(EventData.FILE, EventData.CHECKPOINT)) {
            InMemoryEventLog log = new InMemoryEventLog();
            log.append(NewEvent.of("r", EventKind.TOOL_INVOKED, "t").with(name, "x"));
            assertThat(StuckDetector.Question.of(log.of("r"), 9).progress()).isTrue();
        }
    }
}
