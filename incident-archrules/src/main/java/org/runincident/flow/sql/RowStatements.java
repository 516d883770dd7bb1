package org.runincident.flow.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** A statement while its parts are gathered. */
    private static final class Found {
        final int id;
        final Event event;
        final List<RowWrite> writes;
        final Map<String, Value> given = new LinkedHashMap<>();
        final Map<Event, Step.Bound> bound = new LinkedHashMap<>();
        Statement statement;
        Event last;

        Found(int id, Event event, List<RowWrite> writes) {
            this.id = id;
            this.event = event;
            this.writes = writes;
            this.last = event;
        }

        void reaches(Event event) {
            if (SqlTexts.BY_END.compare(event, last) > 0) {
                last = event;
            }
        }
    }

    private static final Set<String> BINDING = Set.of(
            "setParameter",
            "setString",
            "setObject",
            "setNString",
            "setInt",
            "setLong",
            "setShort",
            "setByte",
            "setClob",
            "setText",
            "setEnum",
            "setNull",
            "bind",
            "bindNull",
            "bindValue",
            "param",
            "addValue",
            "addParameter",
            "put",
            "with",
            "add");
    private static final Set<String> CLOSING = Set.of("close", "getGeneratedKeys", "isClosed", "cancel", "toString");

    private final EventGraph graph;
    private final SqlTexts texts;
    private final Predicate<String> asked;
    private final Map<Event, Found> byOrigin = new IdentityHashMap<>();
    private final Map<Object, Found> byBase = new HashMap<>();
    private final Map<Integer, Found> byLambda = new HashMap<>();
    private final Map<Integer, List<Event.Copy>> copies = new HashMap<>();
    private final List<Found> found = new ArrayList<>();
    private final Map<Long, List<Step>> steps = new HashMap<>();

    private RowStatements(EventGraph graph, Predicate<String> asked) {
        this.graph = graph;
        this.asked = asked;
        this.texts = new SqlTexts(graph);
    }

    /**
     * The statements of a method.
     *
     * @param status whether a column of that name holds a status: only statements that write one are of interest
     */
    public static RowStatements of(EventGraph graph, Predicate<String> status) {
        if (!mayHold(graph)) {
            return NONE;
        }
        RowStatements statements = new RowStatements(graph, status);
        statements.gather();
        return statements;
    }

    private static final RowStatements NONE = new RowStatements();

    private RowStatements() {
        graph = null;
        asked = null;
        texts = null;
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
        return steps.getOrDefault(position(block, index), List.of());
    }

    private static long position(int block, int index) {
        return ((long) block << 32) | index;
    }

    private void gather() {
        List<Event> events = SqlTexts.inSourceOrder(graph);
        for (Event event : events) {
            if (event instanceof Event.Copy copy && copy.to() instanceof Value.Variable variable) {
                copies.computeIfAbsent(variable.id(), v -> new ArrayList<>()).add(copy);
            }
        }
        events.forEach(this::statement);
        found.removeIf(each -> each.event instanceof Event.Call call && texts.isPassedOn(call));
        for (Event event : events) {
            if (event instanceof Event.Call call) {
                follow(call);
            }
        }
        for (Found each : found) {
            each.statement = new Statement(each.id, each.event.at(), each.writes, Map.copyOf(each.given));
        }
        place();
    }

    private void statement(Event event) {
        if (!(event instanceof Event.Call call) || isTextWork(call)) {
            return;
        }
        for (int i = 0; i < call.arguments().size() && i < 3; i++) {
            Template text = texts.of(call.arguments().get(i));
            if (text == null) {
                continue;
            }
            List<RowWrite> writes = SqlReader.read(text.text(), asked);
            if (!writes.isEmpty()) {
                Found made = new Found(found.size(), call, writes);
                found.add(made);
                byOrigin.put(call, made);
                for (int hole = 0; hole < text.holes().size(); hole++) {
                    made.given.put(Template.holeKey(hole), text.holes().get(hole));
                }
                arguments(made, call.arguments().subList(i + 1, call.arguments().size()));
                return;
            }
        }
    }

    private static boolean isTextWork(Event.Call call) {
        String owner = call.method().owner().simple();
        return owner.startsWith("String")
                || owner.equals("Objects")
                || owner.endsWith("Logger")
                || owner.equals("Log")
                || owner.equals("Assert")
                || owner.equals("Pattern");
    }

    /** What is given to the placeholders in the call that is given the text. */
    private void arguments(Found made, List<Value> rest) {
        List<Value> flat = rest;
        for (Value value : rest) {
            Event origin = origin(value, made.event);
            if (origin instanceof Event.Combine array && array.operator() == Event.Operator.ARRAY) {
                flat = array.parts();
            } else if (origin instanceof Event.Call list
                    && Set.of("of", "asList", "ofEntries")
                            .contains(list.method().name())) {
                if (isKeyed(list.arguments())) {
                    for (int i = 0; i + 1 < list.arguments().size(); i += 2) {
                        made.given.put(
                                key(list.arguments().get(i)), list.arguments().get(i + 1));
                    }
                } else {
                    flat = list.arguments();
                }
            } else if (origin instanceof Event.Create || origin instanceof Event.Call) {
                byOrigin.putIfAbsent(base(origin), made);
                keyedCreation(made, base(origin));
            } else if (value instanceof Value.LambdaBody lambda) {
                byLambda.put(lambda.id(), made);
            }
        }
        for (int i = 0; i < flat.size(); i++) {
            made.given.putIfAbsent(String.valueOf(i + 1), flat.get(i));
        }
    }

    /** {@code new MapSqlParameterSource("status", status)}. */
    private void keyedCreation(Found made, Event origin) {
        if (origin instanceof Event.Create create && create.arguments().size() == 2 && isKeyed(create.arguments())) {
            made.given.put(key(create.arguments().get(0)), create.arguments().get(1));
        }
    }

    private static boolean isKeyed(List<Value> arguments) {
        return arguments.size() >= 2
                && arguments.size() % 2 == 0
                && arguments.get(0) instanceof Value.Literal literal
                && literal.value() instanceof String text
                && !text.isEmpty()
                && text.chars().allMatch(Character::isJavaIdentifierPart)
                && Character.isLowerCase(text.charAt(0));
    }

    private static String key(Value value) {
        return value instanceof Value.Literal literal ? String.valueOf(literal.value()) : "";
    }

    /** The event a value comes from, as it is known just before another; null when it comes from outside. */
    private Event origin(Value value, Event before) {
        Value at = value;
        for (int steps = 0; steps < 20; steps++) {
            Event made = texts.definitions().of(at);
            if (made != null && !(made instanceof Event.Copy)) {
                return made instanceof Event.Combine cast && cast.operator() == Event.Operator.CAST
                        ? origin(cast.parts().get(0), before)
                        : made;
            }
            if (made instanceof Event.Copy copy) {
                at = copy.from();
            } else if (at instanceof Value.Variable variable) {
                Event.Copy latest = null;
                for (Event.Copy copy : copies.getOrDefault(variable.id(), List.of())) {
                    if (latest == null || SqlTexts.BY_END.compare(copy, before) <= 0) {
                        latest = copy;
                    }
                }
                if (latest == null
                        || latest.from() instanceof Value.Null
                                && latest == copies.get(variable.id()).get(0)) {
                    return null;
                }
                at = latest.from();
            } else {
                return null;
            }
        }
        return null;
    }

    /** Where a fluent chain begins. */
    private Event base(Event event) {
        Event at = event;
        for (int steps = 0; steps < 2_000; steps++) {
            if (byOrigin.containsKey(at) || !(at instanceof Event.Call call) || call.receiver() == null) {
                return at;
            }
            Event receiver = origin(call.receiver(), call);
            if (!(receiver instanceof Event.Call) && !(receiver instanceof Event.Create)) {
                return at;
            }
            at = receiver;
        }
        return at;
    }

    /** A call on a statement, or on what its placeholders are given with. */
    private void follow(Event.Call call) {
        Found on = byOrigin.containsKey(call) ? byOrigin.get(call) : statementOf(call);
        if (on == null || !(byOrigin.containsValue(on))) {
            Found set = setter(call);
            on = set == null ? on : set;
        }
        if (on == null || !found.contains(on) || CLOSING.contains(call.method().name())) {
            return;
        }
        bind(on, call);
        on.reaches(call);
    }

    private Found statementOf(Event.Call call) {
        if (call.receiver() == null) {
            return null;
        }
        if (call.receiver() instanceof Value.Variable variable) {
            for (var lambda : graph.lambdas()) {
                if (byLambda.containsKey(lambda.id()) && lambda.parameters().contains(variable)) {
                    return byLambda.get(lambda.id());
                }
            }
        }
        Event origin = origin(call.receiver(), call);
        if (origin == null) {
            return call.receiver() instanceof Value.Variable ? byBase.get(call.receiver()) : null;
        }
        Event base = base(origin);
        Found made = byOrigin.get(base);
        return made != null ? made : byBase.get(baseOf(base));
    }

    private void bind(Found on, Event.Call call) {
        String name = call.method().name();
        if (on.event == call || !BINDING.contains(name) || call.arguments().isEmpty()) {
            return;
        }
        Value key = call.arguments().get(0);
        if (!(key instanceof Value.Literal) || call.arguments().size() < 2 && !name.endsWith("Null")) {
            return;
        }
        Value value = name.endsWith("Null") ? Value.NULL : call.arguments().get(1);
        on.bound.put(call, new Step.Bound(null, key(key), value));
    }

    /** {@code set(column, value)} on something that is no statement of a text. */
    private Found setter(Event.Call call) {
        if (!call.method().name().equals("set") || call.arguments().size() != 2) {
            return null;
        }
        String column = Columns.nameOf(call.arguments().get(0), texts.definitions());
        if (column.isEmpty() || call.receiver() == null) {
            return null;
        }
        Event origin = origin(call.receiver(), call);
        Event base = origin == null ? null : base(origin);
        Object owner = base == null ? call.receiver() : baseOf(base);
        Found made = byBase.get(owner);
        if (made == null) {
            made = new Found(found.size(), call, new ArrayList<>());
            byBase.put(owner, made);
            found.add(made);
        }
        String table = Columns.tableOf(base, call, texts.definitions());
        String key = "set " + made.writes.size();
        made.writes.add(
                new RowWrite(table, false, List.of(new RowWrite.Column(column, new SqlValue.Placeholder(key)))));
        made.bound.put(call, new Step.Bound(null, key, call.arguments().get(1)));
        return made;
    }

    private static Object baseOf(Event base) {
        return base instanceof Event.Call call ? call.to() : base instanceof Event.Create create ? create.to() : base;
    }

    private void place() {
        for (Block block : graph.blocks()) {
            for (int i = 0; i < block.events().size(); i++) {
                Event event = block.events().get(i);
                List<Step> here = new ArrayList<>();
                for (Found each : found) {
                    each.bound.forEach((at, bound) -> {
                        if (at.equals(event)) {
                            here.add(new Step.Bound(each.statement, bound.key(), bound.value()));
                        }
                    });
                    if (each.writes.stream().flatMap(w -> w.columns().stream()).anyMatch(c -> asked.test(c.name()))
                            && each.last.equals(event)) {
                        here.add(new Step.Run(each.statement));
                    }
                }
                if (!here.isEmpty()) {
                    steps.put(position(block.id(), i), here);
                }
            }
        }
    }
}
