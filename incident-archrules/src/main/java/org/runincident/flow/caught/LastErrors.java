package org.runincident.flow.caught;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.runincident.code.Span;
import org.runincident.flow.Definitions;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.EventValues;
import org.runincident.flow.Handler;
import org.runincident.flow.Value;
import org.runincident.vocabulary.Words;

/**
 * Finds the throw by which a retry loop gives up, with a new exception.
 *
 * <p>A retry loop is told from a loop over items by its success: when the tried part completes, the loop is left.
 */
final class LastErrors {
    private static final Set<String> TAKES_NEXT =
            Set.of("next", "nextElement", "poll", "pollFirst", "pop", "take", "remove", "removeFirst");

    private final EventGraph graph;
    private final Definitions definitions;
    private final Set<Integer> handlers = new HashSet<>();

    LastErrors(EventGraph graph) {
        this.graph = graph;
        this.definitions = new Definitions(graph);
        graph.handlers().forEach(h -> handlers.addAll(h.blocks()));
    }

    /**
     * Where the loop around a handler gives up.
     *
     * @param exits the blocks at which the handler is left
     */
    Optional<Span> givingUp(Handler handler, Set<Integer> exits) {
        if (exits.isEmpty() || handler.tried().isEmpty()) {
            return Optional.empty();
        }
        IntPredicate tried = handler.tried()::contains;
        boolean triesAgain = reached(exits, b -> true).stream().anyMatch(tried::test);
        if (!triesAgain || successTriesAgain(handler)) {
            return Optional.empty();
        }
        return reached(exits, tried.negate()).stream()
                .filter(b -> !handlers.contains(b))
                .flatMap(b -> graph.block(b).events().stream())
                .filter(e -> e instanceof Event.Throw end && isNew(end) && !isAnswerOfSearch(end, handler, exits))
                .map(Event::at)
                .min(Span::compareTo);
    }

    /** Whether the guarded part is tried again behind a block, and a success is not followed by another try. */
    boolean triesAgain(Handler handler, int exit) {
        return reached(Set.of(exit), b -> true).stream().anyMatch(handler.tried()::contains)
                && !successTriesAgain(handler);
    }

    private boolean isNew(Event.Throw end) {
        return definitions.of(end.value()) instanceof Event.Create;
    }

    /**
     * A search that found nothing says so with the exception that each look-up has for it: nothing is lost. A retry asks the
     * same thing again and again, a search asks another one, or about another one, in each round.
     */
    private boolean isAnswerOfSearch(Event.Throw end, Handler handler, Set<Integer> exits) {
        return handler.caught().contains(end.value().type()) && asksAnother(handler, exits)
                || handler.caught().stream().allMatch(type -> isNotThere(Words.of(type.simple())));
    }

    /** Whether the guarded part reads what the loop gives another value in each round. */
    private boolean asksAnother(Handler handler, Set<Integer> exits) {
        Set<Value> changed = reached(exits, b -> !handler.tried().contains(b) && canReachTried(b, handler)).stream()
                .flatMap(b -> graph.block(b).events().stream())
                .filter(e -> e instanceof Event.Copy copy && copy.to() instanceof Value.Variable)
                .map(e -> ((Event.Copy) e).to())
                .collect(Collectors.toSet());
        return handler.tried().stream()
                .flatMap(b -> graph.block(b).events().stream())
                .anyMatch(e -> e instanceof Event.Call call
                                && TAKES_NEXT.contains(call.method().name())
                        || EventValues.read(e).stream().anyMatch(changed::contains));
    }

    private boolean canReachTried(int block, Handler handler) {
        return reached(Set.of(block), b -> true).stream().anyMatch(handler.tried()::contains);
    }

    /** NotFoundException, NoSuchElementException: each look-up says that it found nothing, and so does the search. */
    private static boolean isNotThere(List<String> words) {
        return Collections.indexOfSubList(words, List.of("not", "found")) >= 0
                || Collections.indexOfSubList(words, List.of("no", "such")) >= 0;
    }

    private boolean successTriesAgain(Handler handler) {
        Set<Integer> behind = new HashSet<>();
        for (int block : handler.tried()) {
            graph.block(block).edges().stream()
                    .filter(e ->
                            e.kind() != Edge.Kind.THROWN && !handler.tried().contains(e.target()))
                    .forEach(e -> behind.add(e.target()));
        }
        // The last tried block leads out of the try; a block of the try that cannot throw leads back into it at once.
        Set<Integer> outside = new HashSet<>();
        for (int block : behind) {
            if (!leadsStraightBack(block, handler)) {
                outside.add(block);
            }
        }
        return reached(outside, b -> !handlers.contains(b)).stream().anyMatch(handler.tried()::contains);
    }

    /** Whether a block can only go on into tried ones. */
    private boolean leadsStraightBack(int block, Handler handler) {
        List<Edge> edges = graph.block(block).edges();
        return edges.size() == 1 && handler.tried().contains(edges.get(0).target());
    }

    private Set<Integer> reached(Set<Integer> from, IntPredicate through) {
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> work = new ArrayDeque<>(from);
        while (!work.isEmpty()) {
            int block = work.poll();
            if (through.test(block) && seen.add(block)) {
                graph.block(block).edges().stream()
                        .filter(e -> e.kind() != Edge.Kind.THROWN)
                        .forEach(e -> work.add(e.target()));
            }
        }
        return seen;
    }
}
