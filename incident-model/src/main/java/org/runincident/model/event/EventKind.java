package org.runincident.model.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What an event is about. The kinds of this library are closed; applications add kinds with a namespace, such as
 * {@code billing.invoice_sent}, which can never collide with them.
 */
public final class EventKind {
    /** An agent or worker began to work on the run. */
    public static final EventKind AGENT_STARTED = new EventKind("agent_started");
    /** It ended; {@link EventData#EXIT_CODE} says how, if known. */
    public static final EventKind AGENT_FINISHED = new EventKind("agent_finished");
    /** A step began; {@link EventData#STEP} names it. */
    public static final EventKind STEP_STARTED = new EventKind("step_started");
    /** A step ended well. */
    public static final EventKind STEP_FINISHED = new EventKind("step_finished");
    /** A tool or service was called. */
    public static final EventKind TOOL_INVOKED = new EventKind("tool_invoked");
    /** Somebody said how sure it is. */
    public static final EventKind CONFIDENCE_EMITTED = new EventKind("confidence_emitted");
    /** It was decided who does the work. */
    public static final EventKind ROUTE_DECIDED = new EventKind("route_decided");
    /** A gate decided whether the run may go on. */
    public static final EventKind GATE_FIRED = new EventKind("gate_fired");
    /** The status of the run changed; the only kind with a {@link StatusChange}. */
    public static final EventKind STATUS_CHANGED = new EventKind("status_changed");
    /** Something was learned for later runs. */
    public static final EventKind LESSON_EXTRACTED = new EventKind("lesson_extracted");

    private static final List<EventKind> CLOSED = List.of(
            AGENT_STARTED,
            AGENT_FINISHED,
            STEP_STARTED,
            STEP_FINISHED,
            TOOL_INVOKED,
            CONFIDENCE_EMITTED,
            ROUTE_DECIDED,
            GATE_FIRED,
            STATUS_CHANGED,
            LESSON_EXTRACTED);

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");

    private final String name;

    private EventKind(String name) {
        this.name = name;
    }

    /** The kinds of this library, in a fixed order. */
    public static List<EventKind> closed() {
        return CLOSED;
    }

    /**
     * A kind of an application's own.
     *
     * @param namespace lower case letters, digits and underscores, as is the name
     * @throws IllegalArgumentException if one of them is not
     */
    public static EventKind custom(String namespace, String name) {
        if (!WORD.matcher(namespace).matches() || !WORD.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "an event kind is two words of lower case letters, digits and underscores, not \"" + namespace
                            + "\" and \"" + name + "\"");
        }
        return new EventKind(namespace + "." + name);
    }

    /**
     * The kind as stored. One that this version does not know (a newer one wrote it) is kept as it is.
     *
     * @throws IllegalArgumentException if it is blank
     */
    @JsonCreator
    public static EventKind read(String stored) {
        if (Objects.requireNonNull(stored, "kind").isBlank()) {
            throw new IllegalArgumentException("the kind of an event must not be blank");
        }
        return new EventKind(stored);
    }

    /** What is stored. */
    @JsonValue
    public String name() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventKind kind && kind.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
