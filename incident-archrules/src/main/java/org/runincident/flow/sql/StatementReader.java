package org.runincident.flow.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.runincident.flow.Block;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Value;
import org.runincident.flow.sql.RowStatements.Position;
import org.runincident.flow.sql.RowStatements.Statement;
import org.runincident.flow.sql.RowStatements.Step;

/** Gathers the statements of one method: their texts, what is bound to them, and where they run. */
final class StatementReader {

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
    private final ValueOrigins origins;
    private final Predicate<String> asked;
    private final Map<Event, Found> byOrigin = new IdentityHashMap<>();
    private final Map<Object, Found> byBase = new HashMap<>();
    private final Map<Integer, Found> byLambda = new HashMap<>();
    private final List<Found> found = new ArrayList<>();

    StatementReader(EventGraph graph, Predicate<String> asked) {
        this.graph = graph;
        this.asked = asked;
        this.texts = new SqlTexts(graph);
        this.origins = new ValueOrigins(graph, texts.definitions());
    }

    /** What each event does to statements of interest. */
    Map<Position, List<Step>> read() {
        List<Event> events = SqlTexts.inSourceOrder(graph);
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
        return placed();
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
            Event origin = origins.of(value, made.event);
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
        Event origin = origins.of(call.receiver(), call);
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
        Event origin = origins.of(call.receiver(), call);
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

    /** Where a fluent chain begins: at a statement, or as far back as is known. */
    private Event base(Event event) {
        return origins.chainStart(event, byOrigin::containsKey);
    }

    private static Object baseOf(Event base) {
        return base instanceof Event.Call call ? call.to() : base instanceof Event.Create create ? create.to() : base;
    }

    private Map<Position, List<Step>> placed() {
        Map<Position, List<Step>> steps = new HashMap<>();
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
                    steps.put(new Position(block.id(), i), here);
                }
            }
        }
        return steps;
    }
}
