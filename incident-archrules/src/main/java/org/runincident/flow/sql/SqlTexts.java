package org.runincident.flow.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.runincident.flow.Definitions;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Value;
import org.runincident.vocabulary.Words;

/**
 * The texts a method puts together: literals, concatenations, formats, appended builders. All branches are taken to add
 * their part, in the order of the source; so a statement built piece by piece shows all columns it may write.
 */
public final class SqlTexts {

    private static final int DEEPEST = 40;
    private static final int LONGEST = 20_000;

    private static final Set<String> UNCHANGED = Set.of(
            "toString",
            "strip",
            "trim",
            "stripIndent",
            "stripLeading",
            "stripTrailing",
            "intern",
            "toLowerCase",
            "toUpperCase",
            "replace",
            "replaceAll",
            "replaceFirst",
            "translateEscapes",
            "indent");
    /** First words of methods that make a statement of a text, or run it. */
    private static final Set<String> EXECUTING = Set.of(
            "prepare", "create", "update", "execute", "exec", "query", "batch", "insert", "merge", "native", "sql",
            "run", "do");

    private static final Set<String> APPENDING = Set.of("append", "concat");

    private final Definitions definitions;
    private final Map<Integer, List<Value>> written = new HashMap<>();
    private final Map<Integer, List<Event.Call>> appended = new HashMap<>();
    private final Set<Event.Call> passed = new HashSet<>();

    public SqlTexts(EventGraph graph) {
        definitions = new Definitions(graph);
        for (Event event : inSourceOrder(graph)) {
            if (event instanceof Event.Copy copy && copy.to() instanceof Value.Variable variable) {
                written.computeIfAbsent(variable.id(), v -> new ArrayList<>()).add(copy.from());
            } else if (event instanceof Event.Copy copy && copy.to() instanceof Value.Temp temp) {
                written.computeIfAbsent(-1 - temp.id(), v -> new ArrayList<>()).add(copy.from());
            } else if (event instanceof Event.Call call
                    && APPENDING.contains(call.method().name())
                    && call.arguments().size() == 1
                    && root(call) instanceof Value.Variable variable) {
                appended.computeIfAbsent(variable.id(), v -> new ArrayList<>()).add(call);
            }
        }
    }

    /** All events by the end of their text: blocks are not in the order of the source. */
    static List<Event> inSourceOrder(EventGraph graph) {
        List<Event> events = new ArrayList<>();
        graph.blocks().forEach(block -> events.addAll(block.events()));
        events.sort(BY_END);
        return events;
    }

    static final Comparator<Event> BY_END = Comparator.comparingInt(
                    (Event event) -> event.at().endLine())
            .thenComparingInt(event -> event.at().endColumn());

    /** What is known of a text; null when it is no text at all. */
    public Template of(Value value) {
        Template.Builder text = new Template.Builder();
        return add(value, text, new HashSet<>(), 0) ? text.build() : null;
    }

    /** Calls that hand a text on to another; known once {@link #of} was asked. */
    public boolean isPassedOn(Event.Call call) {
        return passed.contains(call);
    }

    /** The events and copies a value comes from. */
    Definitions definitions() {
        return definitions;
    }

    private Value root(Event.Call call) {
        Value receiver = call.receiver();
        for (int i = 0; i < 2_000 && definitions.of(receiver) instanceof Event.Call inner; i++) {
            if (!APPENDING.contains(inner.method().name())) {
                return receiver;
            }
            receiver = inner.receiver();
        }
        return receiver;
    }

    /** @return false when the value is known to be no text */
    private boolean add(Value value, Template.Builder text, Set<Object> open, int depth) {
        if (value instanceof Value.Literal literal) {
            text.add(String.valueOf(literal.value()));
            return true;
        }
        if (depth > DEEPEST || value == null || value instanceof Value.Null || !open.add(value)) {
            return false;
        }
        boolean known = value instanceof Value.Variable variable
                ? variable(variable, text, open, depth)
                : value instanceof Value.Temp temp && temp(temp, text, open, depth);
        open.remove(value);
        return known;
    }

    private void part(Value value, Template.Builder text, Set<Object> open, int depth) {
        Template.Builder part = new Template.Builder();
        if (add(value, part, open, depth + 1) && part.build().text().length() < LONGEST) {
            text.add(part.build());
        } else {
            text.add(value);
        }
    }

