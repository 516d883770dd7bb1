package org.runincident.model.event;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Something that happened, as the log keeps it.
 *
 * @param seq number in the log, from 1, without gaps
 * @param runId the run it belongs to
 * @param at when the log took it in
 * @param kind what it is about
 * @param source who or what says so
 * @param data names and texts, in order; may be empty
 * @param change the change of status; null unless the kind is {@link EventKind#STATUS_CHANGED}
 */
public record RunEvent(
        long seq,
        String runId,
        Instant at,
        EventKind kind,
        String source,
        Map<String, String> data,
        StatusChange change) {
    public RunEvent {
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(kind, "kind");
        source = Objects.requireNonNullElse(source, "unrecorded");
        data = data == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    static RunEvent of(long seq, Instant at, NewEvent event) {
        return new RunEvent(seq, event.runId(), at, event.kind(), event.source(), event.data(), event.change());
    }

    /** The text under a name of {@link EventData} or another; null if there is none. */
    public String data(String name) {
        return data.get(name);
    }
}
