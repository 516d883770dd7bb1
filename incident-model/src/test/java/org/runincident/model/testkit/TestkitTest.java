package org.runincident.model.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.model.MirrorsVariants;
import org.runincident.model.Outcome;

class TestkitTest {
    private static final String TABLE = """
            # Other
            text
            ## Size
            | tall | wide | **size** |
            | --- | --- | --- |
            | yes | yes | `big` |
            | yes, maybe | - | middle |
            | - | - | small |

            | another | table |
            """;

    private static final Map<String, List<String>> DOMAIN =
            Map.of("tall", List.of("yes", "maybe", "no"), "wide", List.of("yes", "no"));

    private static List<String> size(Map<String, String> in) {
        if (in.get("tall").equals("no")) {
            return List.of("small");
        }
        return List.of(in.get("tall").equals("yes") && in.get("wide").equals("yes") ? "big" : "middle");
    }

    private static org.assertj.core.api.ThrowableAssertAlternative<AssertionError> fails(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return assertThatExceptionOfType(AssertionError.class).isThrownBy(call);
    }

    @Test
    void a_function_that_agrees_with_its_table_passes() {
        TruthTable table = TruthTable.below("Size", TABLE);

        assertThat(table.questions()).containsExactly("tall", "wide");
        assertThat(table.check(DOMAIN, TestkitTest::size)).isEqualTo(6);
    }

    @Test
    void a_function_that_differs_is_named_with_row_and_input() {
        fails(() -> TruthTable.below("Size", TABLE).check(DOMAIN, in -> List.of("small")))
                .withMessage("for {tall=yes, wide=yes} row 1 of the table says [big], the function [small]");
    }

    @Test
    void an_input_that_fits_no_row_is_named() {
        String holes = TABLE.replace("| - | - | small |\n", "");

        fails(() -> TruthTable.below("Size", holes).check(DOMAIN, TestkitTest::size))
                .withMessageContaining("no row of the table fits {tall=no, wide=yes}");
    }

    @Test
    void a_row_that_is_never_reached_is_named() {
        String dead = TABLE.replace("| - | - | small |", "| - | - | small |\n| no | no | tiny |");

        fails(() -> TruthTable.below("Size", dead).check(DOMAIN, TestkitTest::size))
                .withMessageContaining("row 4 of the table is never reached");
    }

    @Test
    void a_table_that_is_missing_or_crooked_is_said() {
        fails(() -> TruthTable.below("Nothing", TABLE)).withMessageContaining("no table below a heading \"Nothing\"");
        fails(() -> TruthTable.below("Size", TABLE.replace("| yes | yes |", "| yes |")))
                .withMessageContaining("not as many cells");
        fails(() -> TruthTable.below("Size", TABLE).check(Map.of("tall", List.of("yes")), TestkitTest::size))
                .withMessageContaining("the values of \"wide\" are missing");
    }

    @MirrorsVariants(value = Outcome.class, except = "Stuck")
    enum Good {
        SUCCEEDED,
        PARTLY_SUCCEEDED,
        FAILED,
        TIMED_OUT,
        CANCELLED,
        DELIVERY_FAILED
    }

    @MirrorsVariants(Outcome.class)
    enum Bad {
        SUCCEEDED,
        FAILED,
        TIMEDOUT,
        STUCK,
        CANCELLED,
        LOST
    }

    @Test
    void the_variants_of_a_sealed_type_are_its_leaves() {
        assertThat(Variants.of(Outcome.class))
                .containsExactlyInAnyOrder(
                        "Succeeded", "PartlySucceeded", "Failed", "TimedOut", "Stuck", "Cancelled", "DeliveryFailed");
        fails(() -> Variants.of(String.class)).withMessageContaining("neither an enum nor sealed");
    }

    @Test
    void a_mirror_is_checked_variant_by_variant() {
        Variants.assertMirrors(Good.class);
        fails(() -> Variants.assertMirrors(Bad.class))
                .withMessage("Bad does not mirror Outcome: missing [DeliveryFailed, PartlySucceeded], too many [LOST]");
        fails(() -> Variants.assertMirrors(Good.class, Outcome.class)).withMessageContaining("missing [Stuck]");
        fails(() -> Variants.assertMirrors(Good.class, Outcome.class, "Gone"))
                .withMessage("Outcome has no variant Gone to leave out");
        fails(() -> Variants.assertMirrors(String.class)).withMessageContaining("does not say what it mirrors");
        fails(() -> Variants.assertMirrors(TwoMore.class, Good.class)).withMessageContaining("too many [NINE]");
    }

    enum TwoMore {
        SUCCEEDED,
        PARTLY_SUCCEEDED,
        FAILED,
        TIMED_OUT,
        CANCELLED,
        DELIVERY_FAILED,
        NINE
    }

    @Test
    void every_thread_takes_part_in_every_round() {
        AtomicInteger asked = new AtomicInteger();
        List<List<Integer>> judged = new ArrayList<>();

        Races.<Integer>run(
                3,
                10,
                Duration.ofMinutes(1),
                round -> thread -> {
                    asked.incrementAndGet();
                    return round * 10 + thread;
                },
                judged::add);

        assertThat(asked).hasValue(30);
        assertThat(judged).hasSize(10);
        assertThat(judged.get(4)).containsExactly(40, 41, 42);
    }

    @Test
    void a_race_that_throws_or_is_judged_wrong_fails() {
        fails(() -> Races.<Integer>run(
                        2,
                        5,
                        Duration.ofMinutes(1),
                        round -> thread -> {
                            if (round == 3 && thread == 1) {
                                throw new IllegalStateException("broken");
                            }
                            return 1;
                        },
                        answers -> {}))
                .withMessageContaining("broken");
        fails(() -> Races.<Integer>run(2, 5, Duration.ofMinutes(1), round -> thread -> 1, answers -> {
                    throw new AssertionError("unfair");
                }))
                .withMessageContaining("unfair");
    }

    @Test
    void a_race_that_does_not_end_is_bounded_in_time() {
        fails(() -> Races.<Integer>run(
                        2,
                        1,
                        Duration.ofMillis(50),
                        round -> thread -> {
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return 1;
                        },
                        answers -> {}))
                .withMessageContaining("was not over after PT0.05S");
    }

    @Test
    void a_failing_run_that_leaves_files_alone_passes(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a/b.txt"), "1");

        assertThat(Untouched.by(folder, () -> {
                    throw new IOException("as expected");
                }))
                .hasMessage("as expected");
    }

    @Test
    void a_failing_run_that_changes_adds_or_removes_files_is_named(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("changed"), "1");
        Files.writeString(folder.resolve("removed"), "1");

        fails(() -> Untouched.by(folder, () -> {
                    Files.writeString(folder.resolve("changed"), "2");
                    Files.delete(folder.resolve("removed"));
                    Files.createDirectory(folder.resolve("added"));
                    throw new IOException("x");
                }))
                .withMessage("the failing run changed what is published: [added, changed, removed]");
    }

    @Test
    void a_run_that_does_not_fail_is_said(@TempDir Path folder) {
        fails(() -> Untouched.by(folder.resolve("not there"), () -> {})).withMessageContaining("expected to fail");
        fails(() -> Untouched.by(() -> 1, () -> {})).withMessageContaining("expected to fail");
    }

    @Test
    void a_state_that_changes_is_named_with_both_values() {
        AtomicInteger state = new AtomicInteger(1);

        fails(() -> Untouched.by(state::get, () -> {
                    state.set(2);
                    throw new IOException("x");
                }))
                .withMessage("the failing run changed what is published, from 1 to 2");
    }
}
