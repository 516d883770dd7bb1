package org.runincident.flow;

import java.util.Map;

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
}
