package org.runincident.flow.status;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.runincident.code.MethodKey;
import org.runincident.flow.EventGraph;

/** The bad ends that callers hand in, by the parameter that takes them. Safe for several threads. */
final class HandedEnds {

    private record Slot(MethodKey method, int parameter) {}

    private final Map<Slot, Set<Atom>> given = new ConcurrentHashMap<>();
    private final Map<Slot, Set<Slot>> callers = new ConcurrentHashMap<>();
    private final Map<Slot, Set<SiteKey>> places = new ConcurrentHashMap<>();

    /** A caller hands in, at that place, a status that the callee gives to something. */
    void hand(Collection<EventGraph> callees, int parameter, Collection<Atom> ends, SiteKey at) {
        for (EventGraph callee : callees) {
            Slot slot = slot(callee, parameter);
            given.computeIfAbsent(slot, s -> ConcurrentHashMap.newKeySet()).addAll(ends);
            places.computeIfAbsent(slot, s -> ConcurrentHashMap.newKeySet()).add(at);
        }
    }

    /** Where a parameter is handed a status. */
    Set<SiteKey> placesOf(MethodKey method, int parameter) {
        return places.getOrDefault(new Slot(method, parameter), Set.of());
    }

    /** A caller hands on what it was handed itself. */
    void handOn(Collection<EventGraph> callees, int parameter, EventGraph caller, int own) {
        for (EventGraph callee : callees) {
            callers.computeIfAbsent(slot(callee, parameter), slot -> ConcurrentHashMap.newKeySet())
                    .add(slot(caller, own));
        }
    }

    private static Slot slot(EventGraph graph, int parameter) {
        return new Slot(graph.method().key(), parameter);
    }

    /** All bad ends a parameter is handed, through however many callers. */
    SortedSet<Atom> of(MethodKey method, int parameter) {
        SortedSet<Atom> ends = new TreeSet<>();
        Set<Slot> seen = new HashSet<>();
        Deque<Slot> open = new ArrayDeque<>();
        open.add(new Slot(method, parameter));
        while (!open.isEmpty()) {
            Slot slot = open.poll();
            if (seen.add(slot)) {
                ends.addAll(given.getOrDefault(slot, Set.of()));
                open.addAll(callers.getOrDefault(slot, Set.of()));
            }
        }
        return ends;
    }
}
