package org.runincident.flow.caught;

import org.runincident.code.Span;

/**
 * Where one path of a {@link HeldWalk} ends.
 *
 * @param returned what the returned or thrown value keeps of the exception; null for nothing
 * @param block the first block outside the region, for {@link Kind#LEAVES}; else -1
 * @param caughtInside what is thrown ends in another handler of the same method, outside the region
 */
record PathEnd(Kind kind, Path path, Holding returned, Span at, int block, boolean caughtInside) {
    enum Kind {
        /** Returns from the method. */
        RETURNS,
        /** Throws the exception, something that keeps it, or one that was there before. */
        THROWS,
        /** Throws a new exception that keeps at most text of it. */
        LOSES_CAUSE,
        /** Goes on outside the region walked. */
        LEAVES
    }

    PathEnd(Kind kind, Path path, Holding returned, Span at, int block) {
        this(kind, path, returned, at, block, false);
    }

    boolean completes() {
        return kind == Kind.RETURNS || kind == Kind.LEAVES;
    }
}
