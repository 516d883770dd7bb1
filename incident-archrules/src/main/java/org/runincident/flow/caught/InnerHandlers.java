package org.runincident.flow.caught;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.runincident.code.Declarations;
import org.runincident.code.TypeName;
import org.runincident.flow.Block;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Handler;

/** The catch clauses of a graph, by the blocks whose exceptions they take. */
final class InnerHandlers {
    private final Declarations declarations;
    private final Map<Integer, Handler> byEntry = new HashMap<>();

    /**
     * A clause that may take what a block throws.
     *
     * @param sure it takes what is thrown there; of a call that always throws, nobody knows what, so any clause will do
     */
    record Taker(int entry, boolean sure) {}

    InnerHandlers(Declarations declarations, EventGraph graph) {
        this.declarations = declarations;
        graph.handlers().stream().filter(h -> h.kind() == Handler.Kind.CATCH).forEach(h -> byEntry.put(h.entry(), h));
    }

    /** Whether a clause of the same graph may take what the block throws. */
    boolean canTake(Block block) {
        return block.edges().stream().anyMatch(e -> e.kind() == Edge.Kind.THROWN && byEntry.containsKey(e.target()));
    }

    /** The clauses that may take what the last event of the block throws, in source order. */
    List<Taker> takers(Block block, Event event) {
        List<Taker> takers = new ArrayList<>();
        for (Edge edge : block.edges()) {
            Handler handler = byEntry.get(edge.target());
            if (edge.kind() == Edge.Kind.THROWN && handler != null) {
                boolean sure = !(event instanceof Event.Throw end)
                        || handler.caught().stream()
                                .anyMatch(t -> takes(t, end.value().type()));
                takers.add(new Taker(edge.target(), sure));
            }
        }
        return takers;
    }

    private boolean takes(TypeName caught, TypeName thrown) {
        return caught.is(TypeName.THROWABLE.text())
                || caught.is("java.lang.Exception")
                || declarations.isSubtype(thrown, caught).isYes();
    }
}
