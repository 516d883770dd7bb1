package org.runincident.flow;

import java.util.List;
import java.util.stream.Collectors;

/** A graph as text, one event a line, for tests and for people who ask why. */
public final class GraphPrinter {
    private GraphPrinter() {}

    /** The whole graph: blocks with their events and edges, then handlers, dispatches, lambdas and finally exits. */
    public static String print(EventGraph graph) {
        StringBuilder out = new StringBuilder();
        out.append(graph.method().key()).append('\n');
        for (Block block : graph.blocks()) {
            out.append('B').append(block.id()).append(":\n");
            block.events().forEach(e -> out.append("  ").append(print(e)).append('\n'));
            block.edges().forEach(e -> out.append("  ").append(print(e)).append('\n'));
        }
        graph.handlers().forEach(h -> out.append(print(h)).append('\n'));
        graph.dispatches().forEach(d -> out.append(print(d)).append('\n'));
        graph.lambdas()
                .forEach(l -> out.append("lambda#" + l.id() + l.parameters() + " B" + l.entry() + " to B" + l.exit())
                        .append('\n'));
        graph.finallyExits()
                .forEach(f -> out.append("finally left by " + f.keyword() + (f.guardedThrows() ? ", may lose" : ""))
                        .append('\n'));
        return out.toString();
    }

    /** One event: {@code %3 = task.getStatus()}. */
    public static String print(Event event) {
        if (event instanceof Event.Copy e) {
            return e.to() + " = " + e.from();
        } else if (event instanceof Event.Get e) {
            return e.to() + " = " + (e.receiver() == null ? e.owner().simple() : e.receiver()) + "." + e.field();
        } else if (event instanceof Event.Put e) {
            return (e.receiver() == null ? e.owner().simple() : e.receiver()) + "." + e.field() + " = " + e.value();
        } else if (event instanceof Event.Call e) {
            return (e.resultUsed() ? e.to() + " = " : "")
                    + (e.receiver() == null ? e.method().owner().simple() : e.receiver())
                    + "." + e.method().name() + list(e.arguments());
        } else if (event instanceof Event.Create e) {
            return e.to() + " = new " + e.type().simple() + list(e.arguments());
        } else if (event instanceof Event.Combine e) {
            return e.to() + " = " + e.operator() + list(e.parts());
        } else if (event instanceof Event.Return e) {
            return "return" + (e.lambda() < 0 ? "" : " from lambda#" + e.lambda())
                    + (e.value() == null ? "" : " " + e.value());
        } else if (event instanceof Event.Throw e) {
            return "throw " + e.value();
        } else if (event instanceof Event.Caught e) {
            return "caught " + e.variable() + " by handler#" + e.handler();
        }
        return event.toString();
    }

    /** One edge: {@code -> B4 if status == Status.FAILED}. */
    public static String print(Edge edge) {
        String way = "-> B" + edge.target();
        if (edge.thrown() != null) {
            way += " thrown " + edge.thrown().simple();
        }
        return edge.condition() == null ? way : way + " if " + print(edge.condition());
    }

    /** One condition: {@code status != null}. */
    public static String print(Condition condition) {
        boolean holds = condition.holds();
        if (condition instanceof Condition.IsNull) {
            return condition.subject() + (holds ? " == null" : " != null");
        } else if (condition instanceof Condition.IsEqual c) {
            return c.subject() + (holds ? " == " : " != ") + c.other();
        } else if (condition instanceof Condition.IsInstance c) {
            return (holds ? "" : "not ") + c.subject() + " instanceof "
                    + c.type().simple();
        } else if (condition instanceof Condition.IsOneOf c) {
            return c.subject() + (holds ? " in " : " not in ") + c.labels();
        }
        return (holds ? "" : "not ") + condition.subject();
    }

    private static String print(Handler h) {
        return "handler#" + h.id() + " " + h.kind() + " "
                + h.caught().stream().map(t -> t.simple()).collect(Collectors.joining("|")) + " " + h.variable()
                + " at B" + h.entry() + " blocks " + sorted(h.blocks()) + " tried " + sorted(h.tried())
                + (h.emptyBody() ? " empty" : "")
                + (h.comments().isEmpty() ? "" : " // " + String.join(" / ", h.comments()));
    }

    private static String print(Dispatch d) {
        String arms = d.arms().stream()
                .map(a -> a.labels() + (a.guarded() ? "?" : "") + ":B" + a.entry())
                .collect(Collectors.joining(" "));
        return "dispatch#" + d.id() + " " + d.form() + " on " + d.subject() + " " + arms + " rest " + d.restKind()
                + (d.rest() < 0 ? "" : ":B" + d.rest()) + " join " + (d.join() < 0 ? "none" : "B" + d.join())
                + (d.comments().isEmpty() ? "" : " // " + String.join(" / ", d.comments()));
    }

    private static List<Integer> sorted(java.util.Set<Integer> blocks) {
        return blocks.stream().sorted().toList();
    }

    private static String list(List<Value> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }
}
