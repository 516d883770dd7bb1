package org.runincident.model.event;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A log that lives as long as the process: for tests, and for runs nobody asks about later. */
public final class InMemoryEventLog implements EventLog {
    private final Clock clock;
    private final List<RunEvent> events = new ArrayList<>();

    /** With the time of the system. */
    public InMemoryEventLog() {
        this(Clock.systemUTC());
    }

    /** With the time of this clock. */
    public InMemoryEventLog(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public synchronized RunEvent append(NewEvent event) {
        RunEvent kept = RunEvent.of(events.size() + 1L, clock.instant(), event);
        events.add(kept);
        return kept;
    }

    @Override
    public synchronized List<RunEvent> since(long seq) {
        int from = (int) Math.min(Math.max(0, seq), events.size());
        return List.copyOf(events.subList(from, events.size()));
    }

    @Override
    public synchronized long last() {
        return events.size();
    }

    @Override
    public void close() {
        // Nothing is held that would have to be given back.
    }
}
