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
}
