package org.runincident.model.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.runincident.model.CommonCode;
import org.runincident.model.FailureReason;
import org.runincident.model.RunStatus;
import org.runincident.model.event.EventData;
import org.runincident.model.event.EventKind;
import org.runincident.model.event.RunEvent;

/**
 * How a run ended, from its history, when nobody was left to say it. The latest event that tells anything decides; the table
 * of what tells what is in the README. If nothing tells, a person must look: success is never assumed.
 */
public final class TerminalInference {
    /** The rule of an end that was recorded by a transition, so that nothing had to be inferred. */
    public static final String RECORDED_END = "recorded_end";

    private static final String WORKER_GONE = "worker_gone";
    private static final String SOURCE = "terminal inference";

    private final Instant now;
    private final boolean workerGone;

    /**
     * @param now the time to measure waits against
     * @param workerGone whether whoever worked on the run is known to be gone
     */
    public TerminalInference(Instant now, boolean workerGone) {
        this.now = Objects.requireNonNull(now, "now");
        this.workerGone = workerGone;
    }

    /** How the run ended; from the events of one run, in order. */
    public Ending infer(List<RunEvent> history) {
        return inferLast(lastAttempt(history));
    }

    /** What an earlier attempt left behind says nothing about how the run ended, unless it is an end. */
    private static List<RunEvent> lastAttempt(List<RunEvent> history) {
        int from = 0;
        for (int i = 0; i < history.size(); i++) {
            RunStatus status = statusOf(history.get(i));
            if (status == RunStatus.QUEUED) {
                from = i;
            } else if (status != null && status.isTerminal()) {
                // The first end is the end; what came in later is late evidence.
                return history.subList(from, i + 1);
            }
        }
        return history.subList(from, history.size());
    }

    private static RunStatus statusOf(RunEvent event) {
        return event.change() == null ? null : event.change().to();
    }

    private Ending inferLast(List<RunEvent> history) {
        Ending decided = null;
        List<RunEvent> conflicting = new ArrayList<>();
        for (int i = history.size() - 1; i >= 0; i--) {
            Ending told = tell(history, i);
            if (told == null) {
                continue;
            }
            if (decided == null) {
                decided = told;
            } else if (isEvidence(told) && told.status() != decided.status()) {
                conflicting.add(told.evidence());
            }
        }
        if (decided == null) {
            return new Ending(
                    RunStatus.NEEDS_REVIEW, reason(CommonCode.NEEDS_REVIEW), "nothing_tells", null, List.of());
        }
        return new Ending(decided.status(), decided.reason(), decided.rule(), decided.evidence(), conflicting);
    }

    /** Work that went on earlier says nothing against a later end; an earlier end does. */
    private static boolean isEvidence(Ending told) {
        return !told.rule().equals(WORKER_GONE);
    }

    private Ending tell(List<RunEvent> history, int index) {
        RunEvent event = history.get(index);
        if (event.change() != null) {
            return byStatus(event);
        }
        if (event.kind().equals(EventKind.AGENT_FINISHED)) {
            return byExit(event, openStep(history.subList(0, index)));
        }
        if (event.kind().equals(EventKind.GATE_FIRED) && "block".equals(event.data(EventData.DECISION))) {
            return ending(
                    RunStatus.NEEDS_REVIEW,
                    "gate_blocked",
                    event,
                    reason(CommonCode.NEEDS_REVIEW).message("A gate stopped the run; please look at it."));
        }
        return isWork(event) ? orphaned(event) : null;
    }

    private Ending byStatus(RunEvent event) {
        RunStatus status = event.change().to();
        if (status.isTerminal()) {
            return ending(status, RECORDED_END, event, event.change().reason());
        }
        Instant until = event.change().waitUntil();
        if (status == RunStatus.AWAITING_INPUT) {
            return until != null && !now.isBefore(until)
                    ? ending(RunStatus.TIMED_OUT, "wait_expired", event, reason(CommonCode.WAIT_EXPIRED))
                    : ending(
                            RunStatus.NEEDS_REVIEW,
                            "still_waiting",
                            event,
                            reason(CommonCode.NEEDS_REVIEW).message("The run still waits for an answer."));
        }
        return status == RunStatus.QUEUED ? null : orphaned(event);
    }

    private static Ending byExit(RunEvent event, String openStep) {
        String exit = event.data(EventData.EXIT_CODE);
        if (exit == null) {
            return null;
        }
        if (!exit.equals("0")) {
            return ending(
                    RunStatus.FAILED,
                    "bad_exit",
                    event,
                    reason(CommonCode.AGENT_CRASHED)
                            .message("The worker ended with exit code {exit_code}.")
                            .with(EventData.EXIT_CODE, exit));
        }
        if (openStep != null) {
            return ending(
                    RunStatus.NEEDS_REVIEW,
                    "exit_amid_step",
                    event,
                    reason(CommonCode.NEEDS_REVIEW)
                            .message(
                                    "The worker ended as if all were well, in the middle of step {step}; please look at it.")
                            .with(EventData.STEP, openStep));
        }
        return ending(RunStatus.SUCCEEDED, "clean_exit", event, null);
    }

    /** The step that was begun last and not finished; null if there is none. */
    private static String openStep(List<RunEvent> before) {
        String open = null;
        for (RunEvent event : before) {
            String step = String.valueOf(event.data(EventData.STEP));
            if (event.kind().equals(EventKind.STEP_STARTED)) {
                open = step;
            } else if (event.kind().equals(EventKind.STEP_FINISHED) && step.equals(open)) {
                open = null;
            }
        }
        return open;
    }

    private static boolean isWork(RunEvent event) {
        return event.kind().equals(EventKind.AGENT_STARTED)
                || event.kind().equals(EventKind.STEP_STARTED)
                || event.kind().equals(EventKind.STEP_FINISHED)
                || event.kind().equals(EventKind.TOOL_INVOKED);
    }

    private Ending orphaned(RunEvent event) {
        return workerGone ? ending(RunStatus.FAILED, WORKER_GONE, event, reason(CommonCode.ORPHANED_WORK)) : null;
    }

    private static FailureReason reason(CommonCode code) {
        return FailureReason.of(code).source(SOURCE);
    }

    private static Ending ending(RunStatus status, String rule, RunEvent event, FailureReason reason) {
        return new Ending(status, reason, rule, event, List.of());
    }
}
