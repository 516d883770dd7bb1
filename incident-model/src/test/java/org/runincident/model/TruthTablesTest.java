package org.runincident.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.runincident.model.event.EventData;
import org.runincident.model.event.EventKind;
import org.runincident.model.event.InMemoryEventLog;
import org.runincident.model.event.NewEvent;
import org.runincident.model.event.StatusChange;
import org.runincident.model.incident.Cause;
import org.runincident.model.incident.Evidence;
import org.runincident.model.incident.Facts;
import org.runincident.model.incident.RunIncident;
import org.runincident.model.incident.Summary;
import org.runincident.model.insight.SummaryGate;
import org.runincident.model.policy.Backoff;
import org.runincident.model.policy.GateDecision;
import org.runincident.model.policy.GatePolicy;
import org.runincident.model.policy.RecoveryDecision;
import org.runincident.model.policy.RetryPolicy;
import org.runincident.model.policy.RetryQuestion;
import org.runincident.model.policy.StuckDetector;
import org.runincident.model.run.Ending;
import org.runincident.model.run.TerminalInference;
import org.runincident.model.testkit.TruthTable;

/** Every table of the README against the function it describes, with every combination of inputs. */
class TruthTablesTest {
    private static final List<String> YES_NO = List.of("yes", "no");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void transitions() {
        int checked = table("Transitions")
                .check(
                        Map.of("from", names(RunStatus.values()), "to", names(RunStatus.values())),
                        in -> List.of(yesNo(constant(RunStatus.class, in.get("from"))
                                .mayBecome(constant(RunStatus.class, in.get("to"))))));

        assertThat(checked).isEqualTo(15 * 15);
    }

    @Test
    void retry_policy() {
        int checked = table("Retry policy")
                .check(
                        Map.of(
                                "busy", YES_NO,
                                "category", names(FailureCategory.values()),
                                "permanence", names(Permanence.values()),
                                "confidence", names(Confidence.values()),
                                "retry", YES_NO,
                                "left", YES_NO,
                                "resume", YES_NO,
                                "provider", YES_NO,
                                "checkpoint", YES_NO),
                        TruthTablesTest::retry);

        assertThat(checked).isEqualTo(14 * 2 * 3 * 64);
    }

    private static List<String> retry(Map<String, String> in) {
        record Code(FailureCategory category, Permanence permanence) implements FailureCode {
            @Override
            public String name() {
                return "ANY";
            }

            @Override
            public String message() {
                return "Something.";
            }
        }
        FailureReason reason = FailureReason.of(new Code(
                constant(FailureCategory.class, in.get("category")), constant(Permanence.class, in.get("permanence"))));
        RetryPolicy policy = new RetryPolicy(3, yes(in, "retry"), Backoff.standard());
        RecoveryDecision decision = policy.decide(RetryQuestion.of("r", reason, yes(in, "left") ? 2 : 3)
                .confidence(constant(Confidence.class, in.get("confidence")))
                .busy(yes(in, "busy"))
                .resumeStep(yes(in, "resume") ? "extract" : null)
                .provider(yes(in, "provider") ? "other" : null)
                .checkpoint(yes(in, "checkpoint") ? "c1" : null));
        return List.of(decision.kind(), name(decision.reason()));
    }

    @Test
    void gate_policy() {
        int checked = table("Gate policy")
                .check(
                        Map.of(
                                "person", names(GatePolicy.Answer.values()),
                                "gate", List.of("on", "off"),
                                "checks", names(GatePolicy.Checks.values()),
                                "confidence", List.of("enough", "too little", "unsaid")),
                        in -> {
                            GateDecision decision = new GatePolicy(
                                            in.get("gate").equals("on"), 0.8)
                                    .decide(new GatePolicy.Question(
                                            constant(GatePolicy.Checks.class, in.get("checks")),
                                            switch (in.get("confidence")) {
                                                case "enough" -> OptionalDouble.of(0.8);
                                                case "too little" -> OptionalDouble.of(0.79);
                                                default -> OptionalDouble.empty();
                                            },
                                            constant(GatePolicy.Answer.class, in.get("person"))));
                            return List.of(name(decision.verdict()), name(decision.reason()));
                        });

        assertThat(checked).isEqualTo(3 * 2 * 3 * 3);
    }

    @Test
    void stuck_detector() {
        int checked = table("Stuck detector")
                .check(
                        Map.of(
                                "repeated",
                                YES_NO,
                                "look",
                                YES_NO,
                                "limited",
                                YES_NO,
                                "late",
                                YES_NO,
                                "progress",
                                YES_NO),
                        in -> {
                            StuckDetector detector = yes(in, "look")
                                    ? StuckDetector.standard().withNoProgress()
                                    : StuckDetector.standard();
                            StuckDetector.Call call = new StuckDetector.Call("read", "a");
                            StuckDetector.Call other = new StuckDetector.Call("read", "b");
                            return List.of(name(detector.decide(new StuckDetector.Question(
                                    yes(in, "repeated") ? List.of(other, call, call, call) : List.of(call, call, other),
                                    yes(in, "late") ? 8 : 7,
                                    yes(in, "limited") ? 10 : 0,
                                    yes(in, "progress")))));
                        });

        assertThat(checked).isEqualTo(32);
    }

