package org.runincident.flow;

import java.util.List;
import org.runincident.code.TypeName;

/** What is known on an edge. Negation, parentheses, {@code &&} and {@code ||} are already taken apart. */
public sealed interface Condition {

    Value subject();

    /** Whether the test holds on this edge, or fails. */
    boolean holds();

    record IsTrue(Value subject, boolean holds) implements Condition {}

    record IsNull(Value subject, boolean holds) implements Condition {}

    /** {@code ==}, {@code !=} or {@code equals}. */
    record IsEqual(Value subject, Value other, boolean holds) implements Condition {}

    record IsInstance(Value subject, TypeName type, boolean holds) implements Condition {}

    /** A switch arm: the subject is one of the labels, or (holds = false, on the default edge) none of them. */
    record IsOneOf(Value subject, List<Dispatch.Label> labels, boolean holds) implements Condition {
        public IsOneOf {
            labels = List.copyOf(labels);
        }
    }
}
