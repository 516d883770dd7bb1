package org.runincident.model.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.runincident.model.RunStatus;

class EventKindTest {

    @Test
    void the_vocabulary_is_locked() {
        // Other programs read these words. To add one, add it here and tell the readers; never rename or remove one.
        assertThat(EventKind.closed())
                .map(EventKind::name)
                .containsExactly(
                        "agent_started",
                        "agent_finished",
                        "step_started",
                        "step_finished",
                        "tool_invoked",
                        "confidence_emitted",
                        "route_decided",
                        "gate_fired",
                        "status_changed",
                        "lesson_extracted");
    }

    @Test
    void applications_add_kinds_with_a_namespace() {
        EventKind kind = EventKind.custom("billing", "invoice_sent");

        assertThat(kind).hasToString("billing.invoice_sent").isEqualTo(EventKind.read("billing.invoice_sent"));
        assertThat(kind.hashCode())
                .isEqualTo(EventKind.read("billing.invoice_sent").hashCode());
        assertThat(kind).isNotEqualTo(EventKind.AGENT_STARTED).isNotEqualTo("billing.invoice_sent");
        assertThat(kind.hashCode()).isNotEqualTo(EventKind.AGENT_STARTED.hashCode());
    }

    @Test
    void a_kind_without_two_plain_words_is_refused() {
        for (String[] words : new String[][] {{"", "a"}, {"a", ""}, {"A", "a"}, {"a", "b.c"}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EventKind.custom(words[0], words[1]))
                    .withMessageContaining("lower case letters");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> EventKind.read(" "));
    }

    @Test
    void an_event_needs_a_run_and_a_source() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewEvent.of(" ", EventKind.AGENT_STARTED, "a"))
                .withMessage("the run of an event must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewEvent.of("r", EventKind.AGENT_STARTED, ""))
                .withMessage("the source of an event must not be blank");
    }

    @Test
    void a_change_of_status_belongs_to_its_kind_and_to_no_other() {
        StatusChange change = new StatusChange(null, RunStatus.QUEUED, 1, "a", null, null, null, List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewEvent("r", EventKind.AGENT_STARTED, "a", Map.of(), change));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewEvent("r", EventKind.STATUS_CHANGED, "a", Map.of(), null));
    }

    @Test
    void a_stored_end_without_a_reason_reads_as_unrecorded() {
        StatusChange change = new StatusChange(null, RunStatus.FAILED, 1, null, null, null, null, null);

        assertThat(change.reason().isUnrecorded()).isTrue();
        assertThat(change.cause()).isEqualTo("unrecorded");
        assertThat(new StatusChange(null, RunStatus.SUCCEEDED, 1, "a", null, null, null, null).reason())
                .isNull();
        assertThat(new StatusChange(null, null, 1, "a", null, null, null, null).to())
                .isEqualTo(RunStatus.NEEDS_REVIEW);
    }
}
