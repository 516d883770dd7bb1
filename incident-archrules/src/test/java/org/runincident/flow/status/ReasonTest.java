package org.runincident.flow.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.runincident.flow.status.Reason.Level;

class ReasonTest {

    private static final Reason FROM_FIRST = Reason.givenBy(List.of(0), Level.TEXT);
    private static final Reason FROM_SECOND = Reason.givenBy(List.of(1), Level.STRUCTURED);
    private static final List<Reason> ALL =
            List.of(Reason.NONE, Reason.TEXT, Reason.STRUCTURED, FROM_FIRST, FROM_SECOND, Reason.TEXT.and(FROM_SECOND));

    @Test
    void the_stronger_of_two_recorded_reasons_counts() {
        assertThat(Reason.TEXT.and(Reason.STRUCTURED)).isEqualTo(Reason.STRUCTURED);
    }

    @Test
    void the_weaker_of_two_paths_counts() {
        assertThat(Reason.STRUCTURED.or(Reason.TEXT)).isEqualTo(Reason.TEXT);
        assertThat(Reason.TEXT.or(Reason.NONE)).isEqualTo(Reason.NONE);
    }

    @Test
    void joins_do_not_care_for_order() {
        for (Reason one : ALL) {
            for (Reason other : ALL) {
                assertThat(one.or(other)).isEqualTo(other.or(one));
                assertThat(one.and(other)).isEqualTo(other.and(one));
            }
        }
    }

    @Test
    void joining_a_reason_with_itself_changes_nothing() {
        ALL.forEach(each -> assertThat(each.or(each)).isEqualTo(each));
    }

    @Test
    void a_reason_from_a_parameter_is_what_the_caller_gives() {
        assertThat(FROM_FIRST.at(index -> Reason.NONE)).isEqualTo(Reason.NONE);
        assertThat(FROM_FIRST.at(index -> Reason.STRUCTURED)).isEqualTo(Reason.TEXT);
        assertThat(FROM_SECOND.at(index -> Reason.STRUCTURED)).isEqualTo(Reason.STRUCTURED);
    }

    @Test
    void a_text_on_one_path_and_a_parameter_on_the_other_needs_the_parameter() {
        Reason either = Reason.TEXT.or(FROM_FIRST);

        assertThat(either.at(index -> Reason.NONE)).isEqualTo(Reason.NONE);
        assertThat(either.at(index -> Reason.TEXT)).isEqualTo(Reason.TEXT);
    }
}
