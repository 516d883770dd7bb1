package org.runincident.flow.status;

import java.util.List;
import org.runincident.flow.Event;
import org.runincident.flow.MethodRef;

/** Calls that can be taken not to throw. */
final class HarmlessCalls {

    private HarmlessCalls() {}

    static boolean isLogging(MethodRef method) {
        String owner = method.owner().simple();
        return owner.equals("Logger") || owner.equals("Log") || owner.endsWith("Logger");
    }

    /** Whether a call can be taken not to throw: it reads, writes, formats or logs. */
    static boolean isHarmless(Event event) {
        if (event instanceof Event.Create create) {
            return create.type().simple().endsWith("Exception")
                    || create.type().simple().startsWith("StringBuilder");
        }
        if (!(event instanceof Event.Call call)) {
            return true;
        }
        String owner = call.method().owner().text();
        if (isLogging(call.method())
                || owner.startsWith("java.lang.")
                || owner.startsWith("java.util.") && !owner.startsWith("java.util.concurrent.")) {
            return true;
        }
        String name = call.method().name();
        return Accessors.memberName(name) != null
                || Accessors.written(name) != null
                || List.of("add", "put", "append", "toString", "valueOf", "format", "of", "equals", "name", "size")
                        .contains(name);
    }
}
