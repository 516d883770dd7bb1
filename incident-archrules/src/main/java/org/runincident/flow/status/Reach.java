package org.runincident.flow.status;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.runincident.flow.Block;
import org.runincident.flow.Condition;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Value;

/**
 * Which values still matter at the entry of a block: those that were assigned on more than one way and are read later, and
 * the members that are tested more than once. Paths that differ only in others are one.
 */
final class Reach {

    private final BitSet[] liveAt;
    private final List<Set<Integer>> decisiveAt;
    private final Set<String> retested = new HashSet<>();

    Reach(EventGraph graph) {
        int count = graph.blocks().size();
        Map<Integer, Integer> assigned = new HashMap<>();
        BitSet[] read = new BitSet[count];
        BitSet[] written = new BitSet[count];
        Map<String, Set<Integer>> tested = new HashMap<>();
        for (Block block : graph.blocks()) {
            read[block.id()] = new BitSet();
            written[block.id()] = new BitSet();
            for (Event event : block.events()) {
                Uses.of(event).forEach(value -> note(value, read[block.id()], written[block.id()]));
                Value to = Uses.target(event);
                int id = id(to);
                if (id >= 0) {
                    written[block.id()].set(id);
                    assigned.merge(id, 1, Integer::sum);
                }
            }
            for (Edge edge : block.edges()) {
                noteTest(graph, block, edge.condition(), read, written, tested);
            }
        }
        graph.parameters().forEach(parameter -> assigned.merge(id(parameter), 1, Integer::sum));
        tested.forEach((name, blocks) -> {
            if (blocks.size() > 1) {
                retested.add(name);
            }
        });
        liveAt = live(graph, read, written);
        decisiveAt = decisive(graph, liveAt, assigned);
        // What a parameter turned out to be is part of the summary, also where the body asks no more.
        graph.parameters().forEach(parameter -> Arrays.stream(liveAt).forEach(live -> live.set(id(parameter))));
    }

    private static void noteTest(
            EventGraph graph,
            Block block,
            Condition condition,
            BitSet[] read,
            BitSet[] written,
            Map<String, Set<Integer>> tested) {
        if (condition == null) {
            return;
        }
        note(condition.subject(), read[block.id()], written[block.id()]);
        if (condition instanceof Condition.IsEqual equal) {
            note(equal.other(), read[block.id()], written[block.id()]);
        }
        for (Event event : block.events()) {
            if (condition.subject().equals(Uses.target(event))) {
                String name = event instanceof Event.Get get
                        ? get.field()
                        : event instanceof Event.Call call && call.arguments().isEmpty()
                                ? Accessors.memberName(call.method().name())
                                : null;
                if (name != null) {
                    tested.computeIfAbsent(name, n -> new HashSet<>()).add(block.id());
                }
            }
        }
    }

    private static void note(Value value, BitSet read, BitSet written) {
        int id = id(value);
        if (id >= 0 && !written.get(id)) {
            read.set(id);
        }
    }

    /** Variables and temps have ids of their own; here they share one range. */
    static int id(Value value) {
        if (value instanceof Value.Variable variable) {
            return 2 * variable.id();
        }
        return value instanceof Value.Temp temp ? 2 * temp.id() + 1 : -1;
    }

    private static BitSet[] live(EventGraph graph, BitSet[] read, BitSet[] written) {
        int count = graph.blocks().size();
        BitSet[] live = new BitSet[count];
        for (int i = 0; i < count; i++) {
            live[i] = new BitSet();
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = count - 1; i >= 0; i--) {
                BitSet out = new BitSet();
                graph.block(i).edges().forEach(edge -> out.or(live[edge.target()]));
                out.andNot(written[i]);
                out.or(read[i]);
                if (!out.equals(live[i])) {
                    live[i] = out;
                    changed = true;
                }
            }
        }
        return live;
    }

    private static List<Set<Integer>> decisive(EventGraph graph, BitSet[] live, Map<Integer, Integer> assigned) {
        BitSet several = new BitSet();
        assigned.forEach((id, times) -> {
            if (times > 1) {
                several.set(id);
            }
        });
        graph.parameters().forEach(parameter -> several.set(id(parameter)));
        return Arrays.stream(live)
                .map(bits -> {
                    BitSet both = (BitSet) bits.clone();
                    both.and(several);
                    return Set.copyOf(both.stream().boxed().toList());
                })
                .toList();
    }

    /** Ids (as {@link #id}) of the values that are read from that block on, and of the parameters. */
    BitSet liveAt(int block) {
        return liveAt[block];
    }

    /** Ids (as {@link #id}) of the values whose exact value still decides something from that block on. */
    Set<Integer> decisiveAt(int block) {
        return decisiveAt.get(block);
    }

    /** Names of members tested in more than one block. */
    Set<String> retested() {
        return retested;
    }
}
