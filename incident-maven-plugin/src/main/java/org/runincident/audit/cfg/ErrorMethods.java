package org.runincident.audit.cfg;

import com.github.javaparser.ast.body.MethodDeclaration;
import java.util.List;
import java.util.Set;
import org.runincident.code.TypeName;

/**
 * Methods that somebody else calls with a failure: {@code onFailure} of a callback, {@code uncaughtException} of a thread's
 * last handler. They are handlers written as methods.
 */
final class ErrorMethods {
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
     */
    static int throwableParameter(MethodDeclaration method, boolean anonymous, List<TypeName> parameters) {
        String name = method.getNameAsString();
        boolean known = NAMES.contains(name) || anonymous && OF_FUNCTIONS.contains(name);
        boolean called = anonymous || method.isAnnotationPresent("Override");
        boolean empty =
                method.getBody().filter(b -> b.getStatements().isEmpty()).isPresent();
        if (!known || !called || empty && !anonymous) {
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
