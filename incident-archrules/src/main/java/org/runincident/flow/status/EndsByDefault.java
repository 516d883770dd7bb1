package org.runincident.flow.status;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.runincident.code.Span;
import org.runincident.flow.Block;
import org.runincident.flow.Condition;
import org.runincident.flow.Definitions;
import org.runincident.flow.Dispatch;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Handler;
import org.runincident.flow.Program;
import org.runincident.flow.Value;
import org.runincident.vocabulary.StatusWords;

/**
 * Good ends given without a look at how the run ended: in a {@code finally}, or by the {@code default} or last {@code else} of
 * a choice that names bad ends only.
 */
final class EndsByDefault {

    private final StatusTypes types;
    private final StatusWords words;
    private final EventGraph graph;
    private final Map<Integer, List<WrittenStatus>> byBlock;
    private final Map<Span, Turn> found = new TreeMap<>();
    private Definitions definitions;

    private EndsByDefault(EventGraph graph, StatusTypes types, List<WrittenStatus> writes) {
        this.graph = graph;
        this.types = types;
        this.words = types.vocabulary().statuses();
        this.byBlock = writes.stream().collect(Collectors.groupingBy(WrittenStatus::block));
    }

    /** In the audited files. */
    static List<Turn> of(Program program, StatusTypes types) {
        List<Turn> all = new ArrayList<>();
        for (EventGraph graph : program.graphs()) {
            if (program.isAudited(graph.file())) {
                List<WrittenStatus> writes = WrittenStatus.in(graph, types);
                if (writes.stream().anyMatch(write -> write.constant(types) != null)) {
                    all.addAll(new EndsByDefault(graph, types, writes).search());
                }
            }
        }
        return all;
    }

    private List<Turn> search() {
        if (!handlersSayWhy()) {
            for (Block block : graph.blocks()) {
                for (Edge edge : block.edges()) {
                    if (edge.kind() == Edge.Kind.THROWN && !isHandler(edge.target())) {
                        inFinally(edge.target());
                    }
                }
            }
        }
        graph.dispatches().forEach(this::inRest);
        graph.blocks().forEach(this::inElse);
        return List.copyOf(found.values());
    }

    private boolean isHandler(int block) {
        return graph.handlers().stream().anyMatch(handler -> handler.entry() == block);
    }

