package org.runincident.flow.status;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.runincident.code.MethodKey;
import org.runincident.flow.Block;
import org.runincident.flow.Condition;
import org.runincident.flow.Definitions;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Program;
import org.runincident.flow.Value;
import org.runincident.vocabulary.Words;

/**
 * Methods through which a status is to change: those that say so ({@code @Transition}), and those that are seen to check how
 * the status stands before they write it, or to announce the change.
 */
final class Sanctioned {

    /**
     * One of them.
     *
     * @param declared it says so itself
     * @param fixed the only statuses it gives, by name; empty when it takes any
     */
    record Way(EventGraph graph, boolean declared, Set<String> fixed) {

        boolean takes(String status) {
            return fixed.isEmpty() || fixed.contains(status);
        }

        MethodKey key() {
            return graph.method().key();
        }
    }

    private static final Set<String> ANNOUNCING =
            Set.of("publish", "notify", "fire", "emit", "announce", "broadcast", "record", "audit", "journal");
    private static final Set<String> KEEPING =
            Set.of("add", "append", "push", "offer", "register", "save", "store", "write");
    private static final Set<String> HAPPENINGS =
            Set.of("event", "events", "history", "transition", "transitions", "audit", "journal", "change", "changes");
    private static final Set<String> CHECKING =
            Set.of("check", "validate", "ensure", "require", "assert", "verify", "can", "is", "may");

    private final StatusTypes types;
    private final Map<WrittenStatus.Slot, List<Way>> ways = new HashMap<>();
    private final Map<MethodKey, List<WrittenStatus>> written = new TreeMap<>();

    Sanctioned(Program program, StatusTypes types) {
        this.types = types;
        for (EventGraph graph : program.graphs()) {
            List<WrittenStatus> all = WrittenStatus.in(graph, types);
            if (!all.isEmpty()) {
                written.put(graph.method().key(), all);
                see(graph, all);
            }
        }
    }

    List<Way> of(WrittenStatus.Slot slot) {
        return ways.getOrDefault(slot, List.of());
    }

    /** Slots that have a way of their own. */
    Set<WrittenStatus.Slot> slots() {
        return ways.keySet();
    }

    /** Methods that write a status. */
    Set<MethodKey> writing() {
        return written.keySet();
    }

    List<WrittenStatus> writtenIn(EventGraph graph) {
        return written.getOrDefault(graph.method().key(), List.of());
    }

    private void see(EventGraph graph, List<WrittenStatus> all) {
        boolean declared = graph.method().annotations().contains("Transition");
        Map<WrittenStatus.Slot, Set<String>> given = new HashMap<>();
        Set<WrittenStatus.Slot> any = new HashSet<>();
        for (WrittenStatus each : all) {
            if (!declared && !(each.isOwn() && isWay(graph, each))) {
                continue;
            }
            Value.Constant constant = each.constant(types);
            if (constant == null) {
                any.add(each.slot());
            } else {
                given.computeIfAbsent(each.slot(), slot -> new TreeSet<>()).add(constant.name());
            }
        }
        any.forEach(slot -> keep(slot, new Way(graph, declared, Set.of())));
        given.forEach((slot, names) -> {
            if (!any.contains(slot)) {
                keep(slot, new Way(graph, declared, names));
            }
        });
    }

    private void keep(WrittenStatus.Slot slot, Way way) {
        ways.computeIfAbsent(slot, s -> new ArrayList<>()).add(way);
    }

    private boolean isWay(EventGraph graph, WrittenStatus write) {
        return !graph.method().isConstructor()
                && !graph.method().isStatic()
                && (write.constant(types) != null || graph.parameters().contains(write.value()))
                && (looksFirst(graph, write) || announces(graph, write));
    }

    /** Whether a branch on how the status stands decides whether it is written, or a check is handed it. */
    boolean looksFirst(EventGraph graph, WrittenStatus write) {
        Set<Value> standing = standing(graph, write);
        if (standing.isEmpty()) {
            return false;
        }
        for (Block block : graph.blocks()) {
            for (Event event : block.events()) {
                if (event instanceof Event.Call call
                        && !call.resultUsed()
                        && CHECKING.contains(firstWord(call))
                        && call.arguments().stream().anyMatch(standing::contains)) {
                    return true;
                }
            }
            if (block.edges().stream().anyMatch(edge -> isOn(edge.condition(), standing, write))
                    && decides(graph, block, write)) {
                return true;
            }
        }
        return false;
    }

