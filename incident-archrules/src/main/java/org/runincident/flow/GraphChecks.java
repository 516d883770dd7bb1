package org.runincident.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What every event graph must hold, whichever front end built it. */
public final class GraphChecks {
    private final EventGraph graph;
    private final List<String> broken = new ArrayList<>();

    private GraphChecks(EventGraph graph) {
        this.graph = graph;
    }

    /** What is wrong with a graph, a clause each; empty when nothing is. */
    public static List<String> violations(EventGraph graph) {
        GraphChecks checks = new GraphChecks(graph);
        checks.blocks();
        checks.handlers();
        checks.dispatches();
        checks.lambdas();
        checks.temps();
        return List.copyOf(checks.broken);
    }

    private void blocks() {
        require(!graph.blocks().isEmpty(), "there is no entry block");
        for (int i = 0; i < graph.blocks().size(); i++) {
            Block block = graph.block(i);
            require(block.id() == i, "block " + i + " has the id " + block.id());
            for (Edge edge : block.edges()) {
                require(exists(edge.target()), "block " + i + " leads to block " + edge.target());
                require(
                        (edge.kind() == Edge.Kind.THROWN) == (edge.thrown() != null),
                        "block " + i + " has an edge whose kind and exception differ");
            }
            events(block);
        }
    }

    private void events(Block block) {
        List<Event> events = block.events();
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            boolean last = i == events.size() - 1;
            require(event.at() != null, "block " + block.id() + " has an event without a position");
            if (event instanceof Event.Throw) {
                require(last, "block " + block.id() + " goes on after a throw");
                require(
                        block.edges().stream().allMatch(e -> e.kind() == Edge.Kind.THROWN),
                        "block " + block.id() + " throws and goes on");
            } else if (event instanceof Event.Return r) {
                require(last, "block " + block.id() + " goes on after a return");
                require(
                        r.lambda() < 0
                                ? block.edges().isEmpty()
                                : block.edges().size() == 1
                                        && block.edges().get(0).target()
                                                == graph.lambda(r.lambda()).exit(),
                        "block " + block.id() + " returns to somewhere else");
            } else if (event instanceof Event.Caught) {
                require(i == 0, "block " + block.id() + " catches in its middle");
            }
        }
        boolean throwing = events.isEmpty() || mayThrow(events.get(events.size() - 1));
        require(
                throwing || block.edges().stream().noneMatch(e -> e.kind() == Edge.Kind.THROWN),
                "block " + block.id() + " throws without an event that can");
    }

    private static boolean mayThrow(Event event) {
        return event instanceof Event.Call || event instanceof Event.Create || event instanceof Event.Throw;
    }

    private void handlers() {
        for (int i = 0; i < graph.handlers().size(); i++) {
            Handler handler = graph.handlers().get(i);
            require(handler != null && handler.id() == i, "handler " + i + " has another id");
            if (handler == null || !exists(handler.entry())) {
                broken.add("handler " + i + " has no entry");
                continue;
            }
            require(handler.blocks().contains(handler.entry()), "handler " + i + " does not hold its entry");
            List<Event> first = graph.block(handler.entry()).events();
            require(
                    handler.variable() == null
                            || !first.isEmpty()
                                    && first.get(0) instanceof Event.Caught c
                                    && c.handler() == handler.id(),
                    "handler " + i + " does not begin with its exception");
            require(handler.blocks().stream().allMatch(this::exists), "handler " + i + " holds a missing block");
            require(handler.tried().stream().allMatch(this::exists), "handler " + i + " guards a missing block");
        }
    }

    private void dispatches() {
        for (int i = 0; i < graph.dispatches().size(); i++) {
            Dispatch dispatch = graph.dispatches().get(i);
            require(dispatch != null && dispatch.id() == i, "dispatch " + i + " has another id");
            if (dispatch != null) {
                require(dispatch.rest() == -1 || exists(dispatch.rest()), "dispatch " + i + " has no rest");
                require(dispatch.join() == -1 || exists(dispatch.join()), "dispatch " + i + " has no join");
                for (Dispatch.Arm arm : dispatch.arms()) {
                    require(arm.entry() == -1 || exists(arm.entry()), "dispatch " + i + " has a lost arm");
                }
            }
        }
    }

    private void lambdas() {
        for (int i = 0; i < graph.lambdas().size(); i++) {
            Lambda lambda = graph.lambdas().get(i);
            require(
                    lambda != null && lambda.id() == i && exists(lambda.entry()) && exists(lambda.exit()),
                    "lambda " + i + " is not whole");
        }
    }

    private void temps() {
        Set<Integer> written = new HashSet<>();
        for (Block block : graph.blocks()) {
            for (Event event : block.events()) {
                Value.Temp temp = EventValues.result(event);
                if (temp != null && !(event instanceof Event.Copy)) {
                    require(written.add(temp.id()), "the temporary " + temp + " has two sources");
                } else if (temp != null) {
                    written.add(temp.id());
                }
            }
        }
        for (Block block : graph.blocks()) {
            for (Event event : block.events()) {
                for (Value value : EventValues.read(event)) {
                    if (value instanceof Value.Temp t && !written.contains(t.id())) {
                        broken.add("block " + block.id() + " reads " + value + ", which nothing writes");
                    } else if (value == null) {
                        broken.add("block " + block.id() + " reads nothing in " + event);
                    }
                }
            }
        }
    }

    private boolean exists(int block) {
        return block >= 0 && block < graph.blocks().size();
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            broken.add(otherwise);
        }
    }
}
