package org.runincident.archrules.bytecode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.runincident.code.Span;
import org.runincident.flow.Condition;
import org.runincident.flow.Dispatch;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.GraphBuilder;
import org.runincident.flow.Value;

/**
 * Finds the tests of one value that follow each other, and describes each chain as a decision. Whether a person wrote
 * {@code else if}, or an {@code if} behind one whose branch does not come back, the code does not tell: where no branch comes
 * back it is taken for a row of ifs.
 */
final class IfChains {
    private final GraphBuilder graph;
    private final Map<Integer, Span> lines;
    private final SourceHints source;
    private final Map<Value, Event> makers = new HashMap<>();
    private final Map<Integer, Test> tests = new HashMap<>();

    /** A block that ends by asking something of a value. */
    private record Test(String subject, Value value, List<Dispatch.Label> labels, boolean guarded, int yes, int no) {
        boolean isComparison() {
            return labels.stream()
                    .anyMatch(l -> !(l instanceof Dispatch.Label.Asked) && !(l instanceof Dispatch.Label.OfNull));
        }
    }

    private record Link(int block, Test test) {}

    private IfChains(Body body) {
        this.graph = body.graph;
        this.lines = body.decisions;
        this.source = body.context.source;
        for (int block = 0; block < graph.size(); block++) {
            for (Event event : graph.eventsOf(block)) {
                Value.Temp made = org.runincident.flow.EventValues.result(event);
                if (made != null && !(event instanceof Event.Copy)) {
                    makers.put(made, event);
                }
            }
        }
    }

    /** Adds the chains of a body to its graph. */
    static void describe(Body body) {
        if (body.decisions.isEmpty()) {
            return;
        }
        IfChains chains = new IfChains(body);
        for (int block = 0; block < chains.graph.size(); block++) {
            Test test = chains.read(block);
            if (test != null) {
                chains.tests.put(block, test);
            }
        }
        Set<Integer> used = new HashSet<>();
        for (int block : new TreeSet<>(chains.tests.keySet())) {
            if (!used.contains(block)) {
                chains.chain(block, used);
            }
        }
    }

    private Test read(int block) {
        List<Edge> edges = graph.edgesOf(block).stream()
                .filter(e -> e.kind() == Edge.Kind.BRANCH)
                .toList();
        if (edges.size() != 2 || !lines.containsKey(block) || edges.get(0).condition() == null) {
            return null;
        }
        Edge yes = edges.get(0).condition().holds() ? edges.get(0) : edges.get(1);
        Edge no = yes == edges.get(0) ? edges.get(1) : edges.get(0);
        if (no.condition() == null || no.condition().holds()) {
            return null;
        }
        Condition condition = yes.condition();
        Value subject = condition.subject();
        Dispatch.Label label = null;
        if (condition instanceof Condition.IsEqual equal) {
            label = label(equal.other());
        } else if (condition instanceof Condition.IsInstance instance) {
            label = new Dispatch.Label.OfType(instance.type(), true);
        } else if (condition instanceof Condition.IsNull) {
            label = new Dispatch.Label.OfNull();
        } else if (condition instanceof Condition.IsTrue && makers.get(subject) instanceof Event.Call call) {
            String name = call.method().name();
            boolean question = name.length() > 2 && (name.startsWith("is") || name.startsWith("has"));
            if (question && call.arguments().isEmpty() && call.receiver() != null) {
                label = new Dispatch.Label.Asked(name);
                subject = call.receiver();
            }
        }
        String path = label == null ? null : path(subject);
        return path == null ? null : new Test(path, subject, List.of(label), false, yes.target(), no.target());
    }

    private static Dispatch.Label label(Value other) {
        if (other instanceof Value.Constant constant) {
            return constant.name().equals("INSTANCE") && constant.owner().equals(constant.type())
                    ? new Dispatch.Label.OfType(constant.owner(), true)
                    : new Dispatch.Label.Named(constant.name());
        }
        return other instanceof Value.Literal literal && !(literal.value() instanceof Boolean)
                ? new Dispatch.Label.OfValue(literal.value())
                : null;
    }

    /** Where a value is read from, when it gives the same each time it is read; null for others. */
    private String path(Value value) {
        if (value instanceof Value.Variable variable) {
            return "v" + variable.id();
        }
        Event made = makers.get(value);
        if (made instanceof Event.Get get) {
            String receiver = get.receiver() == null ? get.owner().text() : path(get.receiver());
            return receiver == null ? null : receiver + "." + get.field();
        }
        if (made instanceof Event.Call call && call.arguments().isEmpty() && call.receiver() != null) {
            String receiver = path(call.receiver());
            return receiver == null || isConsuming(call.method().name())
                    ? null
                    : receiver + "." + call.method().name() + "()";
        }
        return null;
    }

    private static boolean isConsuming(String method) {
        return Set.of("next", "poll", "read", "take", "pop", "remove", "nextToken", "readLine")
                .contains(method);
    }

    private void chain(int first, Set<Integer> used) {
        List<Link> links = new ArrayList<>();
        int at = first;
        while (true) {
            Test test = alternatives(at, used, links.isEmpty() ? null : links.get(0).test.subject);
            if (test == null) {
                break;
            }
            links.add(new Link(at, test));
            at = next(test.no, test.subject);
            if (at < 0
                    || used.contains(at)
                    || reachable(test.yes, Set.of(first)).get(at)) {
                break; // where the branch comes back to the next test, there are two questions
            }
        }
        if (links.size() >= 2 && links.stream().anyMatch(l -> l.test.isComparison())) {
            add(links);
        }
    }

