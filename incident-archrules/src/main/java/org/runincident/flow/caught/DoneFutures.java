package org.runincident.flow.caught;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.runincident.flow.Block;
import org.runincident.flow.Condition;
import org.runincident.flow.Definitions;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Lambda;
import org.runincident.flow.Value;

/** Futures that are asked for their result where they are known to be done: nothing is waited for. */
final class DoneFutures {
    /** Give a future that is done when all of those it is given are. */
    private static final Set<String> OF_ALL =
            Set.of("allOf", "allAsList", "successfulAsList", "whenAllComplete", "whenAllSucceed");

    /** Answered with yes they say that nobody waits any more. */
    private static final Set<String> OVER = Set.of("isDone", "isCompletedExceptionally", "isCancelled");

    private static final int LONGEST = 10;

    private DoneFutures() {}

    /**
     * Whether the event asks such a future: every way to it goes through {@code isDone()} of a future of that name, or it
     * stands in a function that goes on when all of them are done.
     */
    static boolean isAsked(EventGraph graph, int block, Event event) {
        if (!(event instanceof Event.Call call)
                || !call.method().name().equals("get")
                || !call.arguments().isEmpty()
                || call.receiver() == null) {
            return false;
        }
        Definitions definitions = new Definitions(graph);
        String future = definitions.nameOf(call.receiver());
        return !future.isEmpty() && !isReachedUndone(graph, block, future, definitions)
                || isBehindAll(graph, block, definitions);
    }

    private static boolean isBehindAll(EventGraph graph, int block, Definitions definitions) {
        for (Lambda lambda : graph.lambdas()) {
            if (Regions.between(graph, lambda.entry(), lambda.exit()).contains(block)
                    && isGivenToAll(graph, lambda, definitions)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isGivenToAll(EventGraph graph, Lambda lambda, Definitions definitions) {
        return graph.blocks().stream()
                .flatMap(b -> b.events().stream())
                .filter(Event.Call.class::isInstance)
                .map(Event.Call.class::cast)
                .filter(call -> call.arguments().stream()
                        .anyMatch(a -> a instanceof Value.LambdaBody body && body.id() == lambda.id()))
                .anyMatch(call -> isOfAll(call.receiver(), definitions, 0));
    }

    private static boolean isOfAll(Value future, Definitions definitions, int depth) {
        if (depth > LONGEST) {
            return false;
        }
        if (definitions.of(future) instanceof Event.Call before) {
            return OF_ALL.contains(before.method().name()) || isOfAll(before.receiver(), definitions, depth + 1);
        }
        return definitions.copiesTo(future).stream().anyMatch(from -> isOfAll(from, definitions, depth + 1));
    }

    private static boolean isReachedUndone(EventGraph graph, int block, String future, Definitions definitions) {
        BitSet seen = new BitSet();
        Deque<Integer> work = new ArrayDeque<>(List.of(0));
        while (!work.isEmpty()) {
            int id = work.poll();
            if (id == block) {
                return true;
            }
            if (seen.get(id)) {
                continue;
            }
            seen.set(id);
            Block from = graph.block(id);
            for (Edge edge : from.edges()) {
                if (!saysDone(edge.condition(), future, definitions)) {
                    work.add(edge.target());
                }
            }
        }
        return false;
    }

    private static boolean saysDone(Condition condition, String future, Definitions definitions) {
        return condition instanceof Condition.IsTrue test
                && test.holds()
                && asked(test.subject(), definitions) instanceof Event.Call call
                && OVER.contains(call.method().name())
                && definitions.nameOf(call.receiver()).equals(future);
    }

    /** The call whose answer it is, through a variable that holds nothing else. */
    private static Event asked(Value value, Definitions definitions) {
        List<Value> copies = definitions.copiesTo(value);
        return definitions.of(copies.size() == 1 ? copies.get(0) : value);
    }
}
