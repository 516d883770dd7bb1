package org.runincident.flow;

import java.util.ArrayList;
import java.util.List;
import org.runincident.code.TypeName;

/**
 * An exception that may come out of an event.
 *
 * @param type what it is at least
 * @param exact whether it is of no subtype
 * @param label what the edge says
 */
public record Thrown(TypeName type, boolean exact, TypeName label) {
    public static final TypeName RUNTIME_EXCEPTION = TypeName.resolved("java.lang.RuntimeException");
    public static final TypeName EXCEPTION = TypeName.resolved("java.lang.Exception");
    public static final TypeName ERROR = TypeName.resolved("java.lang.Error");

    private static final Thrown ANY_UNCHECKED = new Thrown(RUNTIME_EXCEPTION, false, RUNTIME_EXCEPTION);
    private static final Thrown ANY_ERROR = new Thrown(ERROR, false, ERROR);
    private static final Thrown ANYTHING = new Thrown(EXCEPTION, false, TypeName.THROWABLE);

    /** What a call may throw: what it declares and anything unchecked; anything at all when it cannot be seen. */
    public static List<Thrown> by(MethodRef method) {
        if (!method.isResolved()) {
            return List.of(ANYTHING, ANY_ERROR);
        }
        List<Thrown> thrown = new ArrayList<>();
        method.thrown().forEach(t -> thrown.add(declared(t)));
        thrown.add(ANY_UNCHECKED);
        thrown.add(ANY_ERROR);
        return thrown;
    }

    /** What a {@code throw} of a value of that type throws. */
    public static List<Thrown> of(TypeName type, boolean exact) {
        return type.isUnknown() ? List.of(ANYTHING, ANY_ERROR) : List.of(new Thrown(type, exact, type));
    }

    private static Thrown declared(TypeName type) {
        return type.isUnknown() ? ANYTHING : new Thrown(type, false, type);
    }

    public boolean isAnyError() {
        return equals(ANY_ERROR);
    }
}
