package org.runincident.audit.ratchet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.runincident.audit.ratchet.Samples.entry;

import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTest {
    private static final BaselineEntry CLOSE = entry("Swallowed", "a.B#close()", "catch ( Exception _ ) { }", "");
    private static final BaselineEntry OPEN = entry("Swallowed", "a.B#open()", "catch ( Error _ ) { }", "");

    private static Baseline of(BaselineEntry... entries) {
        return new Baseline(List.of(entries));
    }

    @Test
    void an_added_entry_without_because_is_growth() {
        assertThat(Growth.unexplained(of(CLOSE), of(CLOSE, OPEN))).containsExactly(OPEN);
    }

    @Test
    void an_added_entry_with_a_because_is_not() {
        BaselineEntry explained = entry("Swallowed", "a.B#open()", "catch ( Error _ ) { }", "the probe is best effort");
        assertThat(Growth.unexplained(of(CLOSE), of(CLOSE, explained))).isEmpty();
    }

    @Test
    void a_shrunk_baseline_has_not_grown() {
        assertThat(Growth.unexplained(of(CLOSE, OPEN), of(OPEN))).isEmpty();
    }

    @Test
    void an_edited_or_moved_entry_takes_the_place_of_the_old_one() {
        BaselineEntry edited = entry("Swallowed", "a.B#close()", "catch ( Exception _ ) { _ ++ ; }", "");
        BaselineEntry moved = entry("Swallowed", "a.C#open()", "catch ( Error _ ) { }", "");
        assertThat(Growth.unexplained(of(CLOSE, OPEN), of(edited, moved))).isEmpty();
    }

    @Test
    void one_entry_mended_does_not_pay_for_another_added() {
        BaselineEntry other = entry("Swallowed", "a.B#flush()", "catch ( Throwable _ ) { return ; }", "");
        assertThat(Growth.unexplained(of(CLOSE), of(other))).containsExactly(other);
    }

    @Test
    void a_count_raised_by_hand_is_growth_and_one_with_a_new_because_is_not() {
        Measure said = new Measure("TokenRatchet", "todo", "B.java", "4", "the importer came with two", "2026-01-02");
        assertThat(Growth.unexplainedRises(
                        measures(todo("A.java", 1), todo("B.java", 2)), measures(todo("A.java", 3), said)))
                .containsExactly(todo("A.java", 3));
        assertThat(Growth.unexplainedRises(
                        measures(said),
                        measures(new Measure(
                                said.ratchet(), said.id(), said.subject(), "5", said.because(), said.on()))))
                .hasSize(1);
    }

    @Test
    void a_new_house_rule_and_a_moved_file_are_no_growth() {
        assertThat(Growth.unexplainedRises(measures(), measures(todo("A.java", 3))))
                .isEmpty();
        assertThat(Growth.unexplainedRises(measures(todo("A.java", 3)), measures(todo("B.java", 3))))
                .isEmpty();
        assertThat(Growth.unexplainedRises(measures(todo("A.java", 3)), measures(todo("A.java", 3), todo("B.java", 3))))
                .containsExactly(todo("B.java", 3));
    }

    @Test
    void other_names_of_a_locked_type_are_growth() {
        Measure changed = Measure.of("VariantLock", "outcome", "a.Outcome", "DONE,LOST");
        assertThat(Growth.unexplainedRises(
                        measures(Measure.of("VariantLock", "outcome", "a.Outcome", "DONE")), measures(changed)))
                .containsExactly(changed);
    }

    private static Baseline measures(Measure... measures) {
        return new Baseline(List.of(), List.of(measures));
    }

    private static Measure todo(String file, int count) {
        return Measure.of("TokenRatchet", "todo", file, String.valueOf(count));
    }
}
