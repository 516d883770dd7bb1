package org.runincident.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final FailureReason REASON = FailureReason.of(CommonCode.TIMEOUT);

    /** One of each, in the order of the declaration. */
    static final List<Outcome> ALL = List.of(
            Outcome.succeeded(),
            new Outcome.PartlySucceeded(List.of("chapter 3"), REASON),
            Outcome.failed(REASON),
            new Outcome.TimedOut(Duration.ofMinutes(5), REASON),
            new Outcome.Stuck(REASON),
            new Outcome.Cancelled("anna", REASON),
            new Outcome.DeliveryFailed(REASON));

    @Test
    void match_answers_with_the_function_of_the_variant() {
        assertThat(ALL)
                .map(outcome -> outcome.<Object>match(
                        succeeded -> "done",
                        partly -> partly.undone(),
                        failed -> failed.reason().code(),
                        timedOut -> timedOut.limit(),
                        stuck -> "stuck",
                        cancelled -> cancelled.by(),
                        undelivered -> "undelivered"))
                .containsExactly(
                        "done",
                        List.of("chapter 3"),
                        CommonCode.TIMEOUT,
                        Duration.ofMinutes(5),
                        "stuck",
                        "anna",
                        "undelivered");
    }

    @Test
    void a_mapper_maps_every_variant_and_can_be_kept() {
        Function<Outcome, Integer> mapper = Outcome.<Integer>mapper()
                .succeeded(outcome -> 1)
                .partlySucceeded(outcome -> 2)
                .failed(outcome -> 3)
                .timedOut(outcome -> 4)
                .stuck(outcome -> 5)
                .cancelled(outcome -> 6)
                .deliveryFailed(outcome -> 7);

        assertThat(ALL).map(mapper).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void each_variant_has_the_status_of_its_name() {
        assertThat(ALL)
                .map(Outcome::status)
                .containsExactly(
                        RunStatus.SUCCEEDED,
                        RunStatus.PARTLY_SUCCEEDED,
                        RunStatus.FAILED,
                        RunStatus.TIMED_OUT,
                        RunStatus.STUCK,
                        RunStatus.CANCELLED,
                        RunStatus.DELIVERY_FAILED);
    }

    @Test
    void all_but_success_owe_a_reason_and_have_it() {
        assertThat(ALL)
                .allSatisfy(outcome ->
                        assertThat(outcome.status().owesReason()).isEqualTo(outcome instanceof Outcome.Unsuccessful));
        assertThat(ALL.stream().skip(1))
                .allSatisfy(outcome ->
                        assertThat(((Outcome.Unsuccessful) outcome).reason()).isEqualTo(REASON));
    }

    @Test
    void no_unsuccessful_outcome_can_be_built_without_a_reason() {
        assertThatNullPointerException().isThrownBy(() -> new Outcome.PartlySucceeded(List.of("a"), null));
        assertThatNullPointerException().isThrownBy(() -> new Outcome.Failed(null));
        assertThatNullPointerException().isThrownBy(() -> new Outcome.TimedOut(Duration.ZERO, null));
        assertThatNullPointerException().isThrownBy(() -> new Outcome.TimedOut(null, REASON));
        assertThatNullPointerException().isThrownBy(() -> new Outcome.Stuck(null));
        assertThatNullPointerException().isThrownBy(() -> new Outcome.Cancelled("anna", null));
        assertThatNullPointerException().isThrownBy(() -> new Outcome.DeliveryFailed(null));
    }

    @Test
    void a_partial_success_must_say_what_was_left_undone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Outcome.PartlySucceeded(List.of(), REASON))
                .withMessage("a partial success must say what was left undone");
    }

    @Test
    void a_cancelled_run_must_say_by_whom() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Outcome.Cancelled(" ", REASON))
                .withMessageContaining("who or what asked");
    }

    @Test
    void a_chain_that_forgot_a_variant_says_which() {
        assertThat(Outcome.never(new Outcome.Stuck(REASON)))
                .hasMessageStartingWith("no branch handles Stuck: ")
                .hasMessageContaining("timeout");
        assertThat(Outcome.never(null)).hasMessage("no branch handles null");
    }
}
