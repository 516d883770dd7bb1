package org.runincident.rule.exceptions;

import java.util.stream.Collectors;
import org.runincident.inventory.ExceptionHandler;
import org.runincident.inventory.Step;

/** How messages speak of a handler. */
final class HandlerText {
    private HandlerText() {}

    static boolean isCatch(ExceptionHandler handler) {
        return handler.callback().isEmpty();
    }

    /** The caught types, in backticks. */
    static String types(ExceptionHandler handler) {
        return "`" + handler.caught().stream().map(t -> t.simple()).collect(Collectors.joining(" | ")) + "`";
    }

    /** The handler as the subject of a sentence. */
    static String subject(ExceptionHandler handler) {
        return isCatch(handler)
                ? "`catch (" + handler.caught().stream().map(t -> t.simple()).collect(Collectors.joining(" | ")) + ")`"
                : callback(handler);
    }

    /** A callback as the subject of a sentence: a lambda, or a method that is called with the failure. */
    static String callback(ExceptionHandler handler) {
        return handler.asMethod()
                ? "This `" + handler.callback() + "`"
                : "The function given to `" + handler.callback() + "`";
    }

    /** The exception, by its variable's name where it has one. */
    static String exception(ExceptionHandler handler) {
        return handler.variable().isEmpty() ? "the exception" : "`" + handler.variable() + "`";
    }

    /** Where the path ends, for messages about one path of several. */
    static String lastLine(ExceptionHandler handler) {
        Step last = handler.path().get(handler.path().size() - 1);
        return "line " + last.at().span().line();
    }

    /** The same as the end of a sentence; empty when it goes nowhere from the handler's head. */
    static String where(ExceptionHandler handler) {
        int last = handler.path().get(handler.path().size() - 1).at().span().line();
        return last <= handler.at().span().line() ? "" : " on a path that ends at line " + last;
    }
}
