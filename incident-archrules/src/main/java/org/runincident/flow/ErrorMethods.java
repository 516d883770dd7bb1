package org.runincident.flow;

import java.util.List;
import java.util.Set;
import org.runincident.code.TypeName;
import org.runincident.vocabulary.Words;

/**
 * Methods that somebody else calls with a failure: {@code onFailure} of a callback, {@code uncaughtException} of a thread's
 * last handler. They are handlers written as methods.
 */
public final class ErrorMethods {
    private static final Set<String> NAMES = Set.of(
            "onFailure",
            "onError",
            "onException",
            "onThrowable",
            "onCompletion",
            "failed",
            "uncaughtException",
            "exceptionCaught",
            "completedExceptionally");

    /** Methods of functions: a failure only when the parameter says so. */
    private static final Set<String> OF_FUNCTIONS = Set.of("apply", "accept", "handle", "call", "onComplete");

    /** Words of a method that is told of a failure, where it gives nothing back and does nothing. */
    private static final Set<String> WORDS = Set.of(
            "fail",
            "failed",
            "failure",
            "error",
            "exception",
            "exceptionally",
            "throwable",
            "caught",
            "uncaught",
            "thrown");

    private ErrorMethods() {}

    /** How a method is written. */
    public enum Body {
        /** It does nothing and gives nothing back. */
        EMPTY,
        /** Anything else. */
        WRITTEN
    }

    /**
     * Which parameter is the failure; -1 when the method is no such handler. Whether an empty one of a class with a name is
     * there to be overridden, or drops the failures of something it is registered with, is not decided here.
     *
     * @param anonymous whether it stands in an anonymous class
     * @param overrides whether it overrides another
     */
    public static int throwableParameter(
            String name, boolean anonymous, boolean overrides, Body body, List<TypeName> parameters) {
        boolean known = NAMES.contains(name)
                || anonymous && OF_FUNCTIONS.contains(name)
                || body == Body.EMPTY && Words.of(name).stream().anyMatch(WORDS::contains);
        if (!known || !anonymous && !overrides) {
            return -1;
        }
        for (int i = parameters.size() - 1; i >= 0; i--) {
            if (ErrorCallbacks.isThrowable(parameters.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
