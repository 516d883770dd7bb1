package org.runincident.flow;

import java.util.ArrayList;
import java.util.List;

/** What events read and write, whatever their kind. */
public final class EventValues {
    private EventValues() {}

    /** Values an event reads, in order; a receiver first. Bound receivers of method references are not taken out. */
    public static List<Value> read(Event event) {
        List<Value> values = new ArrayList<>();
        if (event instanceof Event.Copy e) {
            values.add(e.from());
        } else if (event instanceof Event.Get e) {
            addPresent(values, e.receiver());
        } else if (event instanceof Event.Put e) {
            addPresent(values, e.receiver());
            values.add(e.value());
        } else if (event instanceof Event.Call e) {
            addPresent(values, e.receiver());
            values.addAll(e.arguments());
        } else if (event instanceof Event.Create e) {
            values.addAll(e.arguments());
        } else if (event instanceof Event.Combine e) {
            values.addAll(e.parts());
        } else if (event instanceof Event.Return e) {
            addPresent(values, e.value());
        } else if (event instanceof Event.Throw e) {
            values.add(e.value());
        }
        return values;
    }

    /** The temporary an event writes; null when it writes none. */
    public static Value.Temp result(Event event) {
        if (event instanceof Event.Copy e) {
            return e.to() instanceof Value.Temp t ? t : null;
        } else if (event instanceof Event.Get e) {
            return e.to();
        } else if (event instanceof Event.Call e) {
            return e.to();
        } else if (event instanceof Event.Create e) {
            return e.to();
        } else if (event instanceof Event.Combine e) {
            return e.to();
        }
        return null;
    }

    private static void addPresent(List<Value> values, Value value) {
        if (value != null) {
            values.add(value);
        }
    }
}
