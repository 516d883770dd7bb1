package org.runincident.flow.caught;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.MethodKey;
import org.runincident.code.TypeName;
import org.runincident.flow.Block;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Handler;
import org.runincident.flow.MethodRef;
import org.runincident.flow.Program;
import org.runincident.vocabulary.ExceptionTypes;
import org.runincident.vocabulary.Vocabulary;

/**
 * Where exceptions that steer a project's control flow can come from, through any number of calls. The project names them;
 * where it names none, nothing is looked for.
 *
 * <p>They are unchecked as a rule, so that no throws clause tells: what a call can throw is read from the bodies behind it,
 * and from throws clauses besides.
 */
final class ControlFlow {
    private final Program program;
    private final ExceptionTypes types;
    private final Overrides overrides;
    private final Map<MethodKey, Set<TypeName>> thrown = new LinkedHashMap<>();

    ControlFlow(Program program, Vocabulary vocabulary) {
        this.program = program;
        this.types = vocabulary.exceptionTypes();
        this.overrides = new Overrides(program);
        if (types.namesControlFlow()) {
            toFixedPoint();
        }
    }

    private void toFixedPoint() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (EventGraph graph : program.graphs()) {
                changed |= thrown.computeIfAbsent(graph.method().key(), key -> new LinkedHashSet<>())
                        .addAll(letOut(graph));
            }
        }
    }

    /** Where the first such exception comes from that the handler is the first to take; empty when none does. */
    Optional<PathNote> reaching(EventGraph graph, Handler handler) {
        if (!types.namesControlFlow() || handler.kind() != Handler.Kind.CATCH) {
            return Optional.empty();
        }
        return into(graph, handler)
                .or(() -> handler.caught().stream()
                        .filter(this::steers)
                        .map(type -> new PathNote(handler.at(), "`" + type.simple() + "` arrives"))
                        .findFirst());
    }

    private Optional<PathNote> into(EventGraph graph, Handler handler) {
        return handler.tried().stream()
                .flatMap(block -> graph.block(block).events().stream()
                        .flatMap(event -> of(event, graph).stream()
                                .filter(type -> taker(graph, block, type) == handler)
                                .map(type -> note(event, type))))
                .min(Comparator.comparing(PathNote::at).thenComparing(PathNote::text));
    }

    private static PathNote note(Event event, TypeName type) {
        String what = event instanceof Event.Call call ? "`" + call.method().name() + "` may throw" : "throws";
        return new PathNote(event.at(), what + " `" + type.simple() + "`");
    }

    private Set<TypeName> letOut(EventGraph graph) {
        Set<Integer> inLambdas = new HashSet<>();
        graph.lambdas().forEach(lambda -> inLambdas.addAll(Regions.between(graph, lambda.entry(), lambda.exit())));
        Set<TypeName> out = new LinkedHashSet<>();
        for (Block block : graph.blocks()) {
            if (!inLambdas.contains(block.id())) {
                for (Event event : block.events()) {
                    of(event, graph).stream()
                            .filter(type -> taker(graph, block.id(), type) == null)
                            .forEach(out::add);
                }
            }
        }
        return out;
    }

    private Set<TypeName> of(Event event, EventGraph graph) {
        if (event instanceof Event.Throw end) {
            return steers(end.value().type()) ? Set.of(end.value().type()) : thrownOn(end, graph);
        }
        if (event instanceof Event.Create create) {
            return of(create.method());
        }
        return event instanceof Event.Call call ? of(call.method()) : Set.of();
    }

    /** A broad clause that throws on what it has caught. */
    private Set<TypeName> thrownOn(Event.Throw end, EventGraph graph) {
        Set<TypeName> on = new LinkedHashSet<>();
        for (Handler handler : graph.handlers()) {
            if (end.value().equals(handler.variable()) && handler.kind() == Handler.Kind.CATCH) {
                handler.tried().stream()
                        .flatMap(block -> graph.block(block).events().stream())
                        .filter(event -> !(event instanceof Event.Throw))
                        .forEach(event -> on.addAll(of(event, graph)));
            }
        }
        return on;
    }

    private Set<TypeName> of(MethodRef method) {
        MethodDeclaration declaration = method.declaration();
        if (declaration == null) {
            return Set.of();
        }
        Set<TypeName> found = new LinkedHashSet<>(thrownBy(declaration.key()));
        declaration.thrown().stream().filter(this::steers).forEach(found::add);
        for (EventGraph override : overrides.of(declaration, method.owner())) {
            found.addAll(thrown.getOrDefault(override.method().key(), Set.of()));
        }
        return found;
    }

    /** Asks for the body, so that whoever watches the program knows whose body had a say. */
    private Set<TypeName> thrownBy(MethodKey method) {
        return program.graph(method).isPresent() ? thrown.getOrDefault(method, Set.of()) : Set.of();
    }

    /** The first clause around a block that takes the exception; null when none does. */
    private Handler taker(EventGraph graph, int block, TypeName type) {
        List<Handler> around = graph.handlers().stream()
                .filter(h -> h.kind() == Handler.Kind.CATCH && h.tried().contains(block))
                .sorted(Comparator.comparing(Handler::at))
                .toList();
        return around.stream()
                .filter(h -> h.caught().stream().anyMatch(caught -> takes(caught, type)))
                .findFirst()
                .orElse(null);
    }

    private boolean takes(TypeName caught, TypeName type) {
        return types.isAboveInterruption(caught)
                || caught.equals(type)
                || program.declarations().isSubtype(type, caught).isYes();
    }

    private boolean steers(TypeName type) {
        return types.isControlFlow(type, program.declarations());
    }
}
