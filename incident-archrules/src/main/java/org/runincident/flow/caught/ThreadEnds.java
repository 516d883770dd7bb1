package org.runincident.flow.caught;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.runincident.code.TypeName;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Handler;
import org.runincident.flow.Lambda;
import org.runincident.flow.Program;
import org.runincident.flow.Value;

/**
 * Handlers whose thread ends behind them. The code of a thread's own {@code run}, and a program's {@code main}, own the thread:
 * when they return, nobody is left to look at the interrupt flag.
 */
final class ThreadEnds {
    private static final TypeName THREAD = TypeName.resolved("java.lang.Thread");

    private final Program program;

    ThreadEnds(Program program) {
        this.program = program;
    }

    /** Whether the thread ends on the way from the end of a path in a handler: the way does not lead back into the {@code try}. */
    boolean endsBehind(EventGraph graph, Handler handler, PathEnd end) {
        Optional<Lambda> lambda = around(graph, handler);
        boolean owned =
                lambda.isPresent() ? isGivenToThread(graph, lambda.get()) : isRunOfThread(graph) || isMain(graph);
        if (!owned) {
            return false;
        }
        if (end.kind() == PathEnd.Kind.RETURNS) {
            return true;
        }
        int exit = lambda.map(Lambda::exit).orElse(-1);
        Set<Integer> ahead = new HashSet<>(Regions.between(graph, end.block(), exit));
        ahead.retainAll(handler.tried());
        return end.kind() == PathEnd.Kind.LEAVES && ahead.isEmpty();
    }

    private boolean isRunOfThread(EventGraph graph) {
        return graph.method().name().equals("run")
                && graph.parameters().isEmpty()
                && isThread(TypeName.resolved(graph.method().key().owner()));
    }

    /** The main method of a program: its thread is asked by nobody once it returns. */
    private static boolean isMain(EventGraph graph) {
        return graph.method().isStatic()
                && graph.method().name().equals("main")
                && graph.method().key().parameterTypes().equals(List.of("String[]"));
    }

    private boolean isThread(TypeName type) {
        return type.is(THREAD.text())
                || program.declarations().isSubtype(type, THREAD).isYes();
    }

    /** The innermost lambda the handler stands in. */
    private static Optional<Lambda> around(EventGraph graph, Handler handler) {
        return graph.lambdas().stream()
                .filter(lambda ->
                        Regions.between(graph, lambda.entry(), lambda.exit()).contains(handler.entry())
                                || lambda.at().contains(handler.at()))
                .reduce((outer, inner) -> outer.at().contains(inner.at()) ? inner : outer);
    }

    private boolean isGivenToThread(EventGraph graph, Lambda lambda) {
        return graph.blocks().stream()
                .flatMap(block -> block.events().stream())
                .anyMatch(event -> event instanceof Event.Create create
                        && isThread(create.type())
                        && create.arguments().stream()
                                .anyMatch(
                                        a -> a instanceof Value.LambdaBody body && graph.lambda(body.id()) == lambda));
    }
}
