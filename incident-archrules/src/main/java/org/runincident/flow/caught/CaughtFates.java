package org.runincident.flow.caught;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Handler;
import org.runincident.flow.Lambda;
import org.runincident.flow.Program;
import org.runincident.flow.Value;
import org.runincident.vocabulary.ExceptionTypes;
import org.runincident.vocabulary.Vocabulary;

/** Judges handlers by all their paths, from the moment the exception is in hand. */
public final class CaughtFates {
    /** Methods that are called with a result or with a failure. */
    private static final Set<String> RESULT_OR_FAILURE =
            Set.of("onCompletion", "onComplete", "apply", "accept", "handle");

    private final Program program;
    private final Vocabulary vocabulary;
    private final ThrowableEffects effects;
    private final Interruptions interruptions;
    private final ControlFlow controlFlow;
    private final ThreadEnds threadEnds;

    public CaughtFates(Program program, Vocabulary vocabulary) {
        this.program = program;
        this.vocabulary = vocabulary;
        this.effects = new ThrowableEffects(program, vocabulary);
        this.interruptions = new Interruptions(program, vocabulary);
        this.controlFlow = new ControlFlow(program, vocabulary);
        this.threadEnds = new ThreadEnds(program);
    }

    /** The fate of the exception a handler of that graph is given. */
    public CaughtFate of(EventGraph graph, Handler handler) {
        Optional<PathNote> steering = controlFlow.reaching(graph, handler);
        if (steering.isPresent()) {
            CaughtFate fate = of(graph, handler, steering, true);
            if (fate.losesControl()) {
                return fate;
            }
        }
        return of(graph, handler, interruption(graph, handler), false);
    }

    private CaughtFate of(EventGraph graph, Handler handler, Optional<PathNote> source, boolean steers) {
        Map<Value, Holding> held = handler.variable() == null ? Map.of() : Map.of(handler.variable(), Holding.SELF);
        HeldWalk walk = new HeldWalk(program, vocabulary, graph, effects);
        List<Verdict> verdicts = new ArrayList<>();
        Path start = Path.start(held, source.isPresent()).without(besides(graph, handler));
        if (steers) {
            start.untilThrown();
        }
        source.ifPresent(from -> start.note(from.at(), from.text()));
        start.note(handler.at(), caughtText(handler));
        Set<Integer> exits = new TreeSet<>();
        for (PathEnd end : walk.from(handler.entry(), start, handler.blocks()::contains)) {
            verdicts.add(judge(graph, handler, walk, end));
            if (end.kind() == PathEnd.Kind.LEAVES) {
                exits.add(end.block());
            }
        }
        LastErrors loops = new LastErrors(graph);
        return withGivingUp(worst(untilGivenUp(handler, verdicts, loops), steers), loops.givingUp(handler, exits));
    }

    /**
     * The paths that count. In a retry loop that throws, records or logs the exception when it gives up, those that only
     * lead to the next attempt do not: its failure is the next one's.
     */
    private static List<Verdict> untilGivenUp(Handler handler, List<Verdict> verdicts, LastErrors loops) {
        List<Verdict> last = verdicts.stream()
                .filter(v -> !(v.use() == Use.NONE
                        && v.end().kind() == PathEnd.Kind.LEAVES
                        && !v.losesInterrupt()
                        && loops.triesAgain(handler, v.end().block())))
                .toList();
        boolean kept = last.stream()
                .anyMatch(v -> v.use().compareTo(Use.LOGGED) >= 0 && v.end().kind() != PathEnd.Kind.LEAVES);
        return kept ? last : verdicts;
    }

    /** What became of the exception at the end of one path. */
    private record Verdict(Use use, boolean losesInterrupt, boolean losesCause, PathEnd end) {
        int rank() {
            return losesInterrupt ? 0 : losesCause ? 1 : 2 + use.ordinal();
        }
    }

    private Verdict judge(EventGraph graph, Handler handler, HeldWalk walk, PathEnd end) {
        Use use = end.path().use();
        boolean open = end.path().isInterruptOpen();
        boolean onlyInterruption = handler.caught().stream().allMatch(this::isInterruption);
        boolean asksAtAll = onlyInterruption || use == Use.NONE;
        if (asksAtAll && end.path().isInterruptAnswered()) {
            // The flag says all that the exception said.
            use = Use.PROPAGATED;
        }
        if (end.kind() == PathEnd.Kind.LOSES_CAUSE && end.path().isConfirmed()) {
            return new Verdict(use, open, true, end);
        }
        if (end.returned() != null && end.kind() == PathEnd.Kind.RETURNS) {
            use = Use.stronger(use, end.returned().keepsException() ? Use.RECORDED : Use.TEXT_RECORDED);
        }
        if (end.kind() == PathEnd.Kind.LEAVES && handler.kind() == Handler.Kind.CATCH) {
            for (PathEnd later : afterwards(graph, handler, walk, end)) {
                if (later.caughtInside()) {
                    continue;
                }
                use = Use.stronger(use, later.path().use());
                open &= later.path().isInterruptOpen();
                if (onlyInterruption && later.path().isInterruptAnswered()) {
                    use = Use.PROPAGATED;
                }
                if (later.returned() != null && later.kind() == PathEnd.Kind.RETURNS) {
                    use = Use.stronger(use, Use.RECORDED);
                }
            }
        }
        boolean answered = end.path().mustBeThrown()
                ? isDealtWith(handler, use)
                : use != Use.NONE && threadEnds.endsBehind(graph, handler, end);
        return new Verdict(use, open && !answered, false, end);
    }

