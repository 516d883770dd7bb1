package org.runincident.flow.caught;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.runincident.flow.Edge;
import org.runincident.flow.EventGraph;

/** Sets of blocks of a graph. */
final class Regions {
    private Regions() {}

    /** Blocks that normal control can reach from one block without passing another, which is left out. */
    static Set<Integer> between(EventGraph graph, int entry, int exit) {
        Set<Integer> found = new TreeSet<>();
        Deque<Integer> work = new ArrayDeque<>(List.of(entry));
        while (!work.isEmpty()) {
            int id = work.poll();
            if (id != exit && found.add(id)) {
                graph.block(id).edges().stream()
                        .filter(e -> e.kind() != Edge.Kind.THROWN)
                        .forEach(e -> work.add(e.target()));
            }
        }
        return found;
    }
}
