package org.runincident.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class FailureReasonTest {

    @Test
    void a_code_alone_is_a_complete_reason() {
        FailureReason reason = FailureReason.of(CommonCode.DISK_FULL);

        assertThat(reason.code()).isEqualTo(CommonCode.DISK_FULL);
        assertThat(reason.message()).isEqualTo("The disk is full.");
        assertThat(reason.category()).isEqualTo(FailureCategory.DISK_FULL);
        assertThat(reason.permanence()).isEqualTo(Permanence.PERMANENT);
        assertThat(reason.source()).isNull();
        assertThat(reason.cause()).isNull();
        assertThat(reason.context().isEmpty()).isTrue();
        assertThat(reason).hasToString("disk_full: The disk is full.");
    }

    @Test
    void values_go_into_the_sentence() {
        FailureReason reason = FailureReason.of(CommonCode.DISPATCH_EXHAUSTED)
                .message("Agent failed to start {attempts} times. Last error: {last}")
                .with("attempts", 5)
                .with("last", new IOException("no route"))
                .source("dispatcher");

        assertThat(reason.message())
                .isEqualTo("Agent failed to start 5 times. Last error: java.io.IOException: no route");
        assertThat(reason.source()).isEqualTo("dispatcher");
    }

    @Test
    void a_forgotten_value_leaves_its_name_in_the_sentence() {
        assertThat(FailureReason.of(CommonCode.TIMEOUT, "waited {limit}, {} {unclosed")
                        .message())
                .isEqualTo("waited {limit}, {} {unclosed");
    }

    @Test
    void braces_inside_a_value_are_not_filled_again() {
        FailureReason reason =
                FailureReason.of(CommonCode.TIMEOUT, "{a}{b}").with("a", "{b}").with("b", "x");

        assertThat(reason.message()).isEqualTo("{b}x");
    }

    @Test
    void null_and_empty_values_are_shown_as_such() {
        FailureReason reason =
                FailureReason.of(CommonCode.TIMEOUT, "{a} {b}").with("a", null).with("b", " ");

        assertThat(reason.message()).isEqualTo("(none) (empty)");
    }

    @Test
    void a_blank_message_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FailureReason.of(CommonCode.TIMEOUT, "  "))
                .withMessage("the message of a failure (timeout) must not be blank");
    }

    @Test
    void a_blank_code_is_refused() {
        FailureCode blank = new FailureCode() {
            @Override
            public String name() {
                return " ";
            }

            @Override
            public FailureCategory category() {
                return FailureCategory.UNKNOWN;
            }

            @Override
            public String message() {
                return "Something.";
            }
        };

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FailureReason.of(blank))
                .withMessageEndingWith("is blank");
    }

    @Test
    void a_missing_code_or_message_is_refused() {
        assertThatNullPointerException()
                .isThrownBy(() -> FailureReason.of(null))
                .withMessage("code");
        assertThatNullPointerException()
                .isThrownBy(() -> FailureReason.of(CommonCode.TIMEOUT, (String) null))
                .withMessage("message");
    }

    @Test
    void the_cause_is_kept_as_a_chain() {
        FailureReason reason =
                FailureReason.of(CommonCode.FILE_IO, new UncheckedIOException("outer", new IOException("inner")));

        assertThat(reason.cause().links())
                .extracting(ErrorChain.Link::line)
                .containsExactly("UncheckedIOException: outer", "IOException: inner");
        assertThat(reason.cause().top().frames()).hasSizeLessThanOrEqualTo(ErrorChain.MAX_FRAMES);
    }

    @Test
    void context_keeps_the_order_given_and_the_latest_value() {
        FailureReason reason = FailureReason.of(CommonCode.TIMEOUT)
                .context("b", 1)
                .context("a", 2)
                .context("b", 3);

        assertThat(reason.context().entries()).containsExactly(entry("b", "3"), entry("a", "2"));
    }

    @Test
    void an_unrecorded_reason_says_so() {
        assertThat(FailureReason.unrecorded().isUnrecorded()).isTrue();
        assertThat(FailureReason.of(CommonCode.UNKNOWN).isUnrecorded()).isFalse();
    }

    @Test
    void each_step_leaves_the_earlier_reason_as_it_was() {
        FailureReason first = FailureReason.of(CommonCode.TIMEOUT);

        first.message("other").with("a", 1).context("b", 2).source("c").cause(new IOException());

        assertThat(first).isEqualTo(FailureReason.of(CommonCode.TIMEOUT));
    }

    private static java.util.Map.Entry<String, String> entry(String name, String value) {
        return java.util.Map.entry(name, value);
    }
}
