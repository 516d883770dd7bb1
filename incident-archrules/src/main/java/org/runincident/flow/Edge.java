package org.runincident.flow;

import org.runincident.code.TypeName;

/**
 * A way from one block to another.
 *
 * @param condition what holds when it is taken; null when nothing is known
 * @param thrown static type of the exception in flight on a {@link Kind#THROWN} edge, else null
 */
public record Edge(Kind kind, int target, Condition condition, TypeName thrown) {
    /** How control gets there. */
    public enum Kind {
        NEXT,
        BRANCH,
        /**
         * To a handler, or to the copy of a {@code finally} made for exceptions. Leaves a block that ends with the throwing
         * event: that event stands alone at the end of its block, and its result is not there on this edge.
         */
        THROWN
    }

    public static Edge next(int target) {
        return new Edge(Kind.NEXT, target, null, null);
    }

    public static Edge branch(int target, Condition condition) {
        return new Edge(Kind.BRANCH, target, condition, null);
    }

    /** The same way to another block. */
    Edge to(int other) {
        return other == target ? this : new Edge(kind, other, condition, thrown);
    }

    public static Edge thrown(int target, TypeName type) {
        return new Edge(Kind.THROWN, target, null, type);
    }
}
