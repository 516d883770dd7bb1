package org.runincident.flow.caught;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.runincident.code.Answer;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.TypeName;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Handler;
import org.runincident.flow.Lambda;
import org.runincident.flow.Program;
import org.runincident.flow.Value;
import org.runincident.vocabulary.ExceptionTypes;
import org.runincident.vocabulary.Vocabulary;

/** Whether a task that is handed to an executor can end with an exception, as far as its body can be seen. */
public final class TaskBodies {
    private static final Set<String> ENTRIES = Set.of("run", "call", "get");

    private final Program program;
    private final ExceptionTypes types;

    public TaskBodies(Program program, Vocabulary vocabulary) {
        this.program = program;
        this.types = vocabulary.exceptionTypes();
    }

    /** UNKNOWN when the body cannot be seen. */
    public Answer mayFail(EventGraph graph, AsyncChains chains, Value task) {
        if (task instanceof Value.LambdaBody lambda) {
            Lambda body = graph.lambda(lambda.id());
            return answer(graph, lambdaBlocks(graph, body));
        }
        if (task instanceof Value.MethodReference reference) {
            return mayFail(reference.method().declaration());
        }
        if (chains.maker(task).orElse(null) instanceof Event.Create create) {
            return mayFail(create.type());
        }
        return Answer.UNKNOWN;
    }

    private Answer mayFail(TypeName type) {
        for (String entry : ENTRIES) {
            for (MethodDeclaration method : program.declarations().methods(type, entry, 0)) {
                if (!method.isAbstract()) {
                    return mayFail(method);
                }
            }
        }
        return Answer.UNKNOWN;
    }

    /** The same for a method that is run by an executor. */
    public Answer mayFail(MethodDeclaration method) {
        Optional<EventGraph> body = method == null ? Optional.empty() : program.graph(method.key());
        return body.map(g -> answer(g, allBlocks(g))).orElse(Answer.UNKNOWN);
    }

    /** A body fails when something that can throw stands outside of every broad handler. */
    private Answer answer(EventGraph graph, Set<Integer> blocks) {
        Set<Integer> guarded = new HashSet<>();
        for (Handler handler : graph.handlers()) {
            if (handler.kind() == Handler.Kind.CATCH && types.isBroad(handler.caught())) {
                guarded.addAll(handler.tried());
                guarded.addAll(handler.blocks());
            }
        }
        boolean anyGuard = blocks.stream().anyMatch(guarded::contains);
        boolean throwing = blocks.stream()
                .filter(b -> !guarded.contains(b))
                .flatMap(b -> graph.block(b).events().stream())
                .anyMatch(e -> e instanceof Event.Throw || e instanceof Event.Call);
        // A task with a broad handler of its own has thought of failing, even if a line stands before it.
        return throwing && !anyGuard ? Answer.YES : Answer.NO;
    }

    private static Set<Integer> allBlocks(EventGraph graph) {
        Set<Integer> blocks = new HashSet<>();
        graph.blocks().forEach(b -> blocks.add(b.id()));
        return blocks;
    }

    private static Set<Integer> lambdaBlocks(EventGraph graph, Lambda body) {
        Set<Integer> blocks = new HashSet<>(Regions.between(graph, body.entry(), body.exit()));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Handler handler : graph.handlers()) {
                boolean inside = handler.tried().stream().anyMatch(blocks::contains);
                grown |= inside && blocks.addAll(handler.blocks());
            }
        }
        return blocks;
    }
}
