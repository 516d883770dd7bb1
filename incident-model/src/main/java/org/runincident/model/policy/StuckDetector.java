package org.runincident.model.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.runincident.model.CommonCode;
import org.runincident.model.FailureReason;
import org.runincident.model.OutcomeType;
import org.runincident.model.event.EventData;
import org.runincident.model.event.EventKind;
import org.runincident.model.event.RunEvent;

/**
 * Whether a run goes on without getting anywhere. A pure function; the table of its answers is in the README.
 *
 * @param repeats how many identical calls in a row are too many; at least 2
 * @param noProgressShare the share of the allowed turns after which some progress must have been made, from 0 to 1; null
 *     switches this look off, as it needs runs that say when they make progress
 */
public record StuckDetector(int repeats, Double noProgressShare) {
    /** The share of turns that {@link #withNoProgress()} looks at. */
    public static final double STANDARD_SHARE = 0.8;

    /** @throws IllegalArgumentException if a value is out of its range */
    public StuckDetector {
        if (repeats < 2) {
            throw new IllegalArgumentException("one call is no repetition: repeats must be at least 2, not " + repeats);
        }
        if (noProgressShare != null && !(noProgressShare > 0 && noProgressShare <= 1)) {
            throw new IllegalArgumentException("the share of turns is above 0 and at most 1, not " + noProgressShare);
        }
    }

    /** Three identical calls in a row; progress is not looked at. */
    public static StuckDetector standard() {
        return new StuckDetector(3, null);
    }

    /** This, and progress must have been made after 80 % of the turns. */
    public StuckDetector withNoProgress() {
        return new StuckDetector(repeats, STANDARD_SHARE);
    }

    /**
     * One call of a tool.
     *
     * @param tool its name
     * @param arguments what it was called with, or a hash of it
     */
    public record Call(String tool, String arguments) {
        public Call {
            Objects.requireNonNull(tool, "tool");
            Objects.requireNonNull(arguments, "arguments");
        }
    }

    /**
     * What {@link StuckDetector#decide} is asked.
     *
     * @param calls the calls so far, in order
     * @param turnsUsed how many turns the run has had
     * @param turnsAllowed how many it may have; 0 if there is no limit
     * @param progress whether anything has been achieved
     */
    public record Question(List<Call> calls, int turnsUsed, int turnsAllowed, boolean progress) {
        public Question {
            calls = List.copyOf(calls);
        }

        /**
         * From the events of one run: a call is a turn, and a finished step, a written file or a checkpoint is progress.
         * A finished step also breaks a row of identical calls, as does a new attempt.
         */
        public static Question of(List<RunEvent> history, int turnsAllowed) {
            List<Call> calls = new ArrayList<>();
            int turns = 0;
            boolean progress = false;
            for (RunEvent event : history) {
                if (event.kind().equals(EventKind.TOOL_INVOKED)) {
                    turns++;
                    calls.add(new Call(text(event, EventData.TOOL), text(event, EventData.ARGUMENTS)));
                } else if (event.kind().equals(EventKind.STEP_FINISHED)
                        || event.kind().equals(EventKind.AGENT_STARTED)) {
                    calls.clear();
                }
                progress |= event.kind().equals(EventKind.STEP_FINISHED)
                        || event.data(EventData.FILE) != null
                        || event.data(EventData.CHECKPOINT) != null;
            }
            return new Question(calls, turns, turnsAllowed, progress);
        }

        private static String text(RunEvent event, String name) {
            return Objects.requireNonNullElse(event.data(name), "");
        }
    }

    /** What was seen. Closed. */
    @OutcomeType
    public enum Sight {
        /** Nothing speaks for it being stuck. */
        MOVING,
        /** The same call over and over. */
        REPEATED_CALL,
        /** Most turns are used and nothing has been achieved. */
        NO_PROGRESS
    }

    /** What is to be seen. */
    public Sight decide(Question question) {
        if (repeatsItself(question.calls())) {
            return Sight.REPEATED_CALL;
        }
        if (noProgressShare != null
                && question.turnsAllowed() > 0
                && !question.progress()
                && question.turnsUsed() >= noProgressShare * question.turnsAllowed()) {
            return Sight.NO_PROGRESS;
        }
        return Sight.MOVING;
    }

    /** The reason to end the run with; empty while it moves. */
    public Optional<FailureReason> reason(Question question) {
        return switch (decide(question)) {
            case MOVING -> Optional.empty();
            case REPEATED_CALL -> {
                Call last = question.calls().get(question.calls().size() - 1);
                yield Optional.of(FailureReason.of(CommonCode.STUCK_REPEATED_CALL)
                        .message("The run called {tool} {times} times in a row with the same arguments.")
                        .with("tool", last.tool())
                        .with("times", repeats)
                        .context(EventData.ARGUMENTS, last.arguments()));
            }
            case NO_PROGRESS ->
                Optional.of(FailureReason.of(CommonCode.STUCK_NO_PROGRESS)
                        .message("The run used {used} of {allowed} turns and achieved nothing.")
                        .with("used", question.turnsUsed())
                        .with("allowed", question.turnsAllowed()));
        };
    }

    private boolean repeatsItself(List<Call> calls) {
        if (calls.size() < repeats) {
            return false;
        }
        List<Call> last = calls.subList(calls.size() - repeats, calls.size());
        return last.stream().distinct().count() == 1;
    }
}
