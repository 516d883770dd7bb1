package org.runincident.flow;

import java.util.List;

/**
 * A run of events with no jump inside.
 *
 * @param id index in {@link EventGraph#blocks()}
 * @param edges empty at the end of the method: after a return or throw, or where control falls off the end
 */
public record Block(int id, List<Event> events, List<Edge> edges) {
    public Block {
        events = List.copyOf(events);
        edges = List.copyOf(edges);
    }
}
