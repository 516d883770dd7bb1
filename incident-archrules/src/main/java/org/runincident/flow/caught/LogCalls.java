package org.runincident.flow.caught;

import org.runincident.flow.Definitions;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Value;
import org.runincident.vocabulary.Loggers;

/** Which calls of a graph write a log record, fluent ones included. */
public final class LogCalls {
    private final Loggers loggers;
    private final Definitions definitions;

    LogCalls(Loggers loggers, Definitions definitions) {
        this.loggers = loggers;
        this.definitions = definitions;
    }

    /** The log calls of one graph. */
    public static LogCalls of(EventGraph graph, Loggers loggers) {
        return new LogCalls(loggers, new Definitions(graph));
    }

    public boolean isLogCall(Event.Call call) {
        String name = call.method().name();
        if (call.receiver() == null) {
            return loggers.isLogger(call.method().owner()) && loggers.isLevel(name);
        }
        return (loggers.isLevel(name) || loggers.isFluentPart(name)) && isLogger(call.receiver());
    }

    /** Whether a value is a logger: by its type, and only where that is unknown by its name. */
    boolean isLogger(Value value) {
        if (value == null) {
            return false;
        }
        if (loggers.isLogger(value.type())) {
            return true;
        }
        if (definitions.of(value) instanceof Event.Call made
                && loggers.isFluentPart(made.method().name())) {
            return made.receiver() == null ? loggers.isLogger(made.method().owner()) : isLogger(made.receiver());
        }
        boolean typeUnknown = !value.type().resolved();
        return typeUnknown && loggers.isLoggerName(definitions.nameOf(value))
                || loggers.isLoggerName(value.type().simple());
    }

    /** The level of a log call; of a fluent one the level it began with. */
    public String level(Event.Call call) {
        Event.Call first = call;
        while (definitions.of(first.receiver()) instanceof Event.Call made
                && loggers.isFluentPart(made.method().name())
                && isLogger(made.receiver())) {
            first = made;
        }
        String level = loggers.level(first.method().name());
        if (level.equals("log") && !first.arguments().isEmpty()) {
            String named = definitions.nameOf(first.arguments().get(0));
            return named.isEmpty() ? level : loggers.level(named);
        }
        return level;
    }
}
