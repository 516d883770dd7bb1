package org.runincident.flow.sql;

import java.util.List;
import org.runincident.code.TypeName;
import org.runincident.flow.Definitions;
import org.runincident.flow.Event;
import org.runincident.flow.Value;

/** Which column an expression names: {@code "status"}, {@code JOB.STATUS}, {@code root.get(Job_.status)}, {@code Job::getStatus}. */
final class Columns {

    private Columns() {}

    /** The column's name; empty when the expression names none. */
    static String nameOf(Value value, Definitions definitions) {
        if (value instanceof Value.Literal literal) {
            return literal.value() instanceof String text && isName(text)
                    ? text.substring(text.lastIndexOf('.') + 1)
                    : "";
        }
        if (value instanceof Value.Constant constant) {
            return constant.name();
        }
        if (value instanceof Value.MethodReference reference) {
            return property(reference.method().name());
        }
        Event made = definitions.of(value);
        if (made instanceof Event.Get get) {
            return get.field();
        }
        if (made instanceof Event.Call call && call.arguments().size() <= 1) {
            String method = call.method().name();
            if (call.arguments().isEmpty()) {
                return isName(method) ? property(method) : "";
            }
            return List.of("get", "field", "column", "path", "attribute", "name", "col", "getPath", "property")
                            .contains(method)
                    ? nameOf(call.arguments().get(0), definitions)
                    : "";
        }
        return "";
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() < 60
                && text.chars().allMatch(c -> Character.isJavaIdentifierPart(c) || c == '.');
    }

    private static String property(String method) {
        boolean getter = method.startsWith("get") && method.length() > 3 && Character.isUpperCase(method.charAt(3));
        return getter ? Character.toLowerCase(method.charAt(3)) + method.substring(4) : method;
    }

    /** The table or entity that is written, as far as the chain tells; else empty. */
    static String tableOf(Event base, Event.Call setter, Definitions definitions) {
        Event at = setter;
        String outer = "";
        for (int steps = 0; steps < 200 && at instanceof Event.Call call; steps++) {
            Event next = definitions.of(call.receiver());
            if (List.of("update", "insertInto", "createCriteriaUpdate", "mergeInto", "lambdaUpdate", "into", "from")
                    .contains(call.method().name())) {
                for (Value argument : call.arguments()) {
                    String name = entity(argument, definitions);
                    if (!name.isEmpty()) {
                        return name;
                    }
                }
            }
            at = next == null && at != base ? base : next;
        }
        if (base instanceof Event.Call call) {
            for (Value argument : call.arguments()) {
                outer = outer.isEmpty() ? entity(argument, definitions) : outer;
            }
        }
        if (outer.isEmpty() && setter.arguments().get(0) instanceof Value.MethodReference reference) {
            return reference.method().owner().simple();
        }
        return outer.isEmpty() ? ofColumn(setter.arguments().get(0), definitions) : outer;
    }

    private static String entity(Value value, Definitions definitions) {
        if (value instanceof Value.Constant constant) {
            return constant.name().equals("class") ? constant.owner().simple() : constant.name();
        }
        if (value instanceof Value.Literal literal && literal.value() instanceof String text) {
            return isName(text) ? text : "";
        }
        if (definitions.of(value) instanceof Event.Get get) {
            return get.field();
        }
        TypeName type = value.type();
        boolean query = type.simple().length() > 2
                && type.simple().startsWith("Q")
                && Character.isUpperCase(type.simple().charAt(1));
        return query ? type.simple().substring(1) : "";
    }

    /** {@code JOB} of {@code JOB.STATUS}. */
    private static String ofColumn(Value column, Definitions definitions) {
        if (definitions.of(column) instanceof Event.Get get) {
            String owner = definitions.nameOf(get.receiver());
            return owner.isEmpty() ? get.owner().simple() : owner;
        }
        return column instanceof Value.Constant constant ? constant.owner().simple() : "";
    }
}