    /** The test at a block, with those that lead to the same branch ({@code ||}), and what must hold besides. */
    private Test alternatives(int block, Set<Integer> used, String subject) {
        Test test = tests.get(block);
        if (test == null || subject != null && !subject.equals(test.subject)) {
            return null;
        }
        used.add(block);
        List<Dispatch.Label> labels = new ArrayList<>(test.labels);
        int yes = test.yes;
        int no = test.no;
        while (true) {
            int following = next(no, test.subject);
            Test other = following < 0 ? null : tests.get(following);
            if (other == null || used.contains(following) || other.yes != yes) {
                break;
            }
            used.add(following);
            labels.addAll(other.labels);
            no = other.no;
        }
        return new Test(test.subject, test.value, labels, isGuard(yes, no), yes, no);
    }

    /** Whether the branch begins with another question whose refusal goes on as if the first had failed. */
    private boolean isGuard(int yes, int no) {
        List<Edge> edges = graph.edgesOf(yes);
        return lines.containsKey(yes)
                && edges.stream().anyMatch(e -> e.kind() == Edge.Kind.BRANCH && e.target() == no)
                && graph.eventsOf(yes).stream().noneMatch(e -> e instanceof Event.Put);
    }

    /** The block of the next test of the same value; only reading it may lie between. -1 when there is none. */
    private int next(int block, String subject) {
        int at = block;
        for (int steps = 0; steps < 6; steps++) {
            Test test = tests.get(at);
            boolean reads = graph.eventsOf(at).stream().allMatch(e -> isRead(e, subject));
            if (!reads) {
                return -1;
            }
            if (test != null) {
                return test.subject.equals(subject) ? at : -1;
            }
            List<Edge> ways = graph.edgesOf(at).stream()
                    .filter(e -> e.kind() != Edge.Kind.THROWN)
                    .toList();
            if (ways.size() != 1 || ways.get(0).kind() != Edge.Kind.NEXT) {
                return -1;
            }
            at = ways.get(0).target();
        }
        return -1;
    }

    private boolean isRead(Event event, String subject) {
        if (event instanceof Event.Get) {
            return true;
        }
        if (event instanceof Event.Call call) {
            String path = path(call.to());
            return path != null && path.startsWith(subject)
                    || path != null && subject.startsWith(path)
                    || Jumps.compares(call.method().name());
        }
        return false;
    }

    private void add(List<Link> links) {
        Link first = links.get(0);
        Link last = links.get(links.size() - 1);
        int rest = last.test.no;
        Set<Integer> entries = new TreeSet<>();
        links.forEach(l -> entries.add(l.test.yes));
        int join = join(entries, rest);
        Set<Integer> blocks = new TreeSet<>();
        links.forEach(l -> blocks.add(l.block));
        boolean comesBack = links.stream()
                        .limit(Math.max(1, links.size() - 1L))
                        .anyMatch(l -> reachable(l.test.yes, blocks).get(join < 0 ? rest : join))
                || links.stream()
                        .skip(1)
                        .anyMatch(l -> source.isElse(at(l.block).line()));
        boolean restFollows =
                entries.stream().anyMatch(e -> reachable(e, blocks).get(rest));
        List<Dispatch.Arm> arms = new ArrayList<>();
        for (Link link : links) {
            arms.add(new Dispatch.Arm(link.test.labels, link.test.guarded, link.test.yes, at(link.block)));
        }
        Span from = at(first.block);
        graph.dispatch(new Dispatch(
                graph.nextDispatch(),
                form(links, comesBack),
                first.test.value,
                first.test.value.type(),
                arms,
                rest,
                restFollows || !comesBack ? Dispatch.RestKind.IMPLICIT : Dispatch.RestKind.EXPLICIT,
                from,
                restFollows ? rest : comesBack && !restFollows ? join : -1,
                List.of(),
                source.around(from.line(), at(last.block).endLine()),
                from,
                new Span(from.line(), 0, at(last.block).endLine(), Integer.MAX_VALUE)));
    }

    private Dispatch.Form form(List<Link> links, boolean comesBack) {
        if (links.stream().allMatch(link -> graph.eventsOf(link.block).stream().anyMatch(IfChains::isCase))) {
            return Dispatch.Form.SWITCH_STATEMENT;
        }
        return comesBack ? Dispatch.Form.IF_CHAIN : Dispatch.Form.IF_ROW;
    }

    /** Groovy compiles a switch to one question after the other. */
    private static boolean isCase(Event event) {
        return event instanceof Event.Call call
                && call.method().name().equals("isCase")
                && call.method().owner().text().startsWith("org.codehaus.groovy.runtime.");
    }

    private Span at(int block) {
        return lines.get(block);
    }

    /** The block where several branches go on; -1 when none does. */
    private int join(Set<Integer> entries, int rest) {
        Map<Integer, Integer> times = new HashMap<>();
        Set<Integer> all = new TreeSet<>(entries);
        all.add(rest);
        for (int entry : all) {
            BitSet reached = reachable(entry, Set.of());
            reached.stream().forEach(b -> times.merge(b, 1, Integer::sum));
        }
        return times.entrySet().stream()
                .filter(e -> e.getValue() == all.size() && !entries.contains(e.getKey()))
                .map(Map.Entry::getKey)
                .min(Integer::compare)
                .orElse(-1);
    }

    private BitSet reachable(int from, Set<Integer> without) {
        BitSet seen = new BitSet();
        List<Integer> work = new ArrayList<>(List.of(from));
        while (!work.isEmpty()) {
            int at = work.remove(work.size() - 1);
            if (!without.contains(at) && !seen.get(at)) {
                seen.set(at);
                graph.edgesOf(at).stream()
                        .filter(e -> e.kind() != Edge.Kind.THROWN)
                        .forEach(e -> work.add(e.target()));
            }
        }
        return seen;
    }
}
