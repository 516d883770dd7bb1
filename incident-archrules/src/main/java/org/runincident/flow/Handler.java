package org.runincident.flow;

import java.util.List;
import java.util.Set;
import org.runincident.code.Span;
import org.runincident.code.TypeName;

/**
 * A piece of code that is given an exception: a catch clause, or a lambda with a throwable parameter.
 *
 * @param id index in {@link EventGraph#handlers()}
 * @param caught the caught types; more than one for a union; the parameter's type for a callback
 * @param variable holds the exception; null only when a callback takes none
 * @param entry the block that begins with {@link Event.Caught}
 * @param blocks all blocks of its body, those of copied {@code finally} blocks left out
 * @param tried blocks of the guarded part whose THROWN edges may lead here; empty for callbacks
 * @param callback for a callback the method it is passed to ({@code whenComplete}), else null
 * @param comments texts of the comments inside the body and on the lines of the catch clause, without their markers
 * @param documentation text of the doc comment of the method around it; empty when there is none
 * @param emptyBody no statement stands in the body
 * @param at the {@code catch} keyword (to the closing parenthesis), or the callback's call name
 * @param body the body's braces, or the lambda
 */
public record Handler(
        int id,
        Kind kind,
        List<TypeName> caught,
        Value.Variable variable,
        int entry,
        Set<Integer> blocks,
        Set<Integer> tried,
        MethodRef callback,
        List<String> comments,
        String documentation,
        boolean emptyBody,
        Span at,
        Span body) {
    /** Stands among the comments where an annotation says that the variable is not used. */
    public static final String MARKED_UNUSED = "marked as unused";

    /** Where the handler comes from. */
    public enum Kind {
        CATCH,
        CALLBACK
    }

    public Handler {
        caught = List.copyOf(caught);
        blocks = Set.copyOf(blocks);
        tried = Set.copyOf(tried);
        comments = List.copyOf(comments);
    }
}
