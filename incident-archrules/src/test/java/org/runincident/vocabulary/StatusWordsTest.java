package org.runincident.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.runincident.vocabulary.StatusWords.Meaning;

class StatusWordsTest {

    private final StatusWords words = Vocabulary.defaults().statuses();

    @ParameterizedTest
    @CsvSource({
        "FAILED, FAILURE",
        "TIMED_OUT, FAILURE",
        "FAILED_WITH_TERMINAL_ERROR, FAILURE",
        "PAYMENT_REJECTED, FAILURE",
        "CANCELLED, REQUESTED",
        "STOPPING, REQUESTED",
        "RUNNING, GOOD",
        "COMPLETED_WITH_ERRORS, GOOD",
        "NOT_FAILED, NEUTRAL",
        "IGNORE_FAILURE, NEUTRAL",
        "FAILOVER, NEUTRAL",
        "FAILED_OVER, NEUTRAL",
        "FAILING_BACK, NEUTRAL",
        "FAIL_FAST, NEUTRAL",
        "RECEIVE_MESSAGE_AFTER_FAILURE, NEUTRAL",
        "FAILED_ON_START, FAILURE",
        "UNKNOWN, NEUTRAL"
    })
    void a_constant_means_what_its_words_say(String constant, Meaning meaning) {
        assertThat(words.meaning(constant)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "setStatus",
                "upgradeStatus",
                "updateTaskState",
                "transitionTo",
                "moveToState",
                "status",
                "withState",
                "switchPhase"
            })
    void these_write_a_status(String method) {
        assertThat(words.isSetter(method)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"getStatus", "findByStatus", "setName", "isStatus", "convertTo", "statusOf"})
    void these_do_not(String method) {
        assertThat(words.isSetter(method)).isFalse();
    }

    @Test
    void a_setter_names_its_property() {
        assertThat(words.property("setExitStatus")).isEqualTo("exitStatus");
        assertThat(words.property("upgradeStatus")).isEqualTo("status");
        assertThat(words.property("transitionTo")).isEqualTo("state");
    }

    @Test
    void a_reason_type_is_no_status() {
        assertThat(words.refusesType("CheckpointFailureReason")).isTrue();
        assertThat(words.refusesType("Errors")).isTrue();
        assertThat(words.refusesType("TaskStatus")).isFalse();
    }

    @Test
    void predicates_know_a_bad_end() {
        assertThat(words.predicateOfBadEnd("isTerminal")).isTrue();
        assertThat(words.predicateOfBadEnd("isSuccessful")).isFalse();
        assertThat(words.predicateOfBadEnd("isRetriable")).isNull();
    }
}
