package org.runincident.model.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.runincident.model.CommonCode;
import org.runincident.model.Confidence;
import org.runincident.model.FailureCode;
import org.runincident.model.FailureReason;
import org.runincident.model.RunStatus;
import org.runincident.model.event.EventData;
import org.runincident.model.event.EventKind;
import org.runincident.model.event.InMemoryEventLog;
import org.runincident.model.policy.DecisionReason;
import org.runincident.model.policy.RecoveryDecision;
import org.runincident.model.policy.RetryPolicy;
import org.runincident.model.run.Ending;
import org.runincident.model.run.Moves;
import org.runincident.model.run.RunRecord;
import org.runincident.model.run.Runs;
import org.runincident.model.run.TerminalInference;

class IncidentTest {
    private static final Instant NOW = Samples.NOW;

    private final InMemoryEventLog log = new InMemoryEventLog(Clock.fixed(NOW, ZoneOffset.UTC));
    private final RunRecord record =
            new Runs(log, "service", Clock.fixed(NOW, ZoneOffset.UTC), () -> "r", Duration.ZERO).create();

    private void note(EventKind kind, String... data) {
        Map<String, String> map = new java.util.LinkedHashMap<>();
        for (int i = 0; i < data.length; i += 2) {
            map.put(data[i], data[i + 1]);
        }
        record.note(kind, map);
    }

    private RunIncident read() {
        return IncidentReader.standard().read(log.of("r"), NOW, false).orElseThrow();
    }

    @Test
    void an_incident_is_read_from_the_events_of_a_run() {
        record.transition(Moves::run);
        note(EventKind.AGENT_STARTED, EventData.WORKER, "model-7");
        note(EventKind.STEP_STARTED, EventData.STEP, "outline");
        note(EventKind.STEP_FINISHED, EventData.STEP, "outline", EventData.CHECKPOINT, "c1");
        note(EventKind.STEP_STARTED, EventData.STEP, "write");
        note(EventKind.TOOL_INVOKED, EventData.TOOL, "save", EventData.FILE, "1.md");
        note(EventKind.TOOL_INVOKED, EventData.TOOL, "save", EventData.FILE, "1.md", EventData.PARTIAL_OUTPUT, "1.md");
        note(EventKind.AGENT_FINISHED, EventData.EXIT_CODE, "28");
        record.transition(run -> run.fail(FailureReason.from(new IOException("No space left on device"))));

        RunIncident incident = read();

        assertThat(incident.id()).isEqualTo("r-10");
        assertThat(incident.runId()).isEqualTo("r");
        assertThat(incident.at()).isEqualTo(NOW);
        assertThat(incident.status()).isEqualTo(RunStatus.FAILED);
        assertThat(incident.phase()).isEqualTo(Phase.running("write")).hasToString("running (write)");
        Facts facts = incident.facts();
        assertThat(facts.timeline()).hasSize(10);
        assertThat(facts.timeline().get(9).what()).isEqualTo("failed: The disk is full.");
        assertThat(facts.timeline().get(2))
                .isEqualTo(new Facts.Signal(NOW, "service", "agent_started", Map.of(EventData.WORKER, "model-7")));
        assertThat(facts.steps())
                .containsExactly(new Facts.Step("outline", NOW, NOW), new Facts.Step("write", NOW, null));
        assertThat(facts.lastCompletedStep()).isEqualTo("outline");
        assertThat(facts.attempts()).isEqualTo(1);
        assertThat(facts.filesTouched()).containsExactly("1.md");
        assertThat(facts.checkpoints()).containsExactly(new Facts.Checkpoint("c1", NOW));
        assertThat(facts.partialOutputs()).containsExactly("1.md");
        assertThat(facts.worker()).isEqualTo("model-7");
        assertThat(facts.exitCode()).isEqualTo(28);
        assertThat(facts.errors().top().message()).isEqualTo("No space left on device");
        assertThat(incident.cause().confidence()).isEqualTo(Confidence.HIGH);
        assertThat(incident.cause().conflicting()).isEmpty();
        assertThat(incident.recovery().decision())
                .isEqualTo(new RecoveryDecision.Pause(DecisionReason.PERMANENT_ERROR));
        assertThat(incident.recovery().actions())
                .containsExactly(
                        NextAction.FREE_DISK_SPACE,
                        NextAction.RESUME,
                        NextAction.RESTORE_CHECKPOINT,
                        NextAction.USE_PARTIAL_RESULT,
                        NextAction.VIEW_REPORT);
    }

