package org.runincident.flow.status;

import java.util.List;
import java.util.Set;
import org.runincident.flow.Block;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Handler;

/**
 * The ways an exception takes out of a call that no statement throws. One that only reads, writes or logs does not part a
 * status from the reason that follows it.
 */
final class ThrownWays {

    /** Blocks looked ahead for the reason that a call is part of. */
    private static final int STRAIGHT_ON = 8;

    private final EventGraph graph;
    private final StatusTypes types;

    ThrownWays(MethodScope scope) {
        this.graph = scope.graph();
        this.types = scope.types();
    }

    /** Whether what a call parts by failing is nothing: it cannot fail, or makes the reason itself. */
    boolean isHarmless(Block block, Event event) {
        return HarmlessCalls.isHarmless(event) || isPartOfReason(block, event);
    }

    /** A path over such an edge; what the call's own {@code try} has opened is not open there when the call is harmless. */
    PathState take(Edge edge, PathState before, boolean harmless) {
        PathState state = before.copy();
        state.setFlung(true);
        if (harmless) {
            Set<Integer> tried = triedOf(edge.target());
            for (Ref ref : List.copyOf(state.subjects().keySet())) {
                state.change(ref, subject -> subject.without(site -> isWithin(site, tried)));
            }
        }
        return state;
    }

    /** {@code task.setStatus(FAILED); task.setReason(describe(task))}: what makes the text parts no status from it. */
    private boolean isPartOfReason(Block block, Event event) {
        if (!(event instanceof Event.Call call) || !call.resultUsed()) {
            return false;
        }
        Block next = block;
        for (int i = 0; i < STRAIGHT_ON; i++) {
            List<Edge> ways = next.edges().stream()
                    .filter(edge -> edge.kind() != Edge.Kind.THROWN)
                    .toList();
            if (ways.size() != 1 || ways.get(0).kind() != Edge.Kind.NEXT) {
                return false;
            }
            next = graph.block(ways.get(0).target());
            for (Event later : next.events()) {
                if (records(later)) {
                    return true;
                }
                if (later instanceof Event.Call other && !other.resultUsed() && !HarmlessCalls.isHarmless(other)) {
                    return false;
                }
            }
        }
        return false;
    }

    private boolean records(Event event) {
        if (event instanceof Event.Put put) {
            return types.slot(put.field(), put.fieldType()) != Reason.Level.NONE;
        }
        return event instanceof Event.Call call
                && types.vocabulary().reasons().isRecorder(call.method().name());
    }

    private Set<Integer> triedOf(int entry) {
        for (Handler handler : graph.handlers()) {
            if (handler.entry() == entry) {
                return handler.tried();
            }
        }
        return Set.of();
    }

    private boolean isWithin(SiteKey site, Set<Integer> blocks) {
        for (int block : blocks) {
            for (Event event : graph.block(block).events()) {
                if (event.at().equals(site.at())) {
                    return true;
                }
            }
        }
        return blocks.isEmpty();
    }
}
