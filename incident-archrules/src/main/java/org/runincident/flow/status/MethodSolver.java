package org.runincident.flow.status;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import org.runincident.flow.Block;
import org.runincident.flow.Condition;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Value;
import org.runincident.flow.sql.RowStatements;

/**
 * Follows all paths through one method to a fixed point. Paths that agree on what matters are joined, never cut; where a
 * block collects more than {@value #MOST_PATHS}, only what waits on which subject tells the later ones apart. Of the
 * very few blocks that collect four times as many, what comes later is left out: nothing is reported that was not seen, and
 * the sites it waits on are left undecided.
 */
final class MethodSolver {

    private static final int MOST_PATHS = 32;
    private static final int MOST_STEPS = 6_000;

    /** A path that ended. */
    record End(PathState state, boolean thrown) {}

    private record Work(int order, int block, PathKey key) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Work work && block == work.block && order == work.order && key.equals(work.key);
        }

        @Override
        public int hashCode() {
            return 31 * block + key.hashCode();
        }
    }

    private final EventGraph graph;
    private final MethodScope scope;
    private final Transfer transfer;
    private final Reach reach;
    private final Lambdas lambdas;
    private final Guards guards;
    private final Facts facts;
    private final int[] order;
    private final List<Map<PathKey, PathState>> reached = new ArrayList<>();
    private final List<End> ends = new ArrayList<>();
    private final PriorityQueue<Work> work =
            new PriorityQueue<>(Comparator.comparingInt(Work::order).thenComparingInt(Work::block));
    private final Set<Work> queued = new HashSet<>();
    private final LeftOut leftOut;
    private final CountingLoops loops;
    private final WaitingLoops waiting;
    private final ThrownWays thrownWays;

    MethodSolver(
            MethodScope scope,
            Targets targets,
            RaisedFlags flags,
            ConstantPredicates predicates,
            HandedEnds handed,
            Function<EventGraph, Summary> summaries) {
        this.graph = scope.graph();
        this.scope = scope;
        Reasons reasons = new Reasons(scope.types());
        StatusWrites writes = new StatusWrites(scope, reasons);
        Calls calls = new Calls(scope, targets, summaries, reasons, writes, handed);
        CallShapes shapes = new CallShapes(scope, reasons, writes);
        RowWrites rows = new RowWrites(
                scope,
                writes,
                RowStatements.of(graph, scope.types().vocabulary().statuses()::isStatusName));
        this.facts = new Facts(graph);
        this.transfer =
                new Transfer(scope, reasons, writes, calls, shapes, rows, flags, facts, predicates, this::endThrown);
        this.transfer.onLeaving(this::settleLeft);
        this.reach = new Reach(graph);
        this.guards = new Guards(scope.types());
        this.lambdas = new Lambdas(graph, scope.types().vocabulary());
        this.order = BlockOrder.reversePost(graph);
        Onward onward = new Onward(graph);
        this.loops = new CountingLoops(onward);
        this.waiting = new WaitingLoops(graph, onward, order);
        this.leftOut = new LeftOut(scope, onward);
        this.thrownWays = new ThrownWays(scope);
        graph.blocks().forEach(block -> reached.add(new LinkedHashMap<>()));
    }

    /** The ways out of the method, in a fixed order. */
    List<End> solve() {
        PathState start = new PathState();
        for (int i = 0; i < graph.parameters().size(); i++) {
            Value.Variable parameter = graph.parameters().get(i);
            start.write(parameter, AbstractValue.parameter(new Ref.Parameter(i, parameter.name(), parameter.type())));
        }
        enter(0, start);
        int steps = 0;
        while (!work.isEmpty() && steps++ < MOST_STEPS) {
            Work next = work.poll();
            queued.remove(next);
            PathState state = reached.get(next.block()).get(next.key());
            if (state != null) {
                run(graph.block(next.block()), state.copy());
            }
        }
        work.forEach(left -> leftOut.add(left.block(), reached.get(left.block()).get(left.key())));
        leftOut.settle();
        return ends;
    }

    /** A callee throws on purpose, whatever was in flight before. */
    private void endThrown(PathState state) {
        PathState thrown = state.copy();
        thrown.setFlung(false);
        ends.add(new End(thrown, true));
    }

    private void enter(int block, PathState state) {
        state.keep(reach.liveAt(block));
        Map<PathKey, PathState> there = reached.get(block);
        PathKey key = state.key(reach.decisiveAt(block), telling(block));
        PathState known = there.get(key);
        if (known == null && there.size() >= MOST_PATHS) {
            scope.loseCertainty();
            key = state.coarseKey();
            known = there.get(key);
            if (known == null && there.size() >= 4 * MOST_PATHS) {
                leftOut.add(block, state);
                return;
            }
        }
        if (known == null) {
            there.put(key, state);
        } else if (!known.join(state)) {
            return;
        }
        Work next = new Work(order[block], block, key);
        if (queued.add(next)) {
            work.add(next);
        }
    }

    /** Names of members whose exact value parts paths. */
    private Set<String> telling(int block) {
        if (scope.started().isEmpty() && facts.isEmpty()) {
            return reach.retested();
        }
        Set<String> names = new HashSet<>(reach.retested());
        names.addAll(scope.started());
        names.addAll(facts.liveAt(block));
        return names;
    }

    private void run(Block block, PathState entry) {
        List<PathState> states = new ArrayList<>(List.of(entry));
        List<Event> events = block.events();
        boolean throwing = throwing(block);
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            if (throwing && i == events.size() - 1 && !(event instanceof Event.Throw)) {
                states.forEach(state -> thrownEdges(block, event, state));
            }
            List<PathState> next = new ArrayList<>();
            for (PathState state : states) {
                next.addAll(transfer.apply(state, event, block.id(), i));
            }
            states = next;
        }
        Event last = events.isEmpty() ? null : events.get(events.size() - 1);
        for (PathState state : states) {
            leave(block, last, state);
        }
    }

    private static boolean throwing(Block block) {
        for (Edge edge : block.edges()) {
            if (edge.kind() == Edge.Kind.THROWN) {
                return true;
            }
        }
        return false;
    }

    private static boolean goesOn(Block block) {
        for (Edge edge : block.edges()) {
            if (edge.kind() != Edge.Kind.THROWN) {
                return true;
            }
        }
        return false;
    }

    private void leave(Block block, Event last, PathState state) {
        if (last instanceof Event.Throw out) {
            if (!out.goesOn()) {
                state.setFlung(false);
            }
            if (block.edges().isEmpty()) {
                ends.add(new End(state, true));
            } else {
                block.edges().forEach(edge -> enter(edge.target(), state.copy()));
            }
            return;
        }
        if (!goesOn(block)) {
            ends.add(new End(state, false));
            return;
        }
        for (Edge edge : block.edges()) {
            if (edge.kind() == Edge.Kind.THROWN
                    || lambdas.isNeverTaken(block, edge)
                    || loops.isWayRound(state, block, edge)) {
                continue;
            }
            PathState after = state.copy();
            if (facts.take(after, edge.condition()) && Branching.take(after, edge.condition())) {
                guards.see(after, edge.condition());
                guards.seeCopyLeftOut(after, graph, block, edge, state);
                if (edge.condition() != null && last != null) {
                    after.step(Trail.Kind.BRANCH, last.at(), text(edge.condition()), null, null);
                }
                waiting.take(after, block, edge);
                enter(edge.target(), after);
            }
        }
    }

    private static String text(Condition condition) {
        if (condition instanceof Condition.IsOneOf arm) {
            String labels = String.join(
                    ", ", arm.labels().stream().map(Object::toString).toList());
            return arm.holds() ? "in case of " + labels : "in no case of " + labels;
        }
        return condition.holds() ? "where this holds" : "where this does not hold";
    }

    /** The ways an exception takes out of a call. */
    private void thrownEdges(Block block, Event event, PathState before) {
        boolean harmless = thrownWays.isHarmless(block, event);
        for (Edge edge : block.edges()) {
            if (edge.kind() == Edge.Kind.THROWN) {
                enter(edge.target(), thrownWays.take(edge, before, harmless));
            }
        }
    }

    private void settleLeft(PathState state) {
        Settlement.settle(scope, state.copy(), false, true);
    }
}
