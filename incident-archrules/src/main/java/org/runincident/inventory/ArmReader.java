package org.runincident.inventory;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.runincident.flow.Block;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Program;
import org.runincident.flow.Value;
import org.runincident.flow.caught.LogCalls;
import org.runincident.inventory.OutcomeConsumer.Treatment;
import org.runincident.vocabulary.Loggers;

/**
 * Tells what one arm of a dispatch does, from the blocks that only this arm leads to. Where several arms or the code behind
 * the statement share a block, it is nobody's own work.
 */
final class ArmReader {
    private static final Set<String> LOUD = Set.of("error", "warn", "warning", "severe", "fatal");

    private final Program program;
    private final EventGraph graph;
    private final LogCalls logs;

    ArmReader(Program program, EventGraph graph, Loggers loggers) {
        this.program = program;
        this.graph = graph;
        this.logs = LogCalls.of(graph, loggers);
    }

    /** What the arm that begins at a block does. */
    Treatment treatment(int entry) {
        BitSet own = ownBlocks(entry);
        Summary summary = new Summary();
        Deque<Integer> work = new ArrayDeque<>(List.of(entry));
        BitSet seen = new BitSet();
        while (!work.isEmpty()) {
            int id = work.poll();
            if (!seen.get(id)) {
                seen.set(id);
                read(graph.block(id), own, summary, work);
            }
        }
        return summary.treatment();
    }

    /** The only value an arm answers with, as text; empty when it does anything else. Arms of one answer are one group. */
    String soleAnswer(int entry) {
        List<Event> events = graph.block(entry).events();
        if (events.size() != 1) {
            return "";
        }
        Event only = events.get(0);
        Value answer = only instanceof Event.Return returned
                ? returned.value()
                : only instanceof Event.Copy copy && copy.to() instanceof Value.Temp ? copy.from() : null;
        return answer != null && isFixed(answer) ? String.valueOf(answer) : "";
    }

    /** Whether an arm only says that there is nothing: {@code null}, {@code false}. */
    boolean answersNothing(int entry) {
        String answer = soleAnswer(entry);
        return answer.equals("null") || answer.equals("false");
    }

    /** The same for an arm that only sets a variable or a field to a fixed value, and goes on. */
    String soleEffect(int entry) {
        List<Event> events = graph.block(entry).events();
        if (events.size() == 1) {
            Event only = events.get(0);
            if (only instanceof Event.Copy copy && copy.to() instanceof Value.Variable && isFixed(copy.from())) {
                return copy.to() + " = " + copy.from();
            }
            if (only instanceof Event.Put put && isFixed(put.value())) {
                return put.field() + " = " + put.value();
            }
        }
        return soleAnswer(entry);
    }

    private static boolean isFixed(Value value) {
        return value instanceof Value.Literal || value instanceof Value.Null || value instanceof Value.Constant;
    }

    private void read(Block block, BitSet own, Summary summary, Deque<Integer> work) {
        for (Event event : block.events()) {
            if (neverReturns(event)) {
                return;
            }
            summary.add(event);
        }
        boolean leaves = block.edges().isEmpty();
        for (Edge edge : block.edges()) {
            if (own.get(edge.target())) {
                work.add(edge.target());
            } else if (edge.kind() != Edge.Kind.THROWN) {
                leaves = true;
            }
        }
        if (leaves && !endsInThrow(block)) {
            summary.goesOn = true;
        }
    }

    private static boolean endsInThrow(Block block) {
        List<Event> events = block.events();
        return !events.isEmpty() && events.get(events.size() - 1) instanceof Event.Throw;
    }

    /** A call of a method of the same file that only ever throws ({@code unexpected(state)}). */
    private boolean neverReturns(Event event) {
        if (!(event instanceof Event.Call call) || !call.method().isResolved()) {
            return false;
        }
        return program.graph(call.method().declaration().key())
                .filter(callee -> callee != graph && callee.file().equals(graph.file()) && onlyThrows(callee))
                .isPresent();
    }

    private static boolean onlyThrows(EventGraph callee) {
        BitSet seen = new BitSet();
        Deque<Integer> work = new ArrayDeque<>(List.of(0));
        while (!work.isEmpty()) {
            int id = work.poll();
            if (seen.get(id)) {
                continue;
            }
            seen.set(id);
            Block block = callee.block(id);
            if (block.edges().isEmpty() && !endsInThrow(block)) {
                return false;
            }
            block.edges().forEach(edge -> work.add(edge.target()));
        }
        return true;
    }

    /** Blocks that cannot be reached from the start of the method but through the entry. */
    private BitSet ownBlocks(int entry) {
        BitSet own = reachable(entry, -1);
        own.andNot(reachable(0, entry));
        return own;
    }

    private BitSet reachable(int from, int without) {
        BitSet seen = new BitSet();
        Deque<Integer> work = new ArrayDeque<>(List.of(from));
        while (!work.isEmpty()) {
            int id = work.poll();
            if (id != without && !seen.get(id)) {
                seen.set(id);
                graph.block(id).edges().forEach(edge -> work.add(edge.target()));
            }
        }
        return seen;
    }

    /** What the events of an arm come to. A value that is only computed, or only logged, is no work. */
    private final class Summary {
        private boolean works;
        private boolean complains;
        private boolean answers;
        private boolean answersFixed;
        private boolean goesOn;

        void add(Event event) {
            if (event instanceof Event.Put
                    || event instanceof Event.Copy copy && !(copy.from() instanceof Value.LambdaBody)
                    || event instanceof Event.Combine combine && combine.operator() == Event.Operator.ARRAY_WRITE) {
                works = true;
            } else if (event instanceof Event.Call call) {
                addCall(call);
            } else if (event instanceof Event.Return answer && answer.value() != null) {
                answers = true;
                answersFixed = isFixed(answer.value());
            }
        }

        private void addCall(Event.Call call) {
            if (logs.isLogCall(call)) {
                complains |= LOUD.contains(logs.level(call));
            } else if (!call.resultUsed()) {
                works = true;
            }
        }

        Treatment treatment() {
            if (!goesOn) {
                return Treatment.THROWS;
            }
            if (works || answers && !(complains && answersFixed)) {
                return Treatment.WORKS;
            }
            return complains ? Treatment.LOGS : Treatment.NOTHING;
        }
    }
}
