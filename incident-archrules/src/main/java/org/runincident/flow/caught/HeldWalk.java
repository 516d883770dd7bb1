package org.runincident.flow.caught;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import org.runincident.code.Span;
import org.runincident.flow.Block;
import org.runincident.flow.Definitions;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.EventValues;
import org.runincident.flow.Lambda;
import org.runincident.flow.Program;
import org.runincident.vocabulary.Vocabulary;

/**
 * Walks the paths of a graph from one block on and follows the values that hold an exception. Paths that are alike in
 * what still matters are walked once.
 *
 * <p>The ways an exception can leave a call are not followed: what is looked for is what the code does with the exception
 * in hand, not what happens when that fails in turn.
 */
final class HeldWalk {
    /** Paths beyond this many are given up; handlers of that size do not occur among hand-written ones. */
    private static final int LIMIT = 20_000;

    /** A walk of more stops than that forgets values that nobody reads any more; most walks have ended by then. */
    private static final int MANY = 64;

    private record Stop(int block, Path path) {
        // Written out: what the compiler generates for records is slow until it is hot.
        @Override
        public boolean equals(Object other) {
            return other instanceof Stop stop && block == stop.block && path.equals(stop.path);
        }

        @Override
        public int hashCode() {
            return 31 * path.hashCode() + block;
        }
    }

    private final EventGraph graph;
    private final HeldTransfer transfer;
    private final InnerHandlers inner;
    private final Map<Integer, Lambda> lambdas = new HashMap<>();
    private boolean cutShort;
    private LiveTemps live;

    HeldWalk(Program program, Vocabulary vocabulary, EventGraph graph, ThrowableEffects effects) {
        this.graph = graph;
        Definitions definitions = new Definitions(graph);
        HeldCalls calls = new HeldCalls(program, vocabulary, graph, definitions, effects);
        this.transfer = new HeldTransfer(program, vocabulary, graph, definitions, calls);
        this.inner = new InnerHandlers(program.declarations(), graph);
        graph.lambdas().forEach(l -> lambdas.put(l.entry(), l));
    }

    /** Whether paths were left out because there were too many. */
    boolean isCutShort() {
        return cutShort;
    }

    /** Ends of all paths from the start of a block, as far as they stay in the region. */
    List<PathEnd> from(int block, Path start, IntPredicate region) {
        List<PathEnd> ends = new ArrayList<>();
        Set<Stop> seen = new HashSet<>();
        Deque<Stop> work = new ArrayDeque<>();
        work.add(new Stop(block, start));
        while (!work.isEmpty()) {
            Stop stop = work.pollFirst();
            if (seen.size() >= MANY) {
                forget(stop);
            }
            if (!seen.add(new Stop(stop.block, stop.path.copy()))) {
                continue;
            }
            if (seen.size() > LIMIT) {
                cutShort = true;
                break;
            }
            pass(stop, region, work, ends);
        }
        return ends;
    }

    /** Lets go of values that can no longer matter. */
    private void forget(Stop stop) {
        if (live == null) {
            live = new LiveTemps(graph);
        }
        stop.path.keepOnly(value -> live.isLive(value, stop.block) || transfer.carriesInterruption(value));
    }

    private void pass(Stop stop, IntPredicate region, Deque<Stop> work, List<PathEnd> ends) {
        Block block = graph.block(stop.block);
        Path path = stop.path;
        Span at = path.trail() == null ? Span.NONE : path.trail().note().at();
        for (Event event : block.events()) {
            at = event.at();
            Path before = inner.canTake(block) ? path.copy() : null;
            PathEnd end = transfer.apply(event, path);
            if (end != null) {
                if (before == null || end.completes()) {
                    ends.add(end);
                } else {
                    thrown(block, event, end, before, new Way(region, work, ends));
                }
                return;
            }
        }
        Lambda seeing = lambdaBehind(block);
        if (seeing != null && isSeenIn(seeing, path)) {
            given(seeing, path, region, work, ends);
            return;
        }
        boolean ways = false;
        for (Edge edge : edges(block, seeing)) {
            Path next = path.copy();
            if (edge.condition() != null && !transfer.assume(edge.condition(), next, at)) {
                continue;
            }
            ways = true;
            if (region.test(edge.target())) {
                work.addLast(new Stop(edge.target(), next));
            } else {
                ends.add(new PathEnd(PathEnd.Kind.LEAVES, next, null, at, edge.target()));
            }
        }
        boolean isEnd = block.edges().stream().allMatch(e -> e.kind() == Edge.Kind.THROWN);
        if (!ways && isEnd) {
            ends.add(new PathEnd(PathEnd.Kind.RETURNS, path, null, at, -1));
        }
    }

