package org.runincident.flow;

import java.util.List;
import java.util.Set;
import org.runincident.code.TypeName;

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

    private ErrorMethods() {}

    /**
     * Which parameter is the failure; -1 when the method is no such handler. An empty one of a class with a name may be
     * there to be overridden, or be a listener that does nothing on purpose; in an anonymous class it drops the failure.
     *
     * @param anonymous whether it stands in an anonymous class
     * @param overrides whether it overrides another
     * @param empty whether its body does nothing
     */
    public static int throwableParameter(
            String name, boolean anonymous, boolean overrides, boolean empty, List<TypeName> parameters) {
        boolean known = NAMES.contains(name) || anonymous && OF_FUNCTIONS.contains(name);
        if (!known || !anonymous && (!overrides || empty)) {
            return -1;
        }
        for (int i = parameters.size() - 1; i >= 0; i--) {
            String type = parameters.get(i).simple();
            if (type.equals("Throwable") || type.endsWith("Exception") || type.equals("Error")) {
                return i;
            }
        }
        return -1;
    }
}
