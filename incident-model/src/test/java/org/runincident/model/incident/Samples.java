package org.runincident.model.incident;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.runincident.model.CommonCode;
import org.runincident.model.Confidence;
import org.runincident.model.ErrorChain;
import org.runincident.model.FailureReason;
import org.runincident.model.RunStatus;
import org.runincident.model.policy.DecisionReason;
import org.runincident.model.policy.RecoveryDecision;

/** Incidents that tests share. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private Samples() {}

    /** With every field filled. */
    public static RunIncident full() {
        FailureReason reason = FailureReason.of(CommonCode.DISK_FULL)
                .message("Chapter {chapter} could not be written to {path}.")
                .with("chapter", 3)
                .with("path", "/data/book")
                .source("writer")
                .context("free", "0 bytes")
                .context("password", "hunter2")
                .cause(new IOException("No space left on device", new IllegalStateException("quota <b>")));
        Evidence evidence = new Evidence(CommonCode.DISK_FULL, Evidence.Strength.OBSERVED, "exit code", "28", NOW);
        Evidence conflicting =
                new Evidence(CommonCode.TIMEOUT, Evidence.Strength.REPORTED, "watchdog", "too slow", NOW);
        Facts facts = new Facts(
                List.of(
                        new Facts.Signal(NOW.plusNanos(1), "runner", "agent_started", Map.of("worker", "model-7")),
                        new Facts.Signal(
                                NOW.plusSeconds(5), "runner", "tool_invoked", Map.of("prompt", "Write me a book"))),
                List.of(
                        new Facts.Step("outline", NOW, NOW.plusSeconds(3)),
                        new Facts.Step("write", NOW.plusSeconds(3), null)),
                "outline",
                2,
                List.of("/data/book/1.md"),
                List.of(new Facts.Checkpoint("c1", NOW.plusSeconds(3))),
                List.of("chapters 1 and 2"),
                List.of("chapter 3"),
                "model-7",
                List.of(new Facts.Use("duration", "s", 60.0, 75.5), new Facts.Use("cost", "", null, 2.0)),
                28,
                ErrorChain.of(new IOException("earlier")),
                Map.of("timeline", 4));
        return new RunIncident(
                1,
                "run-1-9",
                "run-1",
                NOW.plusSeconds(9),
                RunStatus.FAILED,
                facts,
                new Cause(reason, Confidence.MEDIUM, List.of(evidence), List.of(conflicting)),
                Phase.running("write"),
                new Recovery(
                        new RecoveryDecision.Pause(DecisionReason.PERMANENT_ERROR),
                        List.of(NextAction.FREE_DISK_SPACE, NextAction.RESUME, NextAction.VIEW_REPORT)),
                new Summary("The disk filled up.", "template", NOW.plusSeconds(10)));
    }

    /** With a code of the library and nothing but what an incident must have. */
    public static RunIncident plain(String id, FailureReason reason) {
        return new RunIncident(
                1, id, "run of " + id, NOW, RunStatus.FAILED, null, Cause.recorded(reason), null, null, null);
    }

    /** One decision of each kind. */
    public static List<RecoveryDecision> decisions() {
        return List.of(
                new RecoveryDecision.Retry(Duration.ofSeconds(2), DecisionReason.AUTO_RETRY),
                new RecoveryDecision.Pause(DecisionReason.PERMANENT_ERROR),
                new RecoveryDecision.ResumeFromStep("write", Duration.ofSeconds(4), DecisionReason.AUTO_RETRY),
                new RecoveryDecision.RestoreCheckpoint("c1", DecisionReason.MAX_RETRIES_EXCEEDED),
                new RecoveryDecision.SwitchProvider("other", DecisionReason.PERMANENT_ERROR),
                new RecoveryDecision.Ask(DecisionReason.LOW_CONFIDENCE),
                new RecoveryDecision.Abandon(DecisionReason.END_REQUESTED),
                new RecoveryDecision.Busy(Duration.ofSeconds(5), DecisionReason.RUN_BUSY));
    }
}