    private boolean variable(Value.Variable variable, Template.Builder text, Set<Object> open, int depth) {
        List<Value> all = written.getOrDefault(variable.id(), List.of());
        List<Event.Call> more = appended.getOrDefault(variable.id(), List.of());
        boolean known = false;
        for (Value from : all) {
            // In sql = sql + part the variable itself is what stands there already.
            if (definitions.of(from) instanceof Event.Combine sum && sum.parts().contains(variable)) {
                for (Value part : sum.parts()) {
                    if (!part.equals(variable)) {
                        part(part, text, open, depth);
                    }
                }
            } else if (known) {
                text.add(" ");
                add(from, text, open, depth + 1);
            } else {
                known = add(from, text, open, depth + 1);
            }
        }
        for (Event.Call call : more) {
            known = true;
            part(call.arguments().get(0), text, open, depth);
        }
        return known;
    }

    private boolean temp(Value.Temp temp, Template.Builder text, Set<Object> open, int depth) {
        List<Value> choices = written.get(-1 - temp.id());
        if (choices != null) {
            // Of a conditional text the first branch stands for both.
            return add(choices.get(0), text, open, depth + 1);
        }
        Event made = definitions.of(temp);
        if (made instanceof Event.Combine sum) {
            if (sum.operator() == Event.Operator.CAST) {
                return add(sum.parts().get(0), text, open, depth + 1);
            }
            if (sum.operator() == Event.Operator.CONCAT || sum.operator() == Event.Operator.ARRAY) {
                String between = sum.operator() == Event.Operator.ARRAY ? " " : "";
                for (int i = 0; i < sum.parts().size(); i++) {
                    text.add(i == 0 ? "" : between);
                    part(sum.parts().get(i), text, open, depth);
                }
                return !sum.parts().isEmpty();
            }
            return false;
        }
        if (made instanceof Event.Create create) {
            String type = create.type().simple();
            if (!type.equals("StringBuilder") && !type.equals("StringBuffer") && !type.equals("String")) {
                return false;
            }
            create.arguments().forEach(argument -> {
                if (argument instanceof Value.Literal literal && !(literal.value() instanceof String)) {
                    return; // a capacity
                }
                part(argument, text, open, depth);
            });
            return true;
        }
        return made instanceof Event.Call call && call(call, text, open, depth);
    }

    private boolean call(Event.Call call, Template.Builder text, Set<Object> open, int depth) {
        String name = call.method().name();
        List<Value> arguments = call.arguments();
        if (call.receiver() != null && UNCHANGED.contains(name)) {
            return add(call.receiver(), text, open, depth + 1);
        }
        if (call.receiver() != null && APPENDING.contains(name) && arguments.size() == 1) {
            if (!add(call.receiver(), text, open, depth + 1)) {
                return false;
            }
            part(arguments.get(0), text, open, depth);
            return true;
        }
        if (name.equals("formatted") && call.receiver() != null) {
            return format(call.receiver(), arguments, text, open, depth);
        }
        if (name.equals("format") && !arguments.isEmpty()) {
            return format(arguments.get(0), arguments.subList(1, arguments.size()), text, open, depth);
        }
        if (name.equals("join") && arguments.size() > 1) {
            Template.Builder separator = new Template.Builder();
            add(arguments.get(0), separator, open, depth + 1);
            for (int i = 1; i < arguments.size(); i++) {
                if (i > 1) {
                    text.add(separator.build());
                }
                part(arguments.get(i), text, open, depth);
            }
            return true;
        }
        if (isShaper(call) && add(arguments.get(0), text, open, depth + 1)) {
            passed.add(call);
            return true;
        }
        return false;
    }

    /** A helper that is given one text and gives it back in another shape: with a prefix filled in, say. */
    private static boolean isShaper(Event.Call call) {
        boolean text = call.to().type().isUnknown() || call.to().type().is("java.lang.String");
        List<String> words = Words.of(call.method().name());
        return text
                && call.arguments().size() == 1
                && !words.isEmpty()
                && !EXECUTING.contains(words.get(0))
                && !words.get(words.size() - 1).equals("statement");
    }

    private boolean format(Value pattern, List<Value> values, Template.Builder text, Set<Object> open, int depth) {
        Template.Builder written = new Template.Builder();
        if (!add(pattern, written, open, depth + 1) || !written.build().holes().isEmpty()) {
            return false;
        }
        List<Value> given = values;
        if (values.size() == 1
                && definitions.of(values.get(0)) instanceof Event.Combine array
                && array.operator() == Event.Operator.ARRAY) {
            given = array.parts();
        }
        String[] pieces = written.build().text().split("%(?:\\d+\\$)?[-#+ 0,(]*\\d*(?:\\.\\d+)?[sdSnfx]", -1);
        for (int i = 0; i < pieces.length; i++) {
            text.add(pieces[i].replace("%%", "%"));
            if (i < pieces.length - 1) {
                if (i < given.size()) {
                    part(given.get(i), text, open, depth);
                } else {
                    text.add(" ");
                }
            }
        }
        return true;
    }
}
