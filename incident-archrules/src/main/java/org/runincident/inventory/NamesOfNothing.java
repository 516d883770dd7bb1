package org.runincident.inventory;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.runincident.code.Span;
import org.runincident.flow.Block;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.EventValues;
import org.runincident.flow.Handler;
import org.runincident.flow.Program;
import org.runincident.flow.Value;
import org.runincident.vocabulary.ExceptionRationales;

/**
 * Names that say of a callback that it does nothing: of the field or variable it is put into, of the method that gives it
 * back, of the class it is written in. Whoever picks {@code Listener.NO_OP} has decided.
 */
final class NamesOfNothing {
    private final Program program;
    private final ExceptionRationales rationales;
    private Map<String, List<EventGraph>> bodiesByFile;

    NamesOfNothing(Program program, ExceptionRationales rationales) {
        this.program = program;
        this.rationales = rationales;
    }

    /** The name that says so; empty when none does. */
    Optional<String> of(EventGraph graph, Handler handler) {
        if (handler.kind() != Handler.Kind.CALLBACK) {
            return Optional.empty();
        }
        boolean asMethod = graph.parameters().contains(handler.variable());
        String owner = graph.method().key().owner();
        Optional<String> put = asMethod ? ofCreated(graph, handler.at()) : ofResult(graph, handler.at());
        return put.or(() -> ofClasses(owner, asMethod));
    }

    /** What the object that an anonymous class makes is put into; its class body stands inside of the creation. */
    private Optional<String> ofCreated(EventGraph method, Span at) {
        EventGraph around = null;
        Event.Create nearest = null;
        for (EventGraph graph : bodiesOf(method.file())) {
            for (Block block : graph.blocks()) {
                for (Event event : block.events()) {
                    if (event instanceof Event.Create create
                            && create.at().contains(at)
                            && (nearest == null || nearest.at().contains(create.at()))) {
                        around = graph;
                        nearest = create;
                    }
                }
            }
        }
        return nearest == null ? Optional.empty() : nameOf(around, nearest.to());
    }

    /** Of its own file alone: whatever is edited there, all of it is judged anew. */
    private synchronized List<EventGraph> bodiesOf(String file) {
        if (bodiesByFile == null) {
            bodiesByFile = program.graphs().stream().collect(Collectors.groupingBy(EventGraph::file));
        }
        return bodiesByFile.getOrDefault(file, List.of());
    }

    /** What the result of the call that is given a function is put into. */
    private Optional<String> ofResult(EventGraph graph, Span at) {
        return graph.blocks().stream()
                .flatMap(block -> block.events().stream())
                .filter(event ->
                        event instanceof Event.Call call && call.nameAt().equals(at))
                .map(event -> ((Event.Call) event).to())
                .findFirst()
                .flatMap(made -> nameOf(graph, made));
    }

    /** Follows a value through casts, choices and calls that take it. */
    private Optional<String> nameOf(EventGraph graph, Value made) {
        Set<Value> same = new HashSet<>(Set.of(made));
        for (Block block : graph.blocks()) {
            for (Event event : block.events()) {
                List<Value> read = EventValues.read(event);
                if (read.stream().anyMatch(same::contains)) {
                    String name = target(graph, event);
                    if (rationales.saysNothingIsDone(name)) {
                        return Optional.of(name);
                    }
                    Value.Temp result = EventValues.result(event);
                    if (result != null && !(event instanceof Event.Get)) {
                        same.add(result);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String target(EventGraph graph, Event event) {
        if (event instanceof Event.Put put) {
            return put.field();
        } else if (event instanceof Event.Copy copy && copy.to() instanceof Value.Variable variable) {
            return variable.name();
        }
        return event instanceof Event.Return end && end.lambda() < 0
                ? graph.method().name()
                : "";
    }

    /** Of the classes around it only an unmistakable name counts: {@code EmptyTrash} does something. */
    private Optional<String> ofClasses(String owner, boolean asMethod) {
        String[] parts = owner.split("[.$]");
        for (int i = parts.length - 1; i >= 0; i--) {
            boolean its = asMethod && i == parts.length - 1;
            if (its ? rationales.saysNothingIsDone(parts[i]) : rationales.saysNoOperation(parts[i])) {
                return Optional.of(parts[i]);
            }
        }
        return Optional.empty();
    }
}
