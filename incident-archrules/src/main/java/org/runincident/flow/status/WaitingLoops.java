package org.runincident.flow.status;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.runincident.flow.Block;
import org.runincident.flow.Condition;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;

/**
 * Loops that ask on each turn for something no turn changes: {@code while (!stopping)}. Somebody else does, so what was answered
 * before one turn says nothing of the next.
 */
final class WaitingLoops {

    private final EventGraph graph;
    private final Onward onward;
    private final int[] order;
    private final Map<Integer, Set<String>> asked = new HashMap<>();

    /** @param order of the blocks, such that only ways back lead to an earlier one */
    WaitingLoops(EventGraph graph, Onward onward, int[] order) {
        this.graph = graph;
        this.onward = onward;
        this.order = order;
    }

    /** The path takes an edge; where that leads back to another turn, what the loop waits for is open again. */
    void take(PathState state, Block block, Edge edge) {
        if (order[edge.target()] > order[block.id()]) {
            return;
        }
        Set<String> waitedFor = asked.computeIfAbsent(edge.target(), this::askedIn);
        if (!waitedFor.isEmpty()) {
            state.forgetMembersNamed(waitedFor);
        }
    }

    /** The members that decide whether the loop goes on, and that it does not write. */
    private Set<String> askedIn(int head) {
        BitSet loop = (BitSet) onward.from(head).clone();
        for (int id = loop.nextSetBit(0); id >= 0; id = loop.nextSetBit(id + 1)) {
            if (!onward.from(id).get(head)) {
                loop.clear(id);
            }
        }
        Set<String> names = new HashSet<>();
        Set<String> written = new HashSet<>();
        loop.stream().mapToObj(graph::block).forEach(block -> {
            block.events().forEach(event -> {
                if (event instanceof Event.Put put) {
                    written.add(put.field());
                }
            });
            block.edges().stream()
                    .filter(edge -> edge.condition() != null && !loop.get(edge.target()))
                    .forEach(edge -> ask(block, edge.condition(), names));
        });
        names.removeAll(written);
        return names;
    }

    private static void ask(Block block, Condition condition, Set<String> names) {
        for (Event event : block.events()) {
            if (event instanceof Event.Get get && get.to().equals(condition.subject())) {
                names.add(get.field());
            }
        }
    }
}
