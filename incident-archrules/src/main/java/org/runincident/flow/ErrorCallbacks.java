package org.runincident.flow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.runincident.code.TypeName;
import org.runincident.vocabulary.Words;

/** Methods that take a function which is given an exception, and which of its parameters that is. */
public final class ErrorCallbacks {
    /** Where the exception stands among the lambda's parameters. */
    private enum Form {
        /** The only parameter. */
        ONLY,
        /** The second of two: {@code (result, exception)}. */
        SECOND,
        /** The first of one or two. */
        FIRST,
        /** The only parameter of the second argument. */
        ONLY_IN_SECOND_ARGUMENT
    }

    private static final Map<String, Form> FORMS = Map.ofEntries(
            Map.entry("exceptionally", Form.ONLY),
            Map.entry("exceptionallyAsync", Form.ONLY),
            Map.entry("exceptionallyCompose", Form.ONLY),
            Map.entry("exceptionallyComposeAsync", Form.ONLY),
            Map.entry("handle", Form.SECOND),
            Map.entry("handleAsync", Form.SECOND),
            Map.entry("whenComplete", Form.SECOND),
            Map.entry("whenCompleteAsync", Form.SECOND),
            Map.entry("onErrorResume", Form.ONLY),
            Map.entry("onErrorResumeNext", Form.ONLY),
            Map.entry("onErrorReturn", Form.ONLY),
            Map.entry("onErrorComplete", Form.ONLY),
            Map.entry("onErrorContinue", Form.FIRST),
            Map.entry("onErrorMap", Form.ONLY),
            Map.entry("doOnError", Form.ONLY),
            Map.entry("onFailure", Form.ONLY),
            Map.entry("onError", Form.ONLY),
            Map.entry("catchError", Form.ONLY),
            Map.entry("catching", Form.ONLY),
            Map.entry("catchingAsync", Form.ONLY),
            Map.entry("recover", Form.ONLY),
            Map.entry("recoverWith", Form.ONLY),
            Map.entry("recoverWithItem", Form.ONLY),
            Map.entry("recoverWithUni", Form.ONLY),
            Map.entry("recoverWithMulti", Form.ONLY),
            Map.entry("exceptionHandler", Form.ONLY),
            Map.entry("setErrorHandler", Form.ONLY),
            Map.entry("setUncaughtExceptionHandler", Form.SECOND),
            Map.entry("setDefaultUncaughtExceptionHandler", Form.SECOND),
            Map.entry("otherwise", Form.ONLY),
            Map.entry("addCallback", Form.ONLY_IN_SECOND_ARGUMENT),
            Map.entry("subscribe", Form.ONLY_IN_SECOND_ARGUMENT));

    /** Words of methods whose function is told of an exception that somebody else keeps, or of many. */
    private static final Set<String> NOT_TOLD = Set.of("retry", "retries", "retrying", "each");

    /** Take a function for what comes and one for the failure, where a name like theirs says too little without the type. */
    private static final Set<String> SUBSCRIBING = Set.of("with");

    private ErrorCallbacks() {}

    /**
     * Which parameter of a lambda is the exception; -1 when none is.
     *
     * @param argument the lambda's place among the arguments of the call, from 0
     * @param parameters how many parameters the lambda has
     */
    public static int throwableParameter(String method, int argument, int parameters) {
        Form form = FORMS.get(method);
        if (form == null) {
            return -1;
        }
        return switch (form) {
            case ONLY -> parameters == 1 ? 0 : -1;
            case SECOND -> parameters == 2 ? 1 : -1;
            case FIRST -> parameters == 1 || parameters == 2 ? 0 : -1;
            case ONLY_IN_SECOND_ARGUMENT -> argument == 1 && parameters == 1 ? 0 : -1;
        };
    }

    /**
     * The same for a method that is not known by its name: a function that gives nothing back and is called with a result or
     * with an exception, the exception last. Who retries keeps the exception, and only tells of it on the way. A function of
     * an exception alone may be there to look at many; only an empty one says what it is for, or a method that subscribes.
     *
     * @param parameters types of the function's parameters
     * @param empty whether the function does nothing
     */
    public static int throwableLast(String method, List<TypeName> parameters, boolean empty) {
        int last = parameters.size() - 1;
        return mayBeTold(method, parameters.size(), empty)
                        && isThrowable(parameters.get(last))
                        && parameters.subList(0, last).stream().noneMatch(ErrorCallbacks::isThrowable)
                        && Words.of(method).stream().noneMatch(NOT_TOLD::contains)
                ? last
                : -1;
    }

    /** Whether the types of a function's parameters are worth a look, so that {@link #throwableLast} can tell. */
    public static boolean mayBeTold(String method, int parameters, boolean empty) {
        int fewest = empty || SUBSCRIBING.contains(method) ? 1 : 2;
        return parameters >= fewest && !method.isEmpty() && !isKnown(method);
    }

    /** Whether a method takes such functions by its name. */
    public static boolean isKnown(String method) {
        return FORMS.containsKey(method);
    }

    public static boolean isThrowable(TypeName type) {
        String name = type.simple();
        return name.equals("Throwable") || name.endsWith("Exception") || name.equals("Error");
    }
}