    private record Way(IntPredicate region, Deque<Stop> work, List<PathEnd> ends) {}

    /** What is thrown inside of an inner {@code try} goes on in its handlers, and ends here unless they take all of it. */
    private void thrown(Block block, Event event, PathEnd end, Path before, Way way) {
        Holding holding = event instanceof Event.Throw thrown ? before.holding(thrown.value()) : end.returned();
        boolean takenInside = false;
        boolean takenOutside = false;
        for (InnerHandlers.Taker taker : inner.takers(block, event)) {
            if (way.region.test(taker.entry())) {
                Path next = before.copy();
                next.throwOn(holding);
                way.work.addLast(new Stop(taker.entry(), next));
                takenInside |= taker.sure();
            } else {
                takenOutside |= taker.sure();
            }
        }
        if (!takenInside) {
            way.ends.add(new PathEnd(end.kind(), end.path(), end.returned(), end.at(), end.block(), takenOutside));
        }
    }

    /**
     * A function that sees what is held has it: the paths behind it have the best that any way through it does. What it does
     * when it is called with this or that is its own affair.
     */
    private void given(Lambda lambda, Path path, IntPredicate region, Deque<Stop> work, List<PathEnd> ends) {
        List<Path> through = new ArrayList<>();
        for (PathEnd end : from(lambda.entry(), path.copy(), b -> b != lambda.exit() && region.test(b))) {
            if (end.kind() == PathEnd.Kind.LEAVES && end.block() == lambda.exit()) {
                through.add(end.path());
            } else {
                ends.add(end);
            }
        }
        Use best =
                through.stream().map(Path::use).max(Comparator.naturalOrder()).orElse(Use.NONE);
        for (Path behind : through) {
            behind.atLeast(best);
            if (region.test(lambda.exit())) {
                work.addLast(new Stop(lambda.exit(), behind));
            } else {
                ends.add(new PathEnd(PathEnd.Kind.LEAVES, behind, null, lambda.at(), lambda.exit()));
            }
        }
    }

    /** The lambda that is written at the end of a block; null when none is. */
    private Lambda lambdaBehind(Block block) {
        List<Edge> ways = waysOn(block);
        return ways.size() < 2
                ? null
                : ways.stream()
                        .map(edge -> lambdas.get(edge.target()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private static List<Edge> waysOn(Block block) {
        return block.edges().stream().filter(e -> e.kind() != Edge.Kind.THROWN).toList();
    }

    /** The ways on, calls' exceptions left out; a lambda that sees nothing of what is held is passed by. */
    private static List<Edge> edges(Block block, Lambda unseeing) {
        return waysOn(block).stream()
                .filter(edge -> unseeing == null || edge.target() != unseeing.entry())
                .toList();
    }

    private boolean isSeenIn(Lambda lambda, Path path) {
        Set<Integer> seen = new HashSet<>(Set.of(lambda.exit()));
        Deque<Integer> work = new ArrayDeque<>(List.of(lambda.entry()));
        while (!work.isEmpty()) {
            int id = work.poll();
            if (!seen.add(id)) {
                continue;
            }
            for (Event event : graph.block(id).events()) {
                if (EventValues.read(event).stream().anyMatch(v -> path.holding(v) != null)) {
                    return true;
                }
            }
            graph.block(id).edges().forEach(e -> work.add(e.target()));
        }
        return false;
    }
}
