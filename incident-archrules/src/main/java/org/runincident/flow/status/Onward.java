package org.runincident.flow.status;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.runincident.flow.EventGraph;

/** Which blocks can come after a block. */
final class Onward {

    private final EventGraph graph;
    private final Map<Integer, BitSet> known = new HashMap<>();

    Onward(EventGraph graph) {
        this.graph = graph;
    }

    /** The block itself and all that can be reached from it; not to be changed. */
    BitSet from(int block) {
        return known.computeIfAbsent(block, this::search);
    }

    private BitSet search(int from) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        open.add(from);
        while (!open.isEmpty()) {
            int block = open.poll();
            if (!seen.get(block)) {
                seen.set(block);
                graph.block(block).edges().forEach(edge -> open.add(edge.target()));
            }
        }
        return seen;
    }
}
