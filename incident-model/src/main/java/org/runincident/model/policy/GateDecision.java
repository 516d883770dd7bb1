package org.runincident.model.policy;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Objects;
import org.runincident.model.OutcomeType;

/**
 * What a gate decided, and why. Unknown values of a newer version read as {@link Verdict#ASK}.
 *
 * @param verdict whether the run may go on
 * @param reason why
 */
public record GateDecision(Verdict verdict, Reason reason) {
    public GateDecision {
        verdict = Objects.requireNonNullElse(verdict, Verdict.ASK);
        reason = Objects.requireNonNullElse(reason, Reason.MISSING_EVIDENCE);
    }

    /** Whether the run may go on. Closed. */
    @OutcomeType
    public enum Verdict {
        /** It may. */
        PASS,
        /** A person decides. */
        @JsonEnumDefaultValue
        ASK,
        /** It may not. */
        BLOCK
    }

    /** Why. Closed. */
    public enum Reason {
        /** A person said no. */
        REJECTED_BY_PERSON,
        /** The gate is switched off. */
        GATE_DISABLED,
        /** A check objects. */
        CHECK_FAILED,
        /** A person said yes. */
        APPROVED_BY_PERSON,
        /** A check did not run, or the run did not say how sure it is. */
        @JsonEnumDefaultValue
        MISSING_EVIDENCE,
        /** The run is sure enough. */
        CONFIDENT,
        /** The run is not sure enough. */
        LOW_CONFIDENCE
    }

    static GateDecision pass(Reason reason) {
        return new GateDecision(Verdict.PASS, reason);
    }

    static GateDecision ask(Reason reason) {
        return new GateDecision(Verdict.ASK, reason);
    }

    static GateDecision block(Reason reason) {
        return new GateDecision(Verdict.BLOCK, reason);
    }
}
