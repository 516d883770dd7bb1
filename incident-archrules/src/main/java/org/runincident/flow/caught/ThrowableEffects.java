package org.runincident.flow.caught;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.MethodKey;
import org.runincident.flow.Block;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.MethodRef;
import org.runincident.flow.Program;
import org.runincident.flow.Value;
import org.runincident.vocabulary.Vocabulary;
import org.runincident.vocabulary.Words;

/**
 * Summaries of methods that are given an exception, made from their bodies on demand. A summary depends on the method and
 * on how many further calls may be followed, never on who asked first; so the order of questions does not matter.
 */
final class ThrowableEffects {
    private static final int FRAMES = 4;
    private static final int NO_PARAMETER = -1;

    private record Question(EventGraph graph, int parameter) {
        @Override
        public boolean equals(Object o) {
            return o instanceof Question q && q.graph == graph && q.parameter == parameter;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(graph) * 31 + parameter;
        }
    }

    private final Program program;
    private final Vocabulary vocabulary;
    private final Overrides overrides;
    private final Set<String> droppingWords;
    private final Captures captures;
    private final ThrowableEffects deeper;
    private final Map<Question, ThrowableEffect> known = new HashMap<>();
    private final Map<MethodKey, Boolean> telling = new HashMap<>();

    ThrowableEffects(Program program, Vocabulary vocabulary) {
        this(program, vocabulary, new Overrides(program), new Captures(program), FRAMES);
    }

    private ThrowableEffects(
            Program program, Vocabulary vocabulary, Overrides overrides, Captures captures, int frames) {
        this.program = program;
        this.vocabulary = vocabulary;
        this.overrides = overrides;
        this.captures = captures;
        this.droppingWords = vocabulary.lists().words("droppingHelpers");
        this.deeper = frames == 0 ? null : new ThrowableEffects(program, vocabulary, overrides, captures, frames - 1);
    }

    /** What anonymous and local classes see of the methods around them. */
    Captures captures() {
        return captures;
    }

    /** What the callee does with the strongest holder among the arguments; null when its body is not at hand. */
    ThrowableEffect of(MethodRef method, List<Value> arguments, Path path) {
        int best = -1;
        Holding strongest = null;
        for (int i = 0; i < arguments.size(); i++) {
            Holding holding = path.holding(arguments.get(i));
            if (holding != null && (strongest == null || holding.compareTo(strongest) > 0)) {
                strongest = holding;
                best = i;
            }
        }
        if (best < 0 || strongest == Holding.SELF && takesText(method, best)) {
            return null;
        }
        return effect(method, best);
    }

    /** An exception is no String: where a type could not be seen, another overload is meant. */
    private static boolean takesText(MethodRef method, int argument) {
        MethodDeclaration declaration = method.declaration();
        return declaration != null
                && argument < declaration.parameters().size()
                && declaration.parameters().get(argument).type().is("java.lang.String");
    }

    /** What the callee does when it is given nothing of the exception; null when its body is not at hand. */
    ThrowableEffect ofNothing(MethodRef method) {
        return effect(method, NO_PARAMETER);
    }

    private ThrowableEffect effect(MethodRef method, int argument) {
        MethodDeclaration declaration = method.declaration();
        // What an abstract method is for is decided elsewhere: a listener or callback that is given it has it.
        if (deeper == null || declaration == null || declaration.isAbstract()) {
            return null;
        }
        Optional<EventGraph> body = program.graph(declaration.key());
        if (body.isEmpty() || isStub(declaration, body.get())) {
            return null;
        }
        if (argument == NO_PARAMETER && !matters(body.get())) {
            return null;
        }
        ThrowableEffect effect = summary(body.get(), argument);
        if (effect != null && !declaration.isConstructor()) {
            for (EventGraph override : overrides.of(declaration, method.owner())) {
                ThrowableEffect other = summary(override, argument);
                effect = other == null ? effect : effect.or(other);
            }
        }
        return effect;
    }

    /** Whether a method that is given nothing can still matter: it cannot return, or speaks of interruptions. */
    private boolean matters(EventGraph body) {
        return telling.computeIfAbsent(body.method().key(), k -> {
            boolean returns = Regions.between(body, 0, -1).stream().anyMatch(b -> canEnd(body.block(b)));
            return !returns || speaksOfInterruption(body);
        });
    }

    private static boolean canEnd(Block block) {
        boolean leaves = block.edges().stream().allMatch(e -> e.kind() == Edge.Kind.THROWN);
        return leaves && block.events().stream().noneMatch(e -> e instanceof Event.Throw);
    }

    private static boolean speaksOfInterruption(EventGraph body) {
        return body.blocks().stream()
                .flatMap(b -> b.events().stream())
                .anyMatch(e -> e instanceof Event.Call call
                        && Words.of(call.method().name()).contains("interrupt"));
    }

    /** An empty body: subclasses are meant to fill it, or nobody has yet. Its name may say that it is meant to be empty. */
    private boolean isStub(MethodDeclaration declaration, EventGraph body) {
        return Words.of(declaration.name()).stream().noneMatch(droppingWords::contains)
                && body.blocks().stream()
                        .allMatch(b -> b.events().stream()
                                .allMatch(e -> e instanceof Event.Return || e instanceof Event.Caught));
    }

    private ThrowableEffect summary(EventGraph graph, int argument) {
        int parameter = Math.min(argument, graph.parameters().size() - 1);
        if (argument != NO_PARAMETER && parameter < 0) {
            return null;
        }
        Question question = new Question(graph, argument == NO_PARAMETER ? NO_PARAMETER : parameter);
        ThrowableEffect effect = known.get(question);
        if (effect == null) {
            effect = compute(graph, question.parameter());
            known.put(question, effect);
        }
        return effect;
    }

    private ThrowableEffect compute(EventGraph graph, int parameter) {
        Map<Value, Holding> held =
                parameter == NO_PARAMETER ? Map.of() : Map.of(graph.parameters().get(parameter), Holding.SELF);
        HeldWalk walk = new HeldWalk(program, vocabulary, graph, deeper);
        List<PathEnd> ends = new ArrayList<>(walk.from(0, Path.start(held, true), block -> true));
        Use use = Use.NONE;
        String level = "";
        boolean printed = false;
        Holding returned = null;
        Holding thrown = null;
        boolean completes = ends.isEmpty() || walk.isCutShort();
        boolean neverReturns = !completes && ends.stream().noneMatch(PathEnd::completes);
        boolean answers = !ends.isEmpty();
        for (PathEnd end : ends) {
            use = Use.stronger(use, end.path().use());
            level = level.isEmpty() ? end.path().logLevel() : level;
            printed |= end.path().isPrinted();
            if (end.completes()) {
                completes = true;
                answers &= !end.path().isInterruptOpen();
                returned = Holding.stronger(returned, end.returned());
            } else {
                answers &= !neverReturns || !end.path().isInterruptOpen();
                thrown = Holding.stronger(thrown, end.returned());
            }
        }
        return new ThrowableEffect(use, level, printed, returned, thrown, completes, answers);
    }
}
