package org.runincident.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which event of a graph makes a temporary value. */
public final class Definitions {
    private final Map<Integer, Event> byTemp = new HashMap<>();
    private final Map<Integer, List<Value>> copies = new HashMap<>();

    public Definitions(EventGraph graph) {
        for (Block block : graph.blocks()) {
            for (Event event : block.events()) {
                Value.Temp made = EventValues.result(event);
                if (made != null) {
                    byTemp.put(made.id(), event);
                }
                if (event instanceof Event.Copy copy && copy.to() instanceof Value.Variable variable) {
                    copies.computeIfAbsent(variable.id(), v -> new ArrayList<>())
                            .add(copy.from());
                }
            }
        }
    }

    /** The event that makes it; null for what is no temporary. */
    public Event of(Value value) {
        return value instanceof Value.Temp temp ? byTemp.get(temp.id()) : null;
    }

    /** The values that are copied to a variable anywhere in the graph. */
    public List<Value> copiesTo(Value value) {
        return value instanceof Value.Variable variable ? copies.getOrDefault(variable.id(), List.of()) : List.of();
    }

    /** What a value is made around: the arguments of its {@code new}, through variables; empty when it has none. */
    public List<Value> behind(Value value) {
        if (value instanceof Value.Variable variable) {
            return copies.getOrDefault(variable.id(), List.of()).stream()
                    .flatMap(from -> from instanceof Value.Temp ? behind(from).stream() : Stream.of())
                    .toList();
        }
        return of(value) instanceof Event.Create create ? create.arguments() : List.of();
    }

    /** The name a value is read from: that of the variable or the field; empty when it has none. */
    public String nameOf(Value value) {
        if (value instanceof Value.Variable variable) {
            return variable.name();
        }
        if (value instanceof Value.Constant constant) {
            return constant.name();
        }
        Event made = of(value);
        if (made instanceof Event.Get get) {
            return get.field();
        }
        return made instanceof Event.Call call ? call.method().name() : "";
    }
}
