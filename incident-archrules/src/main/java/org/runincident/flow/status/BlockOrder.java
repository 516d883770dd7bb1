package org.runincident.flow.status;

import java.util.ArrayDeque;
import java.util.List;
import org.runincident.flow.Edge;
import org.runincident.flow.EventGraph;

/** The blocks of a graph in such an order that only ways back lead to an earlier one. */
final class BlockOrder {

    private BlockOrder() {}

    /** By block, its place in reverse post-order. */
    static int[] reversePost(EventGraph graph) {
        int count = graph.blocks().size();
        int[] order = new int[count];
        boolean[] seen = new boolean[count];
        int[] next = {count};
        ArrayDeque<int[]> stack = new ArrayDeque<>();
        for (int start = 0; start < count; start++) {
            if (seen[start]) {
                continue;
            }
            seen[start] = true;
            stack.push(new int[] {start, 0});
            while (!stack.isEmpty()) {
                int[] top = stack.peek();
                List<Edge> edges = graph.block(top[0]).edges();
                if (top[1] < edges.size()) {
                    int target = edges.get(top[1]++).target();
                    if (!seen[target]) {
                        seen[target] = true;
                        stack.push(new int[] {target, 0});
                    }
                } else {
                    order[top[0]] = --next[0];
                    stack.pop();
                }
            }
        }
        return order;
    }
}
