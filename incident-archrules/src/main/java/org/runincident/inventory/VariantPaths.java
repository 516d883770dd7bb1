package org.runincident.inventory;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.runincident.flow.Block;
import org.runincident.flow.Condition;
import org.runincident.flow.Dispatch;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Value;

/** Where control can go in a graph while one variable holds one given variant. */
final class VariantPaths {
    private final EventGraph graph;
    private final OutcomeTypes types;
    private final Value.Variable subject;
    private final Function<Value, Optional<Boolean>> known;

    /**
     * @param subject the variable that holds the variant
     * @param known what is known of a boolean value; empty where nothing is
     */
    VariantPaths(
            EventGraph graph, OutcomeTypes types, Value.Variable subject, Function<Value, Optional<Boolean>> known) {
        this.graph = graph;
        this.types = types;
        this.subject = subject;
        this.known = known;
    }

    /** Where the variable gets its one value: the block after which it never changes; -1 when it may change. */
    int start() {
        int found = 0;
        int copies = 0;
        for (Block block : graph.blocks()) {
            for (Event event : block.events()) {
                if (event instanceof Event.Copy copy && copy.to().equals(subject)) {
                    copies++;
                    found = block.id();
                }
            }
        }
        int wanted = subject.role() == Value.Role.LOCAL ? 1 : 0;
        return copies <= wanted ? found : -1;
    }

    /** Blocks that can be reached from a block with the variant. */
    BitSet reachable(int from, VariantSet.Variant variant) {
        BitSet seen = new BitSet();
        Deque<Integer> work = new ArrayDeque<>(List.of(from));
        while (!work.isEmpty()) {
            int id = work.poll();
            if (!seen.get(id)) {
                seen.set(id);
                for (Edge edge : graph.block(id).edges()) {
                    if (isPossible(edge.condition(), variant)) {
                        work.add(edge.target());
                    }
                }
            }
        }
        return seen;
    }

    private boolean isPossible(Condition condition, VariantSet.Variant variant) {
        if (condition instanceof Condition.IsTrue test) {
            return known.apply(test.subject())
                    .map(truth -> truth == test.holds())
                    .orElse(true);
        }
        if (condition == null || !condition.subject().equals(subject)) {
            return true;
        }
        if (condition instanceof Condition.IsEqual test && test.other() instanceof Value.Constant constant) {
            return variant.type() != null || constant.name().equals(variant.name()) == test.holds();
        }
        if (condition instanceof Condition.IsInstance test) {
            return test.holds() || !types.takes(test.type(), variant);
        }
        return !(condition instanceof Condition.IsOneOf test) || isPossible(test, variant);
    }

    private boolean isPossible(Condition.IsOneOf test, VariantSet.Variant variant) {
        boolean named = false;
        for (Dispatch.Label label : test.labels()) {
            if (label instanceof Dispatch.Label.Named constant && variant.type() == null) {
                named |= constant.name().equals(variant.name());
            } else if (label instanceof Dispatch.Label.OfType pattern && pattern.unconditional()) {
                named |= types.takes(pattern.type(), variant);
            } else {
                return true;
            }
        }
        return named == test.holds();
    }
}
