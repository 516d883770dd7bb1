package org.runincident.audit.cfg;

import java.util.ArrayList;
import java.util.List;
import org.runincident.code.Span;
import org.runincident.flow.GraphBuilder;
import org.runincident.flow.Handler;
import org.runincident.flow.MethodRef;

/** The call that lambdas are handed to. Which method it means becomes known only after its arguments. */
final class Callbacks {
    private final String method;
    private final Span nameAt;
    private final List<Handler> handlers = new ArrayList<>();
    private int argument;

    Callbacks(String method, Span nameAt) {
        this.method = method;
        this.nameAt = nameAt;
    }

    /** Turns to an argument. */
    Callbacks at(int index) {
        argument = index;
        return this;
    }

    String method() {
        return method;
    }

    Span nameAt() {
        return nameAt;
    }

    /** Which argument is being lowered, from 0. */
    int argument() {
        return argument;
    }

    void add(Handler handler) {
        handlers.add(handler);
    }

    /** Tells the handlers what method they were handed to. */
    void complete(GraphBuilder graph, MethodRef callee) {
        for (Handler h : handlers) {
            graph.handler(new Handler(
                    h.id(),
                    h.kind(),
                    h.caught(),
                    h.variable(),
                    h.entry(),
                    h.blocks(),
                    h.tried(),
                    callee,
                    h.comments(),
                    h.documentation(),
                    h.emptyBody(),
                    h.at(),
                    h.body()));
        }
    }
}
