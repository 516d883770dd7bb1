package org.runincident.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.runincident.code.Place;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.FinallyExit;
import org.runincident.flow.Program;
import org.runincident.flow.caught.Rethrows;

/** Builds the inventory of jumps out of {@code finally}, where an exception can be in flight. */
public final class FinallyLeaps {
    private FinallyLeaps() {}

    /** All such jumps of the audited files, sorted by place. */
    public static List<FinallyLeap> of(Program program) {
        List<FinallyLeap> found = new ArrayList<>();
        for (EventGraph graph : program.graphs()) {
            if (program.isAudited(graph.file())) {
                graph.finallyExits().stream()
                        .filter(FinallyExit::guardedThrows)
                        .filter(exit -> !keepsTheFirst(graph, exit))
                        .forEach(exit -> found.add(leap(graph, exit)));
            }
        }
        // A statement may leave several at once: one jump, one place.
        Map<Place, FinallyLeap> byPlace = new TreeMap<>();
        found.forEach(leap -> byPlace.putIfAbsent(leap.at(), leap));
        return List.copyOf(byPlace.values());
    }

    /** Inside of a handler the exception it caught came first: to throw that one loses only what came later. */
    private static boolean keepsTheFirst(EventGraph graph, FinallyExit exit) {
        return exit.keyword().equals("throw") && (Rethrows.throwsCaught(graph, exit.at()) || suppresses(graph, exit));
    }

    /** One of the two is added to the other before the throw. */
    private static boolean suppresses(EventGraph graph, FinallyExit exit) {
        return graph.blocks().stream()
                .flatMap(block -> block.events().stream())
                .anyMatch(event -> event instanceof Event.Call call
                        && call.method().name().equals("addSuppressed")
                        && call.at().compareTo(exit.finallyAt()) > 0
                        && call.at().compareTo(exit.at()) < 0);
    }

    private static FinallyLeap leap(EventGraph graph, FinallyExit exit) {
        Place at = new Place(graph.file(), exit.at());
        List<Step> path = List.of(
                new Step(new Place(graph.file(), exit.finallyAt()), "`finally` runs with an exception in flight"),
                new Step(at, "`" + exit.keyword() + "` leaves it, and the exception is gone"));
        return new FinallyLeap(at, graph.method().key(), exit.keyword(), path);
    }
}
