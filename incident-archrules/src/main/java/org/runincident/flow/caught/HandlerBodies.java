package org.runincident.flow.caught;

import java.util.Comparator;
import java.util.Set;
import org.runincident.flow.Definitions;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Handler;
import org.runincident.vocabulary.Vocabulary;

/** What stands in the bodies of handlers, whatever becomes of the exception. */
public final class HandlerBodies {
    private HandlerBodies() {}

    /** Whether the body yields a value or writes a log line, and changes nothing. */
    public static boolean onlyYields(EventGraph graph, Handler handler, Vocabulary vocabulary) {
        LogCalls logs = new LogCalls(vocabulary.loggers(), new Definitions(graph));
        return handler.blocks().stream()
                .flatMap(block -> graph.block(block).events().stream())
                .noneMatch(event -> event instanceof Event.Put
                        || event instanceof Event.Throw
                        || event instanceof Event.Call call && !call.resultUsed() && !logs.isLogCall(call));
    }

    /** Whether the guarded part ends in a call that fails on purpose, as tests have it: then the exception is expected. */
    public static boolean isExpected(EventGraph graph, Handler handler, Vocabulary vocabulary) {
        Set<String> assertions = vocabulary.lists().words("failingAssertions");
        return handler.tried().stream()
                .flatMap(block -> graph.block(block).events().stream())
                .filter(Event.Call.class::isInstance)
                .max(Comparator.comparing(Event::at))
                .filter(last -> assertions.contains(((Event.Call) last).method().name()))
                .isPresent();
    }
}