    @Test
    void terminal_inference() {
        int checked = table("Terminal inference")
                .check(
                        Map.of(
                                "latest",
                                        List.of(
                                                "recorded end",
                                                "agent finished",
                                                "gate blocked",
                                                "waiting",
                                                "queued",
                                                "work",
                                                "lesson"),
                                "exit code", List.of("0", "other", "none"),
                                "step open", YES_NO,
                                "wait over", YES_NO,
                                "worker gone", YES_NO),
                        TruthTablesTest::infer);

        assertThat(checked).isEqualTo(7 * 3 * 8);
    }

    private static List<String> infer(Map<String, String> in) {
        InMemoryEventLog log = new InMemoryEventLog();
        log.append(status(RunStatus.QUEUED, null, null));
        log.append(status(RunStatus.RUNNING, null, null));
        log.append(event(EventKind.STEP_STARTED).with(EventData.STEP, "extract"));
        if (!yes(in, "step open")) {
            log.append(event(EventKind.STEP_FINISHED).with(EventData.STEP, "extract"));
        }
        NewEvent finished = event(EventKind.AGENT_FINISHED);
        log.append(
                switch (in.get("latest")) {
                    case "recorded end" ->
                        status(RunStatus.STUCK, FailureReason.of(CommonCode.STUCK_NO_PROGRESS), null);
                    case "agent finished" ->
                        switch (in.get("exit code")) {
                            case "0" -> finished.with(EventData.EXIT_CODE, 0);
                            case "other" -> finished.with(EventData.EXIT_CODE, 137);
                            default -> finished;
                        };
                    case "gate blocked" -> event(EventKind.GATE_FIRED).with(EventData.DECISION, "block");
                    case "waiting" ->
                        status(RunStatus.AWAITING_INPUT, null, yes(in, "wait over") ? NOW : NOW.plusSeconds(1));
                    case "queued" -> status(RunStatus.QUEUED, FailureReason.of(CommonCode.TIMEOUT), null);
                    case "work" -> event(EventKind.TOOL_INVOKED);
                    default -> event(EventKind.LESSON_EXTRACTED);
                });
        Ending ending = new TerminalInference(NOW, yes(in, "worker gone")).infer(log.of("r"));
        return List.of(
                name(ending.status()),
                ending.reason() == null ? "none" : ending.reason().code().code(),
                ending.rule());
    }

    private static NewEvent event(EventKind kind) {
        return NewEvent.of("r", kind, "test");
    }

    private static NewEvent status(RunStatus to, FailureReason reason, Instant until) {
        return NewEvent.of("r", "test", new StatusChange(null, to, 1, "test", reason, until, null, List.of()));
    }

    @Test
    void summary_gate() {
        int checked = table("Summary gate")
                .check(
                        Map.of(
                                "there", YES_NO,
                                "on request", YES_NO,
                                "conflict", YES_NO,
                                "sure", YES_NO,
                                "long chain", YES_NO,
                                "many attempts", YES_NO),
                        in -> {
                            SummaryGate.Sight sight = SummaryGate.standard().decide(incident(in));
                            return List.of(name(sight), yesNo(sight.worthIt()));
                        });

        assertThat(checked).isEqualTo(64);
    }

    private static RunIncident incident(Map<String, String> in) {
        Throwable error = new IllegalStateException("1");
        for (int i = 2; i <= (yes(in, "long chain") ? 4 : 3); i++) {
            error = new IllegalStateException(String.valueOf(i), error);
        }
        Evidence evidence = new Evidence(CommonCode.DISK_FULL, Evidence.Strength.OBSERVED, "exit code", "28", NOW);
        return new RunIncident(
                1,
                "i",
                "r",
                NOW,
                RunStatus.FAILED,
                new Facts(
                        null,
                        null,
                        null,
                        yes(in, "many attempts") ? 3 : 2,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                new Cause(
                        FailureReason.of(yes(in, "on request") ? CommonCode.USER_CANCELLED : CommonCode.TIMEOUT, error),
                        yes(in, "sure") ? Confidence.MEDIUM : Confidence.LOW,
                        List.of(),
                        yes(in, "conflict") ? List.of(evidence) : Collections.emptyList()),
                null,
                null,
                yes(in, "there") ? new Summary("text", "me", NOW) : null);
    }

    @Test
    void waits_grow_up_to_their_limit() {
        Backoff plain = new Backoff(Duration.ofSeconds(2), 2, Duration.ofSeconds(30), 0);

        List<Long> seconds = new ArrayList<>();
        for (int attempt = 1; attempt <= 6; attempt++) {
            seconds.add(plain.after(attempt, 7).toSeconds());
        }

        assertThat(seconds).containsExactly(2L, 4L, 8L, 16L, 30L, 30L);
    }

    private static TruthTable table(String heading) {
        try {
            return TruthTable.below(heading, Files.readString(Path.of("README.md")));
        } catch (IOException e) {
            throw new AssertionError("the README of this module is read from its own folder", e);
        }
    }

    private static boolean yes(Map<String, String> in, String question) {
        return in.get(question).equals("yes");
    }

    private static String yesNo(boolean value) {
        return value ? "yes" : "no";
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(TruthTablesTest::name).toList();
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    }
}
