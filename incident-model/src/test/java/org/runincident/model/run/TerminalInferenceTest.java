package org.runincident.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.runincident.model.CommonCode;
import org.runincident.model.FailureReason;
import org.runincident.model.RunStatus;
import org.runincident.model.event.EventData;
import org.runincident.model.event.EventKind;
import org.runincident.model.event.InMemoryEventLog;
import org.runincident.model.event.NewEvent;
import org.runincident.model.event.RunEvent;
import org.runincident.model.event.StatusChange;

/** Which event is the evidence, and what counts as conflicting; the rules themselves are tested from the README's table. */
class TerminalInferenceTest {
    private final InMemoryEventLog log = new InMemoryEventLog();

    private RunEvent add(EventKind kind) {
        return log.append(NewEvent.of("r", kind, "test"));
    }

    private RunEvent status(RunStatus to, FailureReason reason) {
        return log.append(
                NewEvent.of("r", "test", new StatusChange(null, to, 1, "test", reason, null, null, List.of())));
    }

    private Ending infer(boolean gone) {
        return new TerminalInference(Instant.EPOCH, gone).infer(log.of("r"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent_started", "step_started", "step_finished", "tool_invoked"})
    void any_work_tells_that_a_worker_was_lost(String kind) {
        RunEvent work = add(EventKind.read(kind));
        add(EventKind.CONFIDENCE_EMITTED);

        assertThat(infer(true).rule()).isEqualTo("worker_gone");
        assertThat(infer(true).evidence()).isEqualTo(work);
        assertThat(infer(false).rule()).isEqualTo("nothing_tells");
    }

    @ParameterizedTest
    @ValueSource(strings = {"confidence_emitted", "route_decided", "gate_fired", "lesson_extracted"})
    void what_is_no_work_tells_nothing(String kind) {
        add(EventKind.read(kind));

        assertThat(infer(true).rule()).isEqualTo("nothing_tells");
        assertThat(infer(true).evidence()).isNull();
    }

    @Test
    void a_gate_that_passed_stops_nothing() {
        log.append(NewEvent.of("r", EventKind.GATE_FIRED, "test").with(EventData.DECISION, "pass"));

        assertThat(infer(false).rule()).isEqualTo("nothing_tells");
    }

    @Test
    void a_status_that_says_running_tells_that_a_worker_was_lost() {
        status(RunStatus.QUEUED, null);
        RunEvent running = status(RunStatus.RUNNING, null);

        assertThat(infer(true).evidence()).isEqualTo(running);
        assertThat(infer(true).reason().code()).isEqualTo(CommonCode.ORPHANED_WORK);
    }

    @Test
    void a_run_that_is_queued_has_no_worker_to_lose() {
        status(RunStatus.RUNNING, null);
        status(RunStatus.QUEUED, FailureReason.of(CommonCode.TIMEOUT));

        assertThat(infer(true).rule()).isEqualTo("nothing_tells");
    }

    @Test
    void earlier_work_is_no_conflict_and_an_earlier_other_end_is() {
        add(EventKind.AGENT_STARTED);
        RunEvent clean =
                log.append(NewEvent.of("r", EventKind.AGENT_FINISHED, "test").with(EventData.EXIT_CODE, "0"));
        log.append(NewEvent.of("r", EventKind.AGENT_FINISHED, "test").with(EventData.EXIT_CODE, "1"));
        log.append(NewEvent.of("r", EventKind.AGENT_FINISHED, "test").with(EventData.EXIT_CODE, "2"));

        Ending ending = infer(true);

        assertThat(ending.reason().message()).isEqualTo("The worker ended with exit code 2.");
        assertThat(ending.conflicting()).containsExactly(clean);
    }

    @Test
    void a_step_that_was_begun_again_is_open() {
        for (EventKind kind : List.of(EventKind.STEP_STARTED, EventKind.STEP_FINISHED, EventKind.STEP_STARTED)) {
            log.append(NewEvent.of("r", kind, "test").with(EventData.STEP, "write"));
        }
        log.append(NewEvent.of("r", EventKind.AGENT_FINISHED, "test").with(EventData.EXIT_CODE, "0"));

        assertThat(infer(false).rule()).isEqualTo("exit_amid_step");
        assertThat(infer(false).reason().message()).contains("in the middle of step write");
    }

    @Test
    void the_end_of_another_step_does_not_close_the_open_one() {
        log.append(NewEvent.of("r", EventKind.STEP_STARTED, "test").with(EventData.STEP, "write"));
        log.append(NewEvent.of("r", EventKind.STEP_FINISHED, "test").with(EventData.STEP, "outline"));
        log.append(NewEvent.of("r", EventKind.AGENT_FINISHED, "test").with(EventData.EXIT_CODE, "0"));

        assertThat(infer(false).rule()).isEqualTo("exit_amid_step");
    }

    @Test
    void the_sentences_say_what_was_seen() {
        log.append(NewEvent.of("r", EventKind.GATE_FIRED, "test").with(EventData.DECISION, "block"));

        assertThat(infer(false).reason().message()).isEqualTo("A gate stopped the run; please look at it.");
        assertThat(infer(false).reason().source()).isEqualTo("terminal inference");
    }
}