    /** A clause that names an exception which steers the control flow, and uses what it says, is where it was meant to go. */
    private boolean isDealtWith(Handler handler, Use use) {
        ExceptionTypes types = vocabulary.exceptionTypes();
        boolean named = handler.caught().stream().allMatch(t -> types.isControlFlow(t, program.declarations()));
        return named && (use == Use.TEXT_RECORDED || use.compareTo(Use.RECORDED) >= 0);
    }

    /**
     * What can still become of it behind the handler: a variable that remembers it may be thrown after a loop, a flag may
     * be set again in {@code finally}. One way that does is enough; code of other handlers does not count.
     */
    private List<PathEnd> afterwards(EventGraph graph, Handler handler, HeldWalk walk, PathEnd end) {
        Map<Value, Holding> kept = new HashMap<>();
        end.path().held().forEach((value, holding) -> {
            if (value instanceof Value.Variable && !value.equals(handler.variable())) {
                kept.put(value, holding);
            }
        });
        if (kept.isEmpty() && !end.path().isInterruptOpen()) {
            return List.of();
        }
        Set<Integer> others = new HashSet<>();
        for (Handler other : graph.handlers()) {
            if (other != handler && !other.blocks().contains(handler.entry())) {
                others.addAll(other.blocks());
            }
        }
        return walk.from(end.block(), end.path().goingOn(kept), b -> !others.contains(b));
    }

    private static CaughtFate withGivingUp(CaughtFate fate, Optional<Span> givingUp) {
        if (givingUp.isEmpty() || fate.use().compareTo(Use.LOGGED) >= 0) {
            return fate;
        }
        List<PathNote> path = new ArrayList<>(fate.path());
        path.add(new PathNote(givingUp.get(), "the loop gives up with a new exception that does not know of it"));
        return new CaughtFate(
                fate.use(),
                fate.best(),
                fate.losesControl(),
                fate.losesInterrupt(),
                fate.losesCause(),
                true,
                fate.logLevel(),
                path);
    }

    private CaughtFate worst(List<Verdict> verdicts, boolean steers) {
        if (verdicts.isEmpty()) {
            // A handler that never ends normally or by a throw of its own: an endless loop.
            return new CaughtFate(Use.RECORDED, Use.RECORDED, false, false, false, false, "", List.of());
        }
        Verdict worst =
                verdicts.stream().min(Comparator.comparingInt(Verdict::rank)).orElseThrow();
        Use use = verdicts.stream()
                .map(Verdict::use)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        String level = verdicts.stream()
                .map(v -> v.end().path().logLevel())
                .filter(l -> !l.isEmpty())
                .findFirst()
                .orElse("");
        return new CaughtFate(
                use,
                verdicts.stream()
                        .map(Verdict::use)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                steers && worst.losesInterrupt(),
                !steers && worst.losesInterrupt(),
                worst.losesCause(),
                false,
                level,
                Trail.inOrder(worst.end().path().trail()));
    }

    /** Where an interruption that the handler takes can come from; empty when none can. */
    private Optional<PathNote> interruption(EventGraph graph, Handler handler) {
        if (handler.kind() == Handler.Kind.CALLBACK) {
            return Optional.empty();
        }
        ExceptionTypes types = vocabulary.exceptionTypes();
        Optional<PathNote> source = interruptions.reaching(graph, handler).map(CaughtFates::waiting);
        boolean named = handler.caught().stream().anyMatch(this::isInterruption);
        return source.isEmpty() && named && !interruptions.cannotCome(graph, handler)
                ? Optional.of(new PathNote(handler.at(), "an interruption arrives"))
                : source;
    }

    private boolean isInterruption(TypeName type) {
        return vocabulary.exceptionTypes().isInterruption(type, program.declarations());
    }

    private static PathNote waiting(Event event) {
        String what = event instanceof Event.Call call
                ? "`" + call.method().name() + "` may be interrupted"
                : "may be interrupted here";
        return new PathNote(event.at(), what);
    }

    /** The other parameters of a callback that is given a result or a failure: null when there is a failure. */
    private static Set<Value> besides(EventGraph graph, Handler handler) {
        Set<Value> besides = new HashSet<>();
        if (handler.kind() == Handler.Kind.CALLBACK) {
            for (Lambda lambda : graph.lambdas()) {
                int index = lambda.parameters().indexOf(handler.variable());
                if (index > 0) {
                    besides.addAll(lambda.parameters().subList(0, index));
                }
            }
            int index = graph.parameters().indexOf(handler.variable());
            if (index > 0 && RESULT_OR_FAILURE.contains(handler.callback().name())) {
                besides.addAll(graph.parameters().subList(0, index));
            }
        }
        return besides;
    }

    private static String caughtText(Handler handler) {
        if (handler.kind() == Handler.Kind.CALLBACK) {
            return "the failure reaches `" + handler.callback().name() + "`";
        }
        String types = String.join(
                " | ", handler.caught().stream().map(t -> t.simple()).toList());
        return "`" + types + "` is caught";
    }
}
