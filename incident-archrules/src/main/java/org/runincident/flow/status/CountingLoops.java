package org.runincident.flow.status;

import org.runincident.flow.Block;
import org.runincident.flow.Condition;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.Value;

/**
 * Loops that count attempts run at least once: {@code for (int attempt = 1; attempt <= most; attempt++)}. That the most is none
 * is a way nobody means, and what the attempts leave behind (the last error) would seem to be missing on it.
 */
final class CountingLoops {

    private final Onward onward;

    CountingLoops(Onward onward) {
        this.onward = onward;
    }

    /** Whether the edge leaves such a loop before its first turn. */
    boolean isWayRound(PathState state, Block header, Edge edge) {
        return edge.condition() instanceof Condition.IsTrue test
                && comparesFirstCount(state, header, test.subject())
                && !onward.from(edge.target()).get(header.id())
                && header.edges().stream()
                        .anyMatch(other -> other.kind() != Edge.Kind.THROWN
                                && onward.from(other.target()).get(header.id()));
    }

    private static boolean comparesFirstCount(PathState state, Block header, Value tested) {
        for (Event event : header.events()) {
            if (event instanceof Event.Combine compare
                    && compare.to().equals(tested)
                    && compare.operator() == Event.Operator.COMPARE
                    && compare.parts().size() == 2) {
                Atom count = compare.parts().get(0) instanceof Value.Variable variable
                        ? state.read(variable).only()
                        : null;
                return count != null && count.kind() == Atom.Kind.NUMBER;
            }
        }
        return false;
    }
}
