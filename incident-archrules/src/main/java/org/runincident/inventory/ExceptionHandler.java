package org.runincident.inventory;

import java.util.List;
import org.runincident.code.MethodKey;
import org.runincident.code.Place;
import org.runincident.code.TypeName;

/**
 * A handler with what it does to the exception, judged over all its paths.
 *
 * @param at the {@code catch} keyword, or the callback's call name
 * @param caught the caught types
 * @param broad Throwable, Exception, RuntimeException, Error, or a union with one of them; what a callback is given is broad
 *     unless the call names a class or a test
 * @param variable name of the exception variable; empty when there is none
 * @param fate the weakest fate over all paths, in the order of precedence of the rules
 * @param rationale why it may be dropped, in the author's words (comment, or the variable's telling name); empty when none
 * @param logLevel lowest level of the log calls it reaches ({@code debug}); empty when none
 * @param path steps that prove the fate; at least one
 * @param callback name of the method a callback is given to ({@code whenComplete}), or of the method that is one
 *     ({@code onFailure}); empty for catch clauses
 * @param asMethod a callback that is a method of its own
 */
public record ExceptionHandler(
        Place at,
        MethodKey member,
        List<TypeName> caught,
        boolean broad,
        String variable,
        Fate fate,
        String rationale,
        String logLevel,
        List<Step> path,
        String callback,
        boolean asMethod) {
    /** What becomes of the exception. */
    public enum Fate {
        /** An exception that steers the project's control flow can end here, and is not thrown on. */
        CONTROL_FLOW_LOST,
        /** An interruption can end here and the flag is not set again. */
        INTERRUPT_LOST,
        /** A new exception is thrown without the caught one. */
        CAUSE_LOST,
        /** A retry loop gives up and fails with a new exception that does not know of the last error. */
        LAST_ERROR_LOST,
        /** Dropped, and the author says why. */
        EXPLAINED,
        /** Nothing stands in the body, or only questions whose answers nobody looks at, and nothing explains it. */
        EMPTY,
        /** Not used in any way. */
        DROPPED,
        /** Only text made from it survives, in a log. */
        MESSAGE_ONLY,
        /** Reaches a logger as an exception, and the code goes on. */
        LOGGED,
        /** Stored, put into a result, given to a callback, a listener, a reason, a metric. */
        RECORDED,
        /** Rethrown, wrapped with its cause, unwrapped and rethrown; or the interrupt flag was set again. */
        PROPAGATED
    }

    public ExceptionHandler {
        caught = List.copyOf(caught);
        path = List.copyOf(path);
    }
}
