package org.runincident.inventory;

import java.util.List;
import org.runincident.code.MethodKey;
import org.runincident.code.Place;
import org.runincident.code.TypeName;

/**
 * An expression that makes a status a failure, or ends a run on request.
 *
 * @param at the statement or call
 * @param member the enclosing member
 * @param entity simple name of the type whose status it is ({@code Task}); never empty
 * @param property the status property ({@code status})
 * @param statusType the enum, class or constant set; UNKNOWN for string statuses
 * @param constants the failed constants that can be written here, sorted; empty when only a callee knows
 * @param subject source text of the subject ({@code task}, {@code this.run})
 * @param level weakest reason over all feasible paths
 * @param recorded messages and codes recorded that are fixed in the source, over all paths, parted by {@code " | "}; a code
 *     with its type ({@code ErrorCode.TIMEOUT}), a gap in a message in braces; empty when none is fixed
 * @param path from where the subject or the status is at hand to where it leaves; at least one step
 * @param dropped a reason that was at hand and was not recorded; null when none was
 * @param lost how a reason that had been recorded is gone again, came too late, or is that of another run; null when none was
 * @param slot what on the subject could take a reason ({@code setReasonForIncompletion}); empty when nothing is known
 * @param transition a sanctioned method that takes a reason ({@code reject(FailureReason)}); empty when none is known
 * @param charged whether a silence here is this site's own; false when another site of the same omission is charged
 */
public record StatusSite(
        Place at,
        MethodKey member,
        Kind kind,
        End end,
        String entity,
        String property,
        TypeName statusType,
        List<String> constants,
        String subject,
        ReasonLevel level,
        String recorded,
        List<Step> path,
        AtHand dropped,
        Lost lost,
        String slot,
        String transition,
        boolean charged) {
    /** How the status is given. */
    public enum Kind {
        SETTER,
        FIELD,
        CONSTRUCTOR,
        FACTORY,
        BUILDER,
        TRANSITION,
        CALLEE,
        RETURNED,
        EXCEPTION,
        EVENT,
        MAP,
        SQL
    }

    /** Why the run ends. */
    public enum End {
        /** It failed, timed out, was rejected, got lost. */
        FAILURE,
        /** Somebody or something asked for it: cancel, stop, pause, abandon. */
        REQUESTED
    }

    /**
     * A reason that was in reach.
     *
     * @param expression source text of it ({@code problem})
     * @param what what it is, with an article ("a caught PaymentDeclined", "the parameter reason")
     */
    public record AtHand(String expression, String what, Place at) {}

    /**
     * A reason that does not get there.
     *
     * @param how a clause that goes on after what became of the run, its lines named
     * @param at where it is lost
     * @param leftOver whether it is the reason of an earlier run
     */
    public record Lost(String how, Place at, boolean leftOver) {}

    public StatusSite {
        constants = List.copyOf(constants);
        path = List.copyOf(path);
    }
}
