package org.runincident.audit.cfg;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.runincident.flow.Block;
import org.runincident.flow.Dispatch;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.GraphPrinter;
import org.runincident.flow.Handler;

/** What tests ask a graph. */
final class Look {
    private final EventGraph graph;

    private Look(EventGraph graph) {
        this.graph = graph;
    }

    /** The body of {@code f} in a class around some members. */
    static Look at(String members) {
        return in("import java.util.*; import java.io.*; class T { " + members + " }");
    }

    /** The body of {@code f} in a source. */
    static Look in(String... sources) {
        return new Look(Graphs.of(sources).method("f"));
    }

    static Look at(EventGraph graph) {
        return new Look(graph);
    }

    EventGraph graph() {
        return graph;
    }

    /** All events as text, in the order of their blocks. */
    List<String> events() {
        return graph.blocks().stream()
                .flatMap(b -> b.events().stream())
                .map(GraphPrinter::print)
                .toList();
    }

    /** All conditions as text. */
    List<String> conditions() {
        return graph.blocks().stream()
                .flatMap(b -> b.edges().stream())
                .filter(e -> e.condition() != null)
                .map(e -> GraphPrinter.print(e.condition()))
                .toList();
    }

    /** Events on every way from the entry, each block at most twice; ways that end differ by their last event. */
    Set<String> ways() {
        Set<String> ways = new TreeSet<>();
        walk(graph.entry(), new ArrayList<>(), new ArrayDeque<>(), ways);
        return ways;
    }

    private void walk(Block block, List<String> said, Deque<Integer> visited, Set<String> ways) {
        if (visited.stream().filter(v -> v == block.id()).count() >= 2) {
            return;
        }
        visited.push(block.id());
        List<String> before = List.copyOf(said);
        block.events().forEach(e -> say(e, said));
        if (block.edges().isEmpty()) {
            ways.add(String.join(" ", said));
        }
        for (Edge edge : block.edges()) {
            boolean thrown = edge.kind() == Edge.Kind.THROWN;
            List<String> next = new ArrayList<>(thrown ? before : said);
            if (thrown && !block.events().isEmpty()) {
                Event last = block.events().get(block.events().size() - 1);
                int done = block.events().size() - (last instanceof Event.Throw ? 0 : 1);
                block.events().subList(0, done).forEach(e -> say(e, next));
                next.add("!" + edge.thrown().simple());
            }
            walk(graph.block(edge.target()), next, visited, ways);
        }
        visited.pop();
    }

    private static void say(Event event, List<String> said) {
        if (event instanceof Event.Call call) {
            said.add(call.method().name());
        } else if (event instanceof Event.Return) {
            said.add("return");
        } else if (event instanceof Event.Throw t) {
            said.add(t.goesOn() ? "goes-on" : "throw");
        } else if (event instanceof Event.Caught c) {
            said.add("catch-" + c.variable().name());
        }
    }

    /** Where the exceptions of a call go: {@code IOException to e}, or {@code RuntimeException to finally}. */
    List<String> thrownBy(String method) {
        return edgesOf(e -> e instanceof Event.Call c && c.method().name().equals(method));
    }

    /** Where the exceptions of throw statements go. */
    List<String> thrown() {
        return edgesOf(e -> e instanceof Event.Throw t && !t.goesOn());
    }

    private List<String> edgesOf(Predicate<Event> last) {
        return graph.blocks().stream()
                .filter(b -> !b.events().isEmpty()
                        && last.test(b.events().get(b.events().size() - 1)))
                .flatMap(b -> b.edges().stream())
                .filter(e -> e.kind() == Edge.Kind.THROWN)
                .map(e -> e.thrown().simple() + " to " + place(e.target()))
                .toList();
    }

    private String place(int block) {
        return graph.handlers().stream()
                .filter(h -> h.entry() == block)
                .map(h -> h.variable().name())
                .findFirst()
                .orElse("finally");
    }

    Handler handler(String variable) {
        return graph.handlers().stream()
                .filter(h -> h.variable().name().equals(variable))
                .findFirst()
                .orElseThrow();
    }

    Dispatch dispatch() {
        return graph.dispatches().get(0);
    }

    /** Labels of the arms of the first dispatch: {@code [[A, B], [C]?]}. */
    List<String> arms() {
        return dispatch().arms().stream()
                .map(a -> a.labels() + (a.guarded() ? "?" : ""))
                .toList();
    }

    @Override
    public String toString() {
        return GraphPrinter.print(graph);
    }
}
