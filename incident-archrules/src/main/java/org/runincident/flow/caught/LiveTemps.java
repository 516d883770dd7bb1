package org.runincident.flow.caught;

import java.util.BitSet;
import java.util.List;
import org.runincident.flow.Block;
import org.runincident.flow.Condition;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.EventValues;
import org.runincident.flow.Value;

/**
 * Which temporary values are still read from the start of a block on. Paths that differ in others only are alike: without
 * this, each branch behind which a value is left lying about doubles them.
 */
final class LiveTemps {
    private final BitSet[] liveAt;

    LiveTemps(EventGraph graph) {
        List<Block> blocks = graph.blocks();
        BitSet[] written = new BitSet[blocks.size()];
        liveAt = new BitSet[blocks.size()];
        for (Block block : blocks) {
            written[block.id()] = new BitSet();
            liveAt[block.id()] = new BitSet();
            read(block, liveAt[block.id()], written[block.id()]);
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = blocks.size() - 1; i >= 0; i--) {
                changed |= flow(blocks.get(i), written[i]);
            }
        }
    }

    /** Takes back to the start of a block what is live behind it; whether that is more than was known. */
    private boolean flow(Block block, BitSet written) {
        BitSet live = new BitSet();
        for (Edge edge : block.edges()) {
            live.or(liveAt[edge.target()]);
        }
        live.andNot(written);
        int before = liveAt[block.id()].cardinality();
        liveAt[block.id()].or(live);
        return liveAt[block.id()].cardinality() != before;
    }

    private static void read(Block block, BitSet read, BitSet written) {
        for (Event event : block.events()) {
            for (Value value : EventValues.read(event)) {
                read(value, read, written);
            }
            Value.Temp made = EventValues.result(event);
            if (made != null && !read.get(made.id())) {
                written.set(made.id());
            }
        }
        for (Edge edge : block.edges()) {
            if (edge.condition() != null) {
                read(edge.condition().subject(), read, written);
                if (edge.condition() instanceof Condition.IsEqual equal) {
                    read(equal.other(), read, written);
                }
            }
        }
    }

    private static void read(Value value, BitSet read, BitSet written) {
        if (value instanceof Value.Temp temp && !written.get(temp.id())) {
            read.set(temp.id());
        } else if (value instanceof Value.MethodReference reference) {
            read(reference.receiver(), read, written);
        }
    }

    /** Whether a value is none of the temporary ones, or is read from the start of that block on. */
    boolean isLive(Value value, int block) {
        return !(value instanceof Value.Temp temp) || liveAt[block].get(temp.id());
    }
}
