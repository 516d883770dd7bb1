package org.runincident.archrules.bytecode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.GraphBuilder;
import org.runincident.flow.Value;

/** One event graph while it is made: where the next event goes, and what all frames of it share. */
final class Body {
    final ClassContext context;
    final GraphBuilder graph = new GraphBuilder();
    final Positions positions = new Positions();
    final Value.Variable receiver;
    final Map<Integer, Span> decisions = new HashMap<>();
    private final Map<Value, Event> makers = new HashMap<>();
    private final Map<String, Value.Variable> captured = new HashMap<>();
    private int block;

    Body(ClassContext context, boolean isStatic) {
        this.context = context;
        this.receiver = isStatic ? null : graph.variable("this", context.type.name(), Value.Role.RECEIVER);
    }

    int block() {
        return block;
    }

    /** Goes on in a block. */
    void resumeAt(int next) {
        block = next;
    }

    void emit(Event event) {
        graph.add(block, event);
        if (event instanceof Event.Call call) {
            makers.put(call.to(), call);
        } else if (event instanceof Event.Create create) {
            makers.put(create.to(), create);
        }
    }

    /** The call or creation that makes a value; null when none does. */
    Event maker(Value value) {
        return makers.get(value);
    }

    Value.Temp combine(TypeName type, Event.Operator operator, List<Value> parts, Span at) {
        return combine(type, operator, parts, "", at);
    }

    /** @param sign as {@link Event.Combine} has it */
    Value.Temp combine(TypeName type, Event.Operator operator, List<Value> parts, String sign, Span at) {
        Value.Temp temp = graph.temp(type);
        emit(new Event.Combine(temp, operator, parts, sign, at));
        return temp;
    }

    void copy(Value to, Value from, Span at) {
        emit(new Event.Copy(to, from, at));
    }

    void goTo(int target) {
        graph.connect(block, Edge.next(target));
    }

    /** A variable, or the instance, of the body around this class, by the name it is known by here. */
    Value.Variable captured(String name, TypeName type) {
        return captured.computeIfAbsent(name, n -> graph.variable(n, type, Value.Role.CAPTURED));
    }
}
