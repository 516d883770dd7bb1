package org.runincident.flow.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.runincident.flow.Definitions;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Value;

/** Where the values of one method come from, as far as the text of it tells: the order of the source, no paths. */
final class ValueOrigins {
    /** Copies and chains longer than this are not followed. */
    private static final int MOST_COPIES = 20;

    private static final int LONGEST_CHAIN = 2_000;

    private final Definitions definitions;
    private final Map<Integer, List<Event.Copy>> copies = new HashMap<>();

    ValueOrigins(EventGraph graph, Definitions definitions) {
        this.definitions = definitions;
        for (Event event : SqlTexts.inSourceOrder(graph)) {
            if (event instanceof Event.Copy copy && copy.to() instanceof Value.Variable variable) {
                copies.computeIfAbsent(variable.id(), v -> new ArrayList<>()).add(copy);
            }
        }
    }

    /** The event a value comes from, as it is known just before another; null when it comes from outside. */
    Event of(Value value, Event before) {
        Value at = value;
        for (int steps = 0; steps < MOST_COPIES; steps++) {
            Event made = definitions.of(at);
            if (made != null && !(made instanceof Event.Copy)) {
                return made instanceof Event.Combine cast && cast.operator() == Event.Operator.CAST
                        ? of(cast.parts().get(0), before)
                        : made;
            }
            if (made instanceof Event.Copy copy) {
                at = copy.from();
            } else if (at instanceof Value.Variable variable) {
                Event.Copy latest = null;
                for (Event.Copy copy : copies.getOrDefault(variable.id(), List.of())) {
                    if (latest == null || SqlTexts.BY_END.compare(copy, before) <= 0) {
                        latest = copy;
                    }
                }
                if (latest == null
                        || latest.from() instanceof Value.Null
                                && latest == copies.get(variable.id()).get(0)) {
                    return null;
                }
                at = latest.from();
            } else {
                return null;
            }
        }
        return null;
    }

    /** Where a fluent chain begins: at an event that is known as a start, or as far back as its receivers are known. */
    Event chainStart(Event event, Predicate<Event> isStart) {
        Event at = event;
        for (int steps = 0; steps < LONGEST_CHAIN; steps++) {
            if (isStart.test(at) || !(at instanceof Event.Call call) || call.receiver() == null) {
                return at;
            }
            Event receiver = of(call.receiver(), call);
            if (!(receiver instanceof Event.Call) && !(receiver instanceof Event.Create)) {
                return at;
            }
            at = receiver;
        }
        return at;
    }
}
