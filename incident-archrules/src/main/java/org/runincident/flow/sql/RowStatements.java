package org.runincident.flow.sql;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.runincident.code.Span;
import org.runincident.flow.Block;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Value;

/**
 * The statements of one method that write rows: where each is made, what it writes, what is bound to its placeholders and
 * where, and where it runs.
 *
 * <p>A statement is what a text says ({@code prepareStatement("UPDATE ..")}), or what calls of {@code set(column, value)}
 * add up to ({@code update.set(root.get("status"), FAILED)}).
 */
public final class RowStatements {
    private static final RowStatements NONE = new RowStatements(Map.of());

    /**
     * One statement.
     *
     * @param at the call that is given the text, or the first {@code set}
     * @param writes what it writes
     * @param given what its placeholders are given in the call itself, by key
     */
    public record Statement(int id, Span at, List<RowWrite> writes, Map<String, Value> given) {}

    /** What an event does to a statement. */
    public sealed interface Step {
        Statement statement();

        /** A placeholder is given a value. */
        record Bound(Statement statement, String key, Value value) implements Step {}

        /** The statement runs, or at least nothing more is done to it here. */
        record Run(Statement statement) implements Step {}
    }

    private final Map<Position, List<Step>> steps;

    /** An event of a graph. */
    record Position(int block, int index) {}

    private RowStatements(Map<Position, List<Step>> steps) {
        this.steps = steps;
    }

    /**
     * The statements of a method.
     *
     * @param status whether a column of that name holds a status: only statements that write one are of interest
     */
    public static RowStatements of(EventGraph graph, Predicate<String> status) {
        return mayHold(graph) ? new RowStatements(new StatementReader(graph, status).read()) : NONE;
    }

    /** Whether a method may hold a statement at all; cheap. */
    public static boolean mayHold(EventGraph graph) {
        for (Block block : graph.blocks()) {
            for (Event event : block.events()) {
                if (event instanceof Event.Call call
                                && call.method().name().equals("set")
                                && call.arguments().size() == 2
                        || begins(event)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean begins(Event event) {
        List<Value> values = event instanceof Event.Call call
                ? call.arguments()
                : event instanceof Event.Copy copy
                        ? List.of(copy.from())
                        : event instanceof Event.Combine combine
                                ? combine.parts()
                                : event instanceof Event.Create create ? create.arguments() : List.of();
        for (Value value : values) {
            if (value instanceof Value.Literal literal
                    && literal.value() instanceof String text
                    && SqlReader.mayBegin(text)) {
                return true;
            }
        }
        return event instanceof Event.Call call
                && call.receiver() instanceof Value.Literal receiver
                && receiver.value() instanceof String text
                && SqlReader.mayBegin(text);
    }

    /** Whether the method holds no statement of interest. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** What an event does to statements, in order. */
    public List<Step> at(int block, int index) {
        return steps.getOrDefault(new Position(block, index), List.of());
    }
}
