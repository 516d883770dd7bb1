package org.runincident.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonSlotsTest {

    private final ReasonSlots slots = Vocabulary.defaults().reasons();

    @ParameterizedTest
    @ValueSource(strings = {"reasonForIncompletion", "failureCause", "errorMessage", "trace", "exitDescription", "msg"})
    void these_take_a_reason(String name) {
        assertThat(slots.isSlot(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "messageId",
                "outputMessage",
                "failureWorkflow",
                "errorHandler",
                "errorCount",
                "errorTolerance",
                "name"
            })
    void these_hold_something_else(String name) {
        assertThat(slots.isSlot(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"addFailureException", "setReason", "withMessage", "reason", "recordException"})
    void these_record_what_they_are_given(String method) {
        assertThat(slots.isRecorder(method)).isTrue();
    }

    @Test
    void a_text_without_content_is_no_reason() {
        assertThat(slots.isEmptyText("")).isTrue();
        assertThat(slots.isEmptyText(" Unknown ")).isTrue();
        assertThat(slots.isEmptyText("disk full")).isFalse();
    }

    @Test
    void an_error_key_of_a_map_takes_a_reason() {
        assertThat(slots.isKey("exception")).isTrue();
        assertThat(slots.isKey("result")).isFalse();
    }
}