    @Test
    void a_run_that_went_well_is_no_incident() {
        record.transition(Moves::run);
        record.transition(Moves::succeed);

        assertThat(IncidentReader.standard().read(log.of("r"), NOW, false)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RunIncident(1, "i", "r", NOW, RunStatus.SUCCEEDED, null, null, null, null, null))
                .withMessage("a run that is SUCCEEDED is no incident");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IncidentReader.standard().read(List.of(), NOW, false));
    }

    @Test
    void an_exit_that_says_otherwise_than_the_recorded_end_is_kept_as_conflicting() {
        record.transition(Moves::run);
        note(EventKind.AGENT_FINISHED, EventData.EXIT_CODE, "0");
        record.transition(run -> run.fail(FailureReason.of(CommonCode.TIMEOUT)));

        Cause cause = read().cause();

        assertThat(cause.reason().code()).isEqualTo(CommonCode.TIMEOUT);
        assertThat(cause.conflicting()).singleElement().satisfies(item -> {
            assertThat(item.source()).isEqualTo("service");
            assertThat(item.text()).isEqualTo("agent_finished {exit_code=0}");
            assertThat(item.suggests()).isEqualTo(CommonCode.UNKNOWN);
            assertThat(item.strength()).isEqualTo(Evidence.Strength.OBSERVED);
        });
    }

    @Test
    void an_inferred_end_names_its_evidence_and_is_less_sure() {
        record.transition(Moves::run);
        note(EventKind.AGENT_STARTED);
        note(EventKind.AGENT_FINISHED, EventData.EXIT_CODE, "137");

        RunIncident incident = read();

        assertThat(incident.cause().reason().message()).isEqualTo("The worker ended with exit code 137.");
        assertThat(incident.cause().reason().source()).isEqualTo("terminal inference");
        assertThat(incident.cause().confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(incident.cause().evidence()).singleElement().satisfies(item -> {
            assertThat(item.source()).isEqualTo("bad exit");
            assertThat(item.suggests()).isEqualTo(CommonCode.AGENT_CRASHED);
        });
        assertThat(incident.recovery().decision()).isInstanceOf(RecoveryDecision.Retry.class);
    }

    @Test
    void an_inferred_end_that_something_speaks_against_is_asked_about() {
        record.transition(Moves::run);
        note(EventKind.AGENT_FINISHED, EventData.EXIT_CODE, "0");
        note(EventKind.AGENT_FINISHED, EventData.EXIT_CODE, "1");

        RunIncident incident = read();

        assertThat(incident.status()).isEqualTo(RunStatus.FAILED);
        assertThat(incident.cause().confidence()).isEqualTo(Confidence.LOW);
        assertThat(incident.cause().conflicting()).hasSize(1);
        assertThat(incident.recovery().decision()).isEqualTo(new RecoveryDecision.Ask(DecisionReason.LOW_CONFIDENCE));
        assertThat(incident.recovery().actions()).startsWith(NextAction.DECIDE, NextAction.RETRY);
    }

    @Test
    void a_history_that_tells_nothing_needs_review() {
        RunIncident incident = read();

        assertThat(incident.status()).isEqualTo(RunStatus.NEEDS_REVIEW);
        assertThat(incident.id()).isEqualTo("r-1");
        assertThat(incident.cause().confidence()).isEqualTo(Confidence.LOW);
        assertThat(incident.cause().evidence()).isEmpty();
    }

    @Test
    void an_earlier_attempt_says_nothing_about_the_end() {
        record.transition(Moves::run);
        note(EventKind.AGENT_FINISHED, EventData.EXIT_CODE, "1");
        record.transition(run -> run.requeue(FailureReason.of(CommonCode.AGENT_CRASHED)));
        record.transition(Moves::run);
        note(EventKind.AGENT_FINISHED, EventData.EXIT_CODE, "0");

        Ending ending = new TerminalInference(NOW, true).infer(log.of("r"));

        assertThat(ending.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(ending.reason()).isNull();
        assertThat(ending.conflicting()).isEmpty();
    }

    @Test
    void late_evidence_does_not_overturn_a_recorded_end() {
        record.transition(Moves::run);
        record.transition(run -> run.fail(FailureReason.of(CommonCode.TIMEOUT)));
        note(EventKind.AGENT_FINISHED, EventData.EXIT_CODE, "0");

        assertThat(new TerminalInference(NOW, true).infer(log.of("r")).rule())
                .isEqualTo(TerminalInference.RECORDED_END);
    }

    @Test
    void an_ending_must_be_an_end_and_have_its_reason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ending(RunStatus.RUNNING, null, "x", null, List.of()))
                .withMessage("RUNNING does not end a run");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ending(RunStatus.FAILED, null, "x", null, List.of()))
                .withMessage("FAILED owes a reason");
    }

    @Test
    void what_the_other_side_asked_for_is_waited() {
        record.transition(Moves::run);
        record.transition(
                run -> run.fail(FailureReason.of(CommonCode.RATE_LIMITED).context("retry_after", "3600")));

        assertThat(read().recovery().decision())
                .isEqualTo(new RecoveryDecision.Retry(Duration.ofHours(1), DecisionReason.AUTO_RETRY));
    }

    @Test
    void an_unreadable_wish_to_wait_is_no_wish() {
        record.transition(Moves::run);
        record.transition(
                run -> run.fail(FailureReason.of(CommonCode.RATE_LIMITED).context("retry_after", "soon")));

        assertThat(read().recovery().decision())
                .isInstanceOfSatisfying(
                        RecoveryDecision.Retry.class,
                        retry -> assertThat(retry.after()).isLessThan(Duration.ofSeconds(5)));
    }

    @Test
    void a_transient_failure_goes_on_from_the_open_step_once_a_step_is_done() {
        record.transition(Moves::run);
        note(EventKind.STEP_STARTED, EventData.STEP, "a");
        note(EventKind.STEP_FINISHED, EventData.STEP, "a");
        note(EventKind.STEP_STARTED, EventData.STEP, "b");
        note(EventKind.STEP_STARTED, EventData.STEP, "c");
        note(EventKind.STEP_FINISHED, EventData.STEP, "c");
        record.transition(run -> run.fail(FailureReason.of(CommonCode.NETWORK_FAILED)));

        assertThat(read().recovery().decision())
                .isInstanceOfSatisfying(
                        RecoveryDecision.ResumeFromStep.class,
                        resume -> assertThat(resume.step()).isEqualTo("b"));
    }

    @Test
    void after_all_attempts_the_last_checkpoint_or_another_provider_is_taken() {
        record.transition(Moves::run);
        for (int i = 0; i < 3; i++) {
            note(EventKind.AGENT_STARTED, EventData.CHECKPOINT, "c" + i);
        }
        record.transition(run -> run.fail(FailureReason.of(CommonCode.NETWORK_FAILED)));

        assertThat(read().recovery().decision())
                .isEqualTo(new RecoveryDecision.RestoreCheckpoint("c2", DecisionReason.MAX_RETRIES_EXCEEDED));
        assertThat(new IncidentReader(RetryPolicy.standard(), "other")
                        .read(log.of("r"), NOW, false)
                        .orElseThrow()
                        .recovery()
                        .decision())
                .isEqualTo(new RecoveryDecision.SwitchProvider("other", DecisionReason.MAX_RETRIES_EXCEEDED));
    }

    @Test
    void an_exit_code_that_is_no_number_is_not_taken_for_one() {
        note(EventKind.AGENT_FINISHED, EventData.EXIT_CODE, "SIGKILL");

        assertThat(read().facts().exitCode()).isNull();
    }

    @Test
    void what_was_left_undone_is_a_fact() {
        record.transition(Moves::run);
        record.transition(run -> run.succeedInPart(List.of("chapter 3"), FailureReason.of(CommonCode.TIMEOUT)));

        assertThat(read().facts().undone()).containsExactly("chapter 3");
        assertThat(read().status()).isEqualTo(RunStatus.PARTLY_SUCCEEDED);
    }

    @Test
    void every_decision_has_its_actions() {
        Cause cause = Cause.recorded(FailureReason.of(CommonCode.TIMEOUT));
        List<NextAction> first = new ArrayList<>();
        for (RecoveryDecision decision : Samples.decisions()) {
            Recovery recovery = Recovery.of(decision, cause, Facts.none());
            assertThat(recovery.actions()).endsWith(NextAction.VIEW_REPORT).doesNotHaveDuplicates();
            first.add(recovery.actions().get(0));
        }
        assertThat(first)
                .containsExactly(
                        NextAction.WAIT,
                        NextAction.RESUME,
                        NextAction.WAIT,
                        NextAction.RESTORE_CHECKPOINT,
                        NextAction.SWITCH_PROVIDER,
                        NextAction.DECIDE,
                        NextAction.RETRY,
                        NextAction.WAIT);
    }

    @Test
    void a_defect_is_for_support_and_a_setting_for_whoever_can_correct_it() {
        RecoveryDecision abandon = new RecoveryDecision.Abandon(DecisionReason.PERMANENT_ERROR);

        assertThat(Recovery.of(abandon, recorded(CommonCode.INTERNAL_ERROR), Facts.none())
                        .actions())
                .containsExactly(NextAction.CONTACT_SUPPORT, NextAction.VIEW_REPORT);
        assertThat(Recovery.of(abandon, recorded(CommonCode.ACCESS_DENIED), Facts.none())
                        .actions())
                .containsExactly(NextAction.FIX_CONFIGURATION, NextAction.RETRY, NextAction.VIEW_REPORT);
    }

    private static Cause recorded(FailureCode code) {
        return Cause.recorded(FailureReason.of(code));
    }

    @Test
    void long_lists_keep_their_ends_and_say_what_was_left_out() {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < Facts.MAX_ITEMS + 5; i++) {
            files.add("f" + i);
        }
        Facts facts = new Facts(
                null, null, null, -1, files, null, null, null, null, null, null, null, Map.of("filesTouched", 2));

        assertThat(facts.filesTouched())
                .hasSize(Facts.MAX_ITEMS)
                .startsWith("f0")
                .endsWith("f204");
        assertThat(facts.filesTouched().get(19)).isEqualTo("f19");
        assertThat(facts.filesTouched().get(20)).isEqualTo("f25");
        assertThat(facts.cuts()).isEqualTo(Map.of("filesTouched", 7));
        assertThat(facts.attempts()).isZero();
        List<String> exact = files.subList(0, Facts.MAX_ITEMS);
        assertThat(new Facts(null, null, null, 0, exact, null, null, null, null, null, null, null, null).cuts())
                .isEmpty();
    }

    private static Evidence evidence(FailureCode code, Evidence.Strength strength) {
        return new Evidence(code, strength, "source", "text", NOW);
    }

    @Test
    void the_strongest_evidence_decides_and_the_rest_is_kept() {
        Evidence guess = evidence(CommonCode.TIMEOUT, Evidence.Strength.GUESSED);
        Evidence seen = evidence(CommonCode.DISK_FULL, Evidence.Strength.OBSERVED);
        Evidence said = evidence(CommonCode.DISK_FULL, Evidence.Strength.REPORTED);

        Cause cause = Cause.weigh(List.of(guess, seen, said));

        assertThat(cause.reason().code()).isEqualTo(CommonCode.DISK_FULL);
        assertThat(cause.reason().source()).isEqualTo("source");
        assertThat(cause.reason().context().entries()).containsEntry("evidence", "text");
        assertThat(cause.evidence()).containsExactly(seen, said);
        assertThat(cause.conflicting()).containsExactly(guess);
        assertThat(cause.confidence()).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void among_equals_the_latest_decides_with_low_confidence() {
        Cause cause = Cause.weigh(List.of(
                evidence(CommonCode.TIMEOUT, Evidence.Strength.OBSERVED),
                evidence(CommonCode.DISK_FULL, Evidence.Strength.OBSERVED)));

        assertThat(cause.reason().code()).isEqualTo(CommonCode.DISK_FULL);
        assertThat(cause.confidence()).isEqualTo(Confidence.LOW);
    }

    @Test
    void confidence_follows_the_evidence() {
        assertThat(Cause.weigh(List.of(evidence(CommonCode.TIMEOUT, Evidence.Strength.OBSERVED)))
                        .confidence())
                .isEqualTo(Confidence.HIGH);
        assertThat(Cause.weigh(List.of(evidence(CommonCode.TIMEOUT, Evidence.Strength.REPORTED)))
                        .confidence())
                .isEqualTo(Confidence.MEDIUM);
        assertThat(Cause.weigh(List.of(evidence(CommonCode.TIMEOUT, Evidence.Strength.GUESSED)))
                        .confidence())
                .isEqualTo(Confidence.LOW);
        assertThatIllegalArgumentException().isThrownBy(() -> Cause.weigh(List.of()));
    }

    @Test
    void a_cause_that_was_not_recorded_is_never_sure() {
        assertThat(Cause.recorded(FailureReason.unrecorded()).confidence()).isEqualTo(Confidence.LOW);
    }

    @Test
    void stored_rows_with_holes_are_read() {
        assertThat(new Evidence(null, null, null, null, null))
                .isEqualTo(new Evidence(CommonCode.UNKNOWN, Evidence.Strength.GUESSED, "unrecorded", "", null));
        assertThat(new Facts.Signal(NOW, null, null, null))
                .isEqualTo(new Facts.Signal(NOW, "unrecorded", "unrecorded", Map.of()));
        assertThat(new Facts.Step(null, NOW, null).name()).isEqualTo("unrecorded");
        assertThat(new Facts.Use("a", null, null, null).unit()).isEmpty();
        assertThat(new RunIncident(0, "i", "r", NOW, null, null, null, null, null, null).schemaVersion())
                .isEqualTo(1);
    }

    @Test
    void the_phase_is_the_last_one_before_the_end() {
        record.transition(Moves::run);
        note(EventKind.STEP_STARTED, EventData.STEP, "a");
        record.transition(Moves::finalizing);
        assertThat(Phase.last(log.of("r")))
                .isEqualTo(Phase.of(Phase.Kind.FINALIZING))
                .hasToString("finalizing");
        record.transition(Moves::deliver);
        assertThat(Phase.last(log.of("r")).kind()).isEqualTo(Phase.Kind.DELIVERING);
        record.transition(run -> run.deliveryFailed(FailureReason.of(CommonCode.DELIVERY_FAILED)));
        assertThat(Phase.last(log.of("r")).kind()).isEqualTo(Phase.Kind.DELIVERING);
        assertThat(Phase.last(List.of()).kind()).isEqualTo(Phase.Kind.UNKNOWN);
    }

    @Test
    void each_living_status_is_a_phase() {
        assertThat(Phase.last(log.of("r")).kind()).isEqualTo(Phase.Kind.QUEUED);
        record.transition(Moves::dispatch);
        assertThat(Phase.last(log.of("r")).kind()).isEqualTo(Phase.Kind.DISPATCHING);
        record.transition(Moves::start);
        assertThat(Phase.last(log.of("r")).kind()).isEqualTo(Phase.Kind.STARTING);
        record.transition(Moves::run);
        note(EventKind.STEP_STARTED, EventData.STEP, "a");
        note(EventKind.STEP_FINISHED, EventData.STEP, "a");
        assertThat(Phase.last(log.of("r"))).isEqualTo(Phase.of(Phase.Kind.RUNNING));
        record.transition(run -> run.awaitInput("Go on?", Duration.ofHours(1)));
        assertThat(Phase.last(log.of("r")).kind()).isEqualTo(Phase.Kind.AWAITING_INPUT);
    }

    @Test
    void a_summary_and_better_facts_stand_beside_the_rest() {
        RunIncident incident = Samples.plain("i", FailureReason.of(CommonCode.TIMEOUT));
        Summary summary = new Summary("text", "me", NOW);
        Facts facts = Facts.none().use(List.of(new Facts.Use("tokens", "", 1.0, 2.0)));

        assertThat(incident.summary(summary).summary()).isEqualTo(summary);
        assertThat(incident.summary(summary).cause()).isEqualTo(incident.cause());
        assertThat(incident.facts(facts).facts().use()).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Summary(" ", "me", NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> new Summary("text", "", NOW));
    }
}
