package org.runincident.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    @Test
    void a_long_text_is_cut_to_the_limit_with_a_mark_that_counts() {
        String cut = Cut.at(100, "x".repeat(150));

        assertThat(cut).hasSizeBetween(95, 100).startsWith("xxx").endsWith("x [... 80 characters left out]");
        assertThat(cut).startsWith("x".repeat(70) + " ");
    }

    @Test
    void a_text_of_exactly_the_limit_stays() {
        assertThat(Cut.at(100, "x".repeat(100))).isEqualTo("x".repeat(100));
    }

    @Test
    void cutting_twice_changes_nothing() {
        String once = Cut.at(100, "x".repeat(1_000));

        assertThat(Cut.at(100, once)).isEqualTo(once);
    }

    @Test
    void a_character_of_two_halves_is_not_cut_apart() {
        for (int i = 0; i < 2; i++) {
            String cut = Cut.at(100, "a".repeat(i) + "\uD83D\uDE00".repeat(100));

            assertThat(cut.codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF)).isEmpty();
            assertThat(cut).hasSizeLessThanOrEqualTo(100);
        }
    }

    @Test
    void a_context_counts_what_does_not_fit() {
        Context context = Context.empty();
        for (int i = 0; i < Context.MAX_ENTRIES + 3; i++) {
            context = context.with("name" + i, i);
        }

        assertThat(context.entries()).hasSize(Context.MAX_ENTRIES);
        assertThat(context.leftOut()).isEqualTo(3);
        assertThat(context.isEmpty()).isFalse();
    }

    @Test
    void a_context_cuts_long_names_and_values() {
        Context context = Context.empty().with("n".repeat(5_000), "v".repeat(5_000));

        assertThat(context.entries().keySet())
                .allSatisfy(name -> assertThat(name).hasSize(Context.MAX_VALUE));
        assertThat(context.entries().values())
                .allSatisfy(
                        value -> assertThat(value).hasSize(Context.MAX_VALUE).endsWith("left out]"));
    }

    @Test
    void a_context_forgives_what_was_stored_badly() {
        Map<String, String> stored = new HashMap<>();
        stored.put("a", null);

        assertThat(new Context(stored, -1)).isEqualTo(new Context(Map.of("a", "(none)"), 0));
        assertThat(new Context(null, 2).isEmpty()).isFalse();
        assertThat(new Context(null, 0)).isEqualTo(Context.empty()).matches(Context::isEmpty);
    }

    @Test
    void a_long_template_is_cut() {
        assertThat(FailureReason.of(CommonCode.TIMEOUT, "x".repeat(9_000)).message())
                .hasSize(FailureReason.MAX_TEMPLATE);
    }

    @Test
    void a_value_whose_to_string_throws_does_not_hide_the_failure() {
        Object broken = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException();
            }
        };

        assertThat(Shown.of(broken)).contains("whose toString threw java.lang.IllegalStateException");
        assertThat(Shown.of(new Object() {
                    @Override
                    public String toString() {
                        return null;
                    }
                }))
                .isEqualTo("(empty)");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 ms", "PT0.02S, 20 ms", "PT0.999S, 999 ms", "PT1S, 1 s", "PT59.9S, 59 s", "PT90S, 1 min 30 s",
        "PT60S, 1 min", "PT1H, 1 h", "PT1H30M, 1 h 30 min", "PT1H5S, 1 h", "P1DT2H3M, 1 d 2 h", "-PT5S, -5 s"
    })
    void a_duration_reads_as_people_say_it(Duration duration, String shown) {
        assertThat(Shown.of(duration)).isEqualTo(shown);
    }

    @Test
    void a_long_error_chain_is_cut_and_counted() {
        Throwable error = new Exception("0");
        for (int i = 1; i < ErrorChain.MAX_LINKS + 5; i++) {
            error = new Exception(String.valueOf(i), error);
        }
        ErrorChain chain = ErrorChain.of(error);

        assertThat(chain.links()).hasSize(ErrorChain.MAX_LINKS);
        assertThat(chain.leftOut()).isEqualTo(5);
        assertThat(chain.top().message()).isEqualTo("20");
        assertThat(chain.root().message()).isEqualTo("5");
    }

    @Test
    void an_error_keeps_the_top_of_its_stack_and_counts_the_rest() {
        Exception error = new Exception("x".repeat(9_000));
        StackTraceElement[] trace = new StackTraceElement[20];
        java.util.Arrays.setAll(trace, i -> new StackTraceElement("A", "m" + i, "A.java", i + 1));
        error.setStackTrace(trace);
        error.addSuppressed(new Exception());

        ErrorChain.Link link = ErrorChain.of(error).top();

        assertThat(link.frames()).hasSize(ErrorChain.MAX_FRAMES).startsWith("A.m0(A.java:1)");
        assertThat(link.framesLeftOut()).isEqualTo(8);
        assertThat(link.suppressed()).isEqualTo(1);
        assertThat(link.message()).hasSize(ErrorChain.MAX_MESSAGE);
    }

    @Test
    void an_error_whose_message_throws_is_still_recorded() {
        Exception broken = new Exception() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new IllegalStateException();
            }
        };

        assertThat(ErrorChain.of(broken).top().message()).contains("its getMessage threw");
    }

    @Test
    void a_link_reads_as_type_and_message() {
        assertThat(new ErrorChain.Link("a.b.C", "gone", null, 0, 0).line()).isEqualTo("C: gone");
        assertThat(new ErrorChain.Link("C", null, null, 0, 0).line()).isEqualTo("C");
        assertThat(new ErrorChain.Link(null, " ", List.of(), 0, 0).line()).isEqualTo("unknown");
        assertThat(new ErrorChain.Link(" ", null, List.of(), 0, 0).type()).isEqualTo("unknown");
    }

    @Test
    void a_chain_is_never_empty() {
        assertThat(new ErrorChain(null, -1).links()).hasSize(1);
        assertThat(new ErrorChain(Collections.emptyList(), -1).leftOut()).isZero();
    }
}
