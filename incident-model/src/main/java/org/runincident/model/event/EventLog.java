package org.runincident.model.event;

import java.util.List;

/**
 * What happened, in one order for all readers. Thread-safe.
 *
 * <p>May be implemented elsewhere (a database table): numbers start at 1 and have no gaps, an event that {@link #append}
 * answered is found by every later {@link #since}, and survives a crash if the log is durable at all.
 */
public interface EventLog extends AutoCloseable {
    /**
     * Takes an event in. When it answers, the event is kept.
     *
     * @throws EventLogException if it could not be kept; it then is not in the log
     */
    RunEvent append(NewEvent event);

    /**
     * The events after a number, in order.
     *
     * @param seq the last number already known; 0 for all
     * @throws EventLogException if the log cannot be read
     */
    List<RunEvent> since(long seq);

    /** The number of the last event; 0 if there is none. */
    long last();

    /** The events of one run, in order. */
    default List<RunEvent> of(String runId) {
        return since(0).stream().filter(event -> event.runId().equals(runId)).toList();
    }

    /** Ends the use of the log; what it keeps stays. Closing twice does nothing. */
    @Override
    void close();
}
