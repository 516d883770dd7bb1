package org.runincident.inventory;

import org.runincident.flow.Block;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Value;

/** What an arm answers with, where its first block says so: a returned, assigned or stored value, or one argument of a call. */
final class ArmAnswers {
    private final EventGraph graph;

    ArmAnswers(EventGraph graph) {
        this.graph = graph;
    }

    /** The one constant an arm answers with; null when there is none, or more than one. */
    Value.Constant constant(int entry) {
        Block block = graph.block(entry);
        Value.Constant found = null;
        for (Event event : block.events()) {
            Value answer = answer(event);
            if (answer instanceof Value.Constant constant) {
                if (found != null && !found.equals(constant)) {
                    return null;
                }
                found = constant;
            }
        }
        return found;
    }

    private static Value answer(Event event) {
        if (event instanceof Event.Return returned) {
            return returned.value();
        }
        if (event instanceof Event.Copy copy) {
            return copy.from();
        }
        if (event instanceof Event.Put put) {
            return put.value();
        }
        return event instanceof Event.Call call && call.arguments().size() == 1
                ? call.arguments().get(0)
                : null;
    }
}
