package org.runincident.flow;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.runincident.code.MethodKey;

/** Event graphs in the order of their files and places, and by their methods; of two of one method the first counts. */
public final class Bodies {
    private static final Comparator<EventGraph> ORDER = Comparator.comparing(EventGraph::file)
            .thenComparing(graph -> graph.method().at())
            .thenComparing(graph -> graph.method().key());

    private final List<EventGraph> all;
    private final Map<MethodKey, EventGraph> byMethod = new HashMap<>();

    /** @param graphs in any order */
    public Bodies(Collection<EventGraph> graphs) {
        all = graphs.stream().sorted(ORDER).toList();
        all.forEach(graph -> byMethod.putIfAbsent(graph.method().key(), graph));
    }

    public List<EventGraph> all() {
        return all;
    }

    /** The body of a method; empty when it is not known. */
    public Optional<EventGraph> of(MethodKey method) {
        return Optional.ofNullable(byMethod.get(method));
    }
}
