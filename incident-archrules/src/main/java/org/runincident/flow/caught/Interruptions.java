package org.runincident.flow.caught;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
import org.runincident.flow.Lambda;
import org.runincident.flow.MethodRef;
import org.runincident.flow.Program;
import org.runincident.flow.Value;
import org.runincident.vocabulary.ExceptionTypes;
import org.runincident.vocabulary.Vocabulary;

/**
 * Where an {@code InterruptedException} can come from, through any number of calls.
 *
 * <p>A call may be interrupted when its callee names {@code InterruptedException} in its throws clause, or when it names a
 * supertype and a body behind it can be seen to let one out. A supertype in a throws clause alone proves nothing.
 */
final class Interruptions {
    private final Program program;
    private final ExceptionTypes types;
    private final Set<String> waits;
    private final Overrides overrides;
    private final Map<MethodKey, EventGraph> bodies = new HashMap<>();
    private final Map<TypeName, Boolean> known = new HashMap<>();
    private final Set<MethodKey> interruptible = new HashSet<>();

    Interruptions(Program program, Vocabulary vocabulary) {
        this.program = program;
        this.types = vocabulary.exceptionTypes();
        this.waits = vocabulary.lists().words("interruptibleCalls");
        this.overrides = new Overrides(program);
        program.graphs().stream()
                .filter(g -> declaresAbove(g.method().thrown()))
                .forEach(g -> bodies.put(g.method().key(), g));
        toFixedPoint();
    }

    private void toFixedPoint() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Map.Entry<MethodKey, EventGraph> body : bodies.entrySet()) {
                if (!interruptible.contains(body.getKey()) && letsOneOut(body.getValue())) {
                    interruptible.add(body.getKey());
                    changed = true;
                }
            }
        }
    }

    /** The first thing in the tried block, by position, whose interruption the handler is the first to take. */
    Optional<Event> reaching(EventGraph graph, Handler handler) {
        if (handler.caught().stream().noneMatch(types::takesInterruption)) {
            return Optional.empty();
        }
        List<Handler> order = inOrder(graph);
        List<Event> found = new ArrayList<>();
        for (int block : handler.tried()) {
            if (taker(order, block) == handler) {
                for (Event event : graph.block(block).events()) {
                    boolean waits = mayInterrupt(event, graph) && !DoneFutures.isAsked(graph, block, event);
                    if (waits || throwsOneOn(event, graph)) {
                        found.add(event);
                    }
                }
            }
        }
        return found.stream().min(Comparator.comparing(Event::at));
    }

    /** Whether all that seems to wait in the tried block is a future that is done: a clause is there for the compiler. */
    boolean cannotCome(EventGraph graph, Handler handler) {
        boolean done = false;
        for (int block : handler.tried()) {
            for (Event event : graph.block(block).events()) {
                if (mayInterrupt(event, graph)) {
                    if (!DoneFutures.isAsked(graph, block, event)) {
                        return false;
                    }
                    done = true;
                }
            }
        }
        return done;
    }

    private boolean letsOneOut(EventGraph graph) {
        List<Handler> order = inOrder(graph);
        Set<Integer> inLambdas = blocksOfLambdas(graph);
        for (Block block : graph.blocks()) {
            if (inLambdas.contains(block.id()) || taker(order, block.id()) != null) {
                continue;
            }
            for (Event event : block.events()) {
                boolean waits = mayInterrupt(event, graph) && !DoneFutures.isAsked(graph, block.id(), event);
                if (waits || rethrowsOne(event, graph)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A catch variable thrown as it is, in a handler that an interruption can reach. */
    private boolean rethrowsOne(Event event, EventGraph graph) {
        return event instanceof Event.Throw end
                && graph.handlers().stream()
                        .anyMatch(h -> end.value().equals(h.variable())
                                && h.kind() == Handler.Kind.CATCH
                                && reaching(graph, h).isPresent());
    }

    /** An inner clause for interruptions throws its own on, and has not set the flag. */
    private boolean throwsOneOn(Event event, EventGraph graph) {
        return event instanceof Event.Throw end
                && graph.handlers().stream()
                        .anyMatch(h -> end.value().equals(h.variable())
                                && h.caught().stream().allMatch(this::isInterruption)
                                && !setsFlag(h, graph));
    }

    private static boolean setsFlag(Handler handler, EventGraph graph) {
        return handler.blocks().stream()
                .flatMap(b -> graph.block(b).events().stream())
                .anyMatch(e ->
                        e instanceof Event.Call call && call.method().name().equals("interrupt"));
    }

    private boolean isInterruption(TypeName type) {
        return known.computeIfAbsent(type, t -> types.isInterruption(t, program.declarations()));
    }

    private boolean mayInterrupt(Event event, EventGraph graph) {
        if (event instanceof Event.Throw end) {
            return isInterruption(end.value().type()) && !isCatchVariable(end.value(), graph);
        }
        if (event instanceof Event.Create create) {
            return mayInterrupt(create.method());
        }
        return event instanceof Event.Call call && mayInterrupt(call.method());
    }

    private static boolean isCatchVariable(Value value, EventGraph graph) {
        return graph.handlers().stream().anyMatch(h -> value.equals(h.variable()));
    }

    private boolean mayInterrupt(MethodRef method) {
        MethodDeclaration declaration = method.declaration();
        if (declaration == null) {
            return isKnownWait(method);
        }
        if (declaration.thrown().stream().anyMatch(this::isInterruption)) {
            return true;
        }
        if (!declaresAbove(declaration.thrown())) {
            return false;
        }
        return isInterruptible(declaration.key())
                || overrides.of(declaration, method.owner()).stream()
                        .anyMatch(g -> interruptible.contains(g.method().key())
                                || g.method().thrown().stream().anyMatch(this::isInterruption));
    }

    /** Asks for the body, so that whoever watches the program knows whose body had a say. */
    private boolean isInterruptible(MethodKey method) {
        return program.graph(method).isPresent() && interruptible.contains(method);
    }

    /** Waiting calls by name, for receivers whose class file is not at hand. */
    private boolean isKnownWait(MethodRef method) {
        return waits.stream().anyMatch(wait -> {
            int hash = wait.indexOf('#');
            return method.name().equals(wait.substring(hash + 1))
                    && method.owner().simple().endsWith(wait.substring(0, hash));
        });
    }

    private boolean declaresAbove(Collection<TypeName> thrown) {
        return thrown.stream().anyMatch(t -> types.isAboveInterruption(t) || isInterruption(t));
    }

    /** The first clause that takes an interruption out of a block; inner and earlier clauses stand before others. */
    private Handler taker(List<Handler> order, int block) {
        for (Handler handler : order) {
            if (handler.tried().contains(block) && handler.caught().stream().anyMatch(types::takesInterruption)) {
                return handler;
            }
        }
        return null;
    }

    private static List<Handler> inOrder(EventGraph graph) {
        return graph.handlers().stream()
                .filter(h -> h.kind() == Handler.Kind.CATCH)
                .sorted(Comparator.comparing(Handler::at))
                .toList();
    }

    private static Set<Integer> blocksOfLambdas(EventGraph graph) {
        Set<Integer> blocks = new HashSet<>();
        for (Lambda lambda : graph.lambdas()) {
            blocks.addAll(Regions.between(graph, lambda.entry(), lambda.exit()));
        }
        return blocks;
    }
}
