package org.runincident.flow.status;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.runincident.code.MethodKey;
import org.runincident.code.TypeName;
import org.runincident.flow.Block;
import org.runincident.flow.Condition;
import org.runincident.flow.Definitions;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Program;
import org.runincident.flow.Value;

/**
 * Flags of an object that stand for an exception to come: somewhere {@code if (run.isStopRequested()) throw new Stopped(..)}
 * asks for it. Who sets one has the reason raised by whoever asks next.
 */
final class RaisedFlags {

    private record Flag(String owner, String field) {}

    /** Blocks looked ahead for the statement that throws. */
    private static final int STRAIGHT_ON = 6;

    private final Targets targets;
    private final Set<MethodKey> looked;
    private final Set<Flag> raised = new HashSet<>();

    /** @param looked takes the methods whose bodies have a say: those that ask for a flag, give it and set it */
    RaisedFlags(Program program, Targets targets, Set<MethodKey> looked) {
        this.targets = targets;
        this.looked = looked;
        for (EventGraph graph : program.graphs()) {
            Definitions definitions = null;
            for (Block block : graph.blocks()) {
                for (Edge edge : block.edges()) {
                    if (edge.condition() instanceof Condition.IsTrue test && test.holds() && throwsNew(graph, edge)) {
                        definitions = definitions == null ? new Definitions(graph) : definitions;
                        see(graph, definitions.of(test.subject()));
                    }
                }
            }
        }
    }

    /** The constructor may throw itself, so that the statement goes on in a block of its own. */
    private static boolean throwsNew(EventGraph graph, Edge edge) {
        Set<Value> made = new HashSet<>();
        int at = edge.target();
        for (int i = 0; i < STRAIGHT_ON; i++) {
            for (Event event : graph.block(at).events()) {
                if (event instanceof Event.Create create) {
                    made.add(create.to());
                } else if (event instanceof Event.Throw out) {
                    return made.contains(out.value());
                }
            }
            List<Edge> ways = graph.block(at).edges().stream()
                    .filter(way -> way.kind() != Edge.Kind.THROWN)
                    .toList();
            if (ways.size() != 1) {
                return false;
            }
            at = ways.get(0).target();
        }
        return false;
    }

    private void see(EventGraph graph, Event asked) {
        if (asked instanceof Event.Call call
                && call.method().declaration() != null
                && call.arguments().isEmpty()
                && call.receiver() != null) {
            looked.add(graph.method().key());
            for (EventGraph body : targets.of(call.method(), call.receiver())) {
                looked.add(body.method().key());
                body.blocks().stream()
                        .flatMap(block -> block.events().stream())
                        .filter(event -> event instanceof Event.Get)
                        .forEach(event -> see(body, (Event.Get) event));
            }
        }
    }

    /** A getter of a field of its own, and nothing more. */
    private void see(EventGraph getter, Event.Get get) {
        if (get.receiver() != null
                && get.receiver().equals(getter.receiver())
                && getter.blocks().stream()
                                .mapToInt(block -> block.events().size())
                                .sum()
                        == 2) {
            raised.add(new Flag(getter.method().key().owner(), get.field()));
        }
    }

    /** Whether all that a call does is to set such a flag on its receiver. */
    boolean isSetBy(Event.Call call) {
        if (raised.isEmpty() || call.receiver() == null || call.arguments().size() > 1) {
            return false;
        }
        List<EventGraph> bodies = targets.of(call.method(), call.receiver());
        bodies.forEach(body -> looked.add(body.method().key()));
        return !bodies.isEmpty() && bodies.stream().allMatch(this::sets);
    }

    /** In class files {@code true} is the number one. */
    private static boolean isTrue(Event.Put put) {
        return put.fieldType().equals(TypeName.BOOLEAN)
                && put.value() instanceof Value.Literal literal
                && (Boolean.TRUE.equals(literal.value()) || "1".equals(String.valueOf(literal.value())));
    }

    private boolean sets(EventGraph body) {
        List<Event.Put> puts = body.blocks().stream()
                .flatMap(block -> block.events().stream())
                .filter(event -> event instanceof Event.Put)
                .map(event -> (Event.Put) event)
                .toList();
        return puts.size() == 1
                && isTrue(puts.get(0))
                && raised.contains(
                        new Flag(body.method().key().owner(), puts.get(0).field()));
    }
}