    /** That the new status differs from the old is no look at the old one. */
    private static boolean isOn(Condition condition, Set<Value> standing, WrittenStatus write) {
        if (condition == null || condition instanceof Condition.IsNull) {
            return false;
        }
        if (condition instanceof Condition.IsEqual equal) {
            boolean change =
                    equal.subject().equals(write.value()) || equal.other().equals(write.value());
            return !change && (standing.contains(equal.subject()) || standing.contains(equal.other()));
        }
        return standing.contains(condition.subject());
    }

    private static boolean decides(EventGraph graph, Block block, WrittenStatus write) {
        boolean some = false;
        boolean all = true;
        for (Edge edge : block.edges()) {
            if (edge.kind() != Edge.Kind.THROWN) {
                boolean reaches = reaches(graph, edge.target(), write.block());
                some |= reaches;
                all &= reaches;
            }
        }
        return some && !all;
    }

    private static boolean reaches(EventGraph graph, int from, int to) {
        Set<Integer> seen = new HashSet<>(Set.of(from));
        Deque<Integer> work = new ArrayDeque<>(seen);
        while (!work.isEmpty()) {
            int next = work.pop();
            if (next == to) {
                return true;
            }
            for (Edge edge : graph.block(next).edges()) {
                if (edge.kind() != Edge.Kind.THROWN && seen.add(edge.target())) {
                    work.push(edge.target());
                }
            }
        }
        return false;
    }

    /** The status as it is read on the same object, and what is made from it. */
    private Set<Value> standing(EventGraph graph, WrittenStatus write) {
        Set<Value> found = new HashSet<>();
        for (Block block : graph.blocks()) {
            for (Event event : block.events()) {
                Value made = Uses.target(event);
                if (made != null
                        && (isRead(event, write) || Uses.of(event).stream().anyMatch(found::contains))) {
                    found.add(made);
                }
            }
        }
        return found;
    }

    private static boolean isRead(Event event, WrittenStatus write) {
        if (event instanceof Event.Get get) {
            return write.subject().equals(get.receiver())
                    && get.field().equals(write.slot().property());
        }
        return event instanceof Event.Call call
                && write.subject().equals(call.receiver())
                && call.arguments().isEmpty()
                && write.slot()
                        .property()
                        .equals(Accessors.memberName(call.method().name()));
    }

    /** Whether the change is told to others, kept as an event, or counted as a version. */
    boolean announces(EventGraph graph, WrittenStatus write) {
        Definitions definitions = new Definitions(graph);
        for (Block block : graph.blocks()) {
            for (Event event : block.events()) {
                if (event instanceof Event.Put put
                        && write.subject().equals(put.receiver())
                        && Set.of("version", "revision").contains(Words.last(put.field()))) {
                    return true;
                }
                if (event instanceof Event.Call call && event != write.event() && tells(call, definitions)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean tells(Event.Call call, Definitions definitions) {
        if (call.arguments().isEmpty()
                || types.vocabulary()
                        .bystanders()
                        .isTelemetry(call.method().owner().simple())) {
            return false;
        }
        String first = firstWord(call);
        if (ANNOUNCING.contains(first)) {
            return true;
        }
        return KEEPING.contains(first)
                && (names(definitions.nameOf(call.receiver()))
                        || names(call.method().name())
                        || call.arguments().stream()
                                .anyMatch(argument -> definitions.of(argument) instanceof Event.Create made
                                        && names(made.type().simple())));
    }

    private static boolean names(String name) {
        return name != null && Words.of(name).stream().anyMatch(HAPPENINGS::contains);
    }

    private static String firstWord(Event.Call call) {
        List<String> words = Words.of(call.method().name());
        return words.isEmpty() ? "" : words.get(0);
    }
}
