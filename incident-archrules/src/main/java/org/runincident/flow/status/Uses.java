package org.runincident.flow.status;

import java.util.ArrayList;
import java.util.List;
import org.runincident.flow.Event;
import org.runincident.flow.Value;

/** What an event reads, and what it writes. */
final class Uses {

    private Uses() {}

    /** The values read, in order. */
    static List<Value> of(Event event) {
        List<Value> read = new ArrayList<>();
        if (event instanceof Event.Copy copy) {
            read.add(copy.from());
        } else if (event instanceof Event.Get get) {
            add(read, get.receiver());
        } else if (event instanceof Event.Put put) {
            add(read, put.receiver());
            read.add(put.value());
        } else if (event instanceof Event.Call call) {
            add(read, call.receiver());
            read.addAll(call.arguments());
        } else if (event instanceof Event.Create create) {
            read.addAll(create.arguments());
        } else if (event instanceof Event.Combine combine) {
            read.addAll(combine.parts());
        } else if (event instanceof Event.Return out) {
            add(read, out.value());
        } else if (event instanceof Event.Throw out) {
            read.add(out.value());
        }
        return read;
    }

    private static void add(List<Value> values, Value value) {
        if (value != null) {
            values.add(value);
        }
    }

    /** The variable or temp written; null when none is. */
    static Value target(Event event) {
        if (event instanceof Event.Copy copy) {
            return copy.to();
        }
        if (event instanceof Event.Get get) {
            return get.to();
        }
        if (event instanceof Event.Call call) {
            return call.to();
        }
        if (event instanceof Event.Create create) {
            return create.to();
        }
        if (event instanceof Event.Combine combine) {
            return combine.to();
        }
        return event instanceof Event.Caught caught ? caught.variable() : null;
    }
}