    /** Where a handler keeps the reason, {@code DONE} says that it is over, and the reason how. */
    private boolean handlersSayWhy() {
        for (Handler handler : graph.handlers()) {
            for (int block : handler.blocks()) {
                for (Event event : graph.block(block).events()) {
                    if (event instanceof Event.Put put && types.slot(put.field(), put.fieldType()) != Reason.Level.NONE
                            || event instanceof Event.Call call
                                    && types.vocabulary()
                                            .reasons()
                                            .isRecorder(call.method().name())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** @param entry the first block of the copy of a {@code finally} that exceptions go through */
    private void inFinally(int entry) {
        List<WrittenStatus> ends = new ArrayList<>();
        int last = straightOn(entry, -1, ends);
        boolean goesOn =
                graph.block(last).events().stream().anyMatch(event -> event instanceof Event.Throw out && out.goesOn());
        if (!goesOn && graph.block(last).edges().stream().noneMatch(edge -> edge.kind() != Edge.Kind.THROWN)) {
            return;
        }
        for (WrittenStatus end : ends) {
            if (isGoodEnd(end)) {
                add(end, "this `finally` gives it, whether the guarded part succeeds or throws", end.at());
            }
        }
    }

    private void inRest(Dispatch dispatch) {
        if (dispatch.restKind() != Dispatch.RestKind.EXPLICIT || types.isStatus(dispatch.type())) {
            return;
        }
        List<WrittenStatus> rest = new ArrayList<>();
        straightOn(dispatch.rest(), dispatch.join(), rest);
        for (WrittenStatus end : rest) {
            if (isGoodEnd(end)
                    && dispatch.arms().stream().anyMatch(arm -> givesBadEnd(arm.entry(), dispatch.join(), end))
                    && dispatch.arms().stream().allMatch(EndsByDefault::namesValues)) {
                add(end, "whatever no arm names is taken for a success", dispatch.restAt());
            }
        }
    }

    private static boolean namesValues(Dispatch.Arm arm) {
        return arm.labels().stream()
                .allMatch(label -> label instanceof Dispatch.Label.OfValue || label instanceof Dispatch.Label.Named);
    }

    /** {@code if (result.equals("FAILED")) status = FAILED; else status = COMPLETED;}. */
    private void inElse(Block block) {
        Edge holds = null;
        Edge fails = null;
        for (Edge edge : block.edges()) {
            if (edge.condition() instanceof Condition.IsEqual equal && namesBadEnd(equal)) {
                if (equal.holds()) {
                    holds = edge;
                } else {
                    fails = edge;
                }
            }
        }
        if (holds == null || fails == null || isInDispatch(holds.target())) {
            return;
        }
        List<WrittenStatus> rest = new ArrayList<>();
        straightOn(fails.target(), -1, rest);
        for (WrittenStatus end : rest) {
            if (isGoodEnd(end) && givesBadEnd(holds.target(), -1, end)) {
                Event last = block.events().isEmpty()
                        ? end.event()
                        : block.events().get(block.events().size() - 1);
                add(end, "whatever is not that one is taken for a success", last.at());
            }
        }
    }

    private boolean isInDispatch(int target) {
        return graph.dispatches().stream()
                .anyMatch(dispatch -> dispatch.arms().stream().anyMatch(arm -> arm.entry() == target));
    }

    /** A bad end of an open set: a text, or a status that has other values than these two. */
    private boolean namesBadEnd(Condition.IsEqual equal) {
        return isBadEnd(equal.other()) && !isBadEnd(equal.subject())
                || isBadEnd(equal.subject()) && !isBadEnd(equal.other());
    }

    private boolean isBadEnd(Value value) {
        if (value instanceof Value.Constant constant) {
            return types.isBadEnd(Atom.of(constant));
        }
        return value instanceof Value.Literal literal
                && literal.value() instanceof String
                && types.isBadEnd(Atom.of(literal));
    }

    private boolean givesBadEnd(int entry, int join, WrittenStatus end) {
        List<WrittenStatus> writes = new ArrayList<>();
        straightOn(entry, join, writes);
        return writes.stream()
                .anyMatch(write -> write.slot().equals(end.slot())
                        && write.constant(types) != null
                        && types.isBadEnd(Atom.of(write.constant(types))));
    }

    private boolean isGoodEnd(WrittenStatus write) {
        Value.Constant constant = write.constant(types);
        return constant != null && words.isGoodEnd(constant.name());
    }

    /**
     * Collects what is written from a block on, as far as no branch is taken.
     *
     * @return the last block
     */
    private int straightOn(int from, int join, List<WrittenStatus> writes) {
        Set<Integer> seen = new HashSet<>();
        int at = from;
        while (seen.add(at) && at != join) {
            writes.addAll(byBlock.getOrDefault(at, List.of()));
            List<Edge> ways = graph.block(at).edges().stream()
                    .filter(edge -> edge.kind() != Edge.Kind.THROWN)
                    .toList();
            if (ways.size() != 1 || ways.get(0).condition() != null) {
                return at;
            }
            at = ways.get(0).target();
        }
        return at;
    }

    private void add(WrittenStatus end, String why, Span decided) {
        if (definitions == null) {
            definitions = new Definitions(graph);
        }
        String name = end.text(definitions);
        String subject = name.isEmpty() ? "it" : name;
        String to = end.constant(types).name();
        List<Trail> path = new ArrayList<>();
        if (!decided.equals(end.at())) {
            path.add(new Trail(null, Trail.Kind.SITE, decided, "this decides", subject, null));
        }
        path.add(new Trail(null, Trail.Kind.SITE, end.at(), end.slot().property() + " becomes " + to, subject, null));
        found.putIfAbsent(
                end.at(),
                new Turn(
                        Turn.Kind.BY_DEFAULT,
                        graph,
                        end.at(),
                        subject,
                        end.slot().owner(),
                        why,
                        to,
                        "",
                        path));
    }
}
