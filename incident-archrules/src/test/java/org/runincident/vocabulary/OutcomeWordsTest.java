package org.runincident.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeWordsTest {
    private final OutcomeWords words = Vocabulary.defaults().outcomes();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Status",
                "BatchStatus",
                "TargetState",
                "InitialState",
                "SendOutcome",
                "HTTPResult",
                "JobPhase",
                "StatusEnum",
                "StateValues",
                "TimeoutPolicy",
                "ErrorHandlingMode",
                "ToleranceType",
                "FailureAction"
            })
    void names_that_say_how_something_went_or_stands(String name) {
        assertThat(words.isOutcomeName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ConnectorType",
                "RetryLogic",
                "LoadingMode",
                "PluginDiscoveryMode",
                "Statement",
                "ErrorCode",
                "Estate",
                "ClassLoaderUsage",
                "RetryPolicy",
                "CollectionAction",
                "Stateful"
            })
    void names_that_only_tell_kinds_apart(String name) {
        assertThat(words.isOutcomeName(name)).isFalse();
    }

    @Test
    void constants_tell_when_the_name_does_not() {
        assertThat(words.isOutcomeByVariants("Delivery", List.of("PENDING", "DONE", "REJECTED")))
                .isTrue();
        assertThat(words.isOutcomeByVariants("Answer", List.of("Success", "TimedOut")))
                .isTrue();
        assertThat(words.isOutcomeByVariants("LogLevel", List.of("INFO", "ERROR")))
                .isFalse();
        assertThat(words.isOutcomeByVariants("EventType", List.of("STARTED", "FAILED")))
                .isFalse();
        assertThat(words.isOutcomeByVariants("ExitCode", List.of("OK", "USAGE", "CRASH")))
                .isTrue();
        assertThat(words.isOutcomeByVariants("StateName", List.of("ENQUEUED", "SUCCEEDED")))
                .isTrue();
        assertThat(words.isOutcomeByVariants("BackendStateType", List.of("KEY_VALUE", "OPERATOR")))
                .isFalse();
    }

    @Test
    void a_project_may_name_more_or_all() {
        WordLists lists = WordLists.defaults().with("outcomeTypes", List.of("a.b.Light"), List.of());

        assertThat(new Vocabulary(lists).outcomes().isListed("a.b.Light")).isTrue();
        assertThat(new Vocabulary(lists).outcomes().isListed("a.b.Lamp")).isFalse();
        assertThat(new Vocabulary(lists.with("outcomeTypes", List.of("*"), List.of()))
                        .outcomes()
                        .isListed("x.Any"))
                .isTrue();
    }

    @Test
    void words_that_fill_a_place_are_no_reason() {
        assertThat(List.of("", "by design", "TODO", "do nothing", "ok for now", "should never happen", "because"))
                .noneMatch(Rationale::saysWhy);
        assertThat(List.of(
                        "the probe is best effort",
                        "halted runs are swept up every night",
                        "nichts zu tun, der Lauf ist zu Ende",
                        "\u5728\u8fd9\u91cc\u5ffd\u7565\u5f02\u5e38"))
                .allMatch(Rationale::saysWhy);
    }

    @Test
    void the_nearest_name_is_offered_only_when_it_is_near() {
        assertThat(Nearest.to("FailureWithoutReson", List.of("FailureWithoutReason", "LostCause")))
                .contains("FailureWithoutReason");
        assertThat(Nearest.to("xyz", List.of("FailureWithoutReason", "LostCause")))
                .isEmpty();
    }
}
