package org.runincident.flow.status;

import java.util.List;
import java.util.Set;

/** What methods do to a member, by their names: they hand it out, write it, or put something into it. */
final class Accessors {

    private Accessors() {}

    /** Methods by which something is put into a slot that is a list, a map, a buffer or a future. */
    private static final Set<String> FILLERS = Set.of(
            "add",
            "addAll",
            "addFirst",
            "addLast",
            "append",
            "appendLine",
            "insert",
            "offer",
            "push",
            "put",
            "putIfAbsent",
            "set",
            "compareAndSet",
            "complete",
            "completeExceptionally");

    /**
     * The member a method hands out by its name: {@code status} of {@code getStatus}.
     *
     * @return null when the name is not that of a getter
     */
    static String memberName(String method) {
        if (method.length() > 3 && method.startsWith("get") && Character.isUpperCase(method.charAt(3))) {
            return decapitalize(method.substring(3));
        }
        boolean predicate = method.length() > 2 && method.startsWith("is") && Character.isUpperCase(method.charAt(2))
                || method.length() > 3 && method.startsWith("has") && Character.isUpperCase(method.charAt(3));
        return predicate ? method : null;
    }

    /** Whether something is put by that method into a list, a map, a buffer or a future. */
    static boolean isFiller(String method) {
        return FILLERS.contains(method);
    }

    /** The member a setter writes: {@code reason} of {@code setReason} and {@code withReason}; null when it is none. */
    static String written(String method) {
        for (String verb : List.of("set", "with")) {
            if (method.length() > verb.length()
                    && method.startsWith(verb)
                    && Character.isUpperCase(method.charAt(verb.length()))) {
                return decapitalize(method.substring(verb.length()));
            }
        }
        return null;
    }

    private static String decapitalize(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
