package org.runincident.model.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An event before the log has taken it in and given it a number and a time.
 *
 * @param runId the run it belongs to; not blank
 * @param kind what it is about
 * @param source who or what says so; not blank
 * @param data names and texts, in order; see {@link EventData}
 * @param change the change of status; null unless the kind is {@link EventKind#STATUS_CHANGED}
 */
public record NewEvent(String runId, EventKind kind, String source, Map<String, String> data, StatusChange change) {

    /** @throws IllegalArgumentException if run or source are blank, or the change does not fit the kind */
    public NewEvent {
        Objects.requireNonNull(kind, "kind");
        requireText(runId, "run");
        requireText(source, "source");
        if (kind.equals(EventKind.STATUS_CHANGED) != (change != null)) {
            throw new IllegalArgumentException("a change of status belongs to status_changed, and to nothing else");
        }
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** Without data. */
    public static NewEvent of(String runId, EventKind kind, String source) {
        return new NewEvent(runId, kind, source, Map.of(), null);
    }

    /** A change of status. */
    public static NewEvent of(String runId, String source, StatusChange change) {
        return new NewEvent(runId, EventKind.STATUS_CHANGED, source, Map.of(), change);
    }

    /** This and one entry more. */
    public NewEvent with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(data);
        more.put(name, String.valueOf(value));
        return new NewEvent(runId, kind, source, more, change);
    }

    private static void requireText(String text, String what) {
        if (Objects.requireNonNull(text, what).isBlank()) {
            throw new IllegalArgumentException("the " + what + " of an event must not be blank");
        }
    }
}
