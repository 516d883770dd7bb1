package org.runincident.model.policy;

import static org.runincident.model.policy.GateDecision.Reason.APPROVED_BY_PERSON;
import static org.runincident.model.policy.GateDecision.Reason.CHECK_FAILED;
import static org.runincident.model.policy.GateDecision.Reason.CONFIDENT;
import static org.runincident.model.policy.GateDecision.Reason.GATE_DISABLED;
import static org.runincident.model.policy.GateDecision.Reason.LOW_CONFIDENCE;
import static org.runincident.model.policy.GateDecision.Reason.MISSING_EVIDENCE;
import static org.runincident.model.policy.GateDecision.Reason.REJECTED_BY_PERSON;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Whether a run may go on past a gate. A pure function; what is not known never passes by itself. The table of its answers is
 * in the README.
 *
 * @param enabled whether the gate looks at anything but a person's no
 * @param threshold the confidence from which a run passes by itself; from 0 to 1
 */
public record GatePolicy(boolean enabled, double threshold) {
    /** @throws IllegalArgumentException if the threshold is out of range */
    public GatePolicy {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("a gate's threshold is from 0 to 1, not " + threshold);
        }
    }

    /** What the checks before a gate found. */
    public enum Checks {
        /** All ran and none objects. */
        PASSED,
        /** At least one objects. */
        FAILED,
        /** At least one did not run, and none of the others objects. */
        INCOMPLETE
    }

    /** What a person said. */
    public enum Answer {
        /** Go on. */
        APPROVED,
        /** Stop. */
        REJECTED,
        /** Nothing yet. */
        NONE
    }

    /**
     * What {@link GatePolicy#decide} is asked.
     *
     * @param checks what the checks found
     * @param confidence how sure the run is of itself, from 0 to 1; empty if it did not say
     * @param person what a person said
     */
    public record Question(Checks checks, OptionalDouble confidence, Answer person) {
        public Question {
            Objects.requireNonNull(checks, "checks");
            Objects.requireNonNull(confidence, "confidence");
            Objects.requireNonNull(person, "person");
        }
    }

    /** On, with a threshold of 0.8. */
    public static GatePolicy standard() {
        return new GatePolicy(true, 0.8);
    }

    /** Whether the run may go on. */
    public GateDecision decide(Question question) {
        if (question.person() == Answer.REJECTED) {
            return GateDecision.block(REJECTED_BY_PERSON);
        }
        if (!enabled) {
            return GateDecision.pass(GATE_DISABLED);
        }
        if (question.checks() == Checks.FAILED) {
            return GateDecision.block(CHECK_FAILED);
        }
        if (question.person() == Answer.APPROVED) {
            return GateDecision.pass(APPROVED_BY_PERSON);
        }
        if (question.checks() == Checks.INCOMPLETE || question.confidence().isEmpty()) {
            return GateDecision.ask(MISSING_EVIDENCE);
        }
        // Written so that NaN asks.
        return question.confidence().getAsDouble() >= threshold
                ? GateDecision.pass(CONFIDENT)
                : GateDecision.ask(LOW_CONFIDENCE);
    }
}
