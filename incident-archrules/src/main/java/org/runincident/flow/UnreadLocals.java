package org.runincident.flow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Local variables of a graph that are given a value and never read. */
public final class UnreadLocals {
    private final Map<Value, Value.Variable> keptIn = new HashMap<>();
    private final Set<Value> read = new HashSet<>();

    /** @param captured names of variables that classes inside of the method read */
    public UnreadLocals(EventGraph graph, Set<String> captured) {
        for (Block block : graph.blocks()) {
            for (Event event : block.events()) {
                if (event instanceof Event.Copy copy
                        && copy.to() instanceof Value.Variable variable
                        && variable.role() == Value.Role.LOCAL
                        && !captured.contains(variable.name())
                        && copy.from() instanceof Value.Temp) {
                    keptIn.put(copy.from(), variable);
                } else {
                    EventValues.read(event).stream()
                            .flatMap(UnreadLocals::withBound)
                            .forEach(read::add);
                }
            }
            block.edges().stream().map(Edge::condition).forEach(this::asked);
        }
        graph.dispatches().forEach(dispatch -> read.add(dispatch.subject()));
    }

    /** The variable that alone holds a value, when nobody reads it. */
    public Optional<Value.Variable> holding(Value value) {
        return Optional.ofNullable(keptIn.get(value)).filter(v -> !read.contains(value) && !read.contains(v));
    }

    private void asked(Condition condition) {
        if (condition != null) {
            read.add(condition.subject());
            if (condition instanceof Condition.IsEqual equal) {
                read.add(equal.other());
            }
        }
    }

    private static Stream<Value> withBound(Value value) {
        return value instanceof Value.MethodReference reference && reference.receiver() != null
                ? Stream.of(value, reference.receiver())
                : Stream.of(value);
    }
}
