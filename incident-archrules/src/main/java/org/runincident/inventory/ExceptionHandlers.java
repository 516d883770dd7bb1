package org.runincident.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.runincident.code.Answer;
import org.runincident.code.Place;
import org.runincident.code.TypeName;
import org.runincident.flow.ErrorCallbacks;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.EventValues;
import org.runincident.flow.Handler;
import org.runincident.flow.Program;
import org.runincident.flow.Value;
import org.runincident.flow.caught.AsyncChains;
import org.runincident.flow.caught.CaughtFate;
import org.runincident.flow.caught.CaughtFates;
import org.runincident.flow.caught.HandedCallbacks;
import org.runincident.flow.caught.HandlerBodies;
import org.runincident.flow.caught.PathNote;
import org.runincident.flow.caught.Use;
import org.runincident.inventory.ExceptionHandler.Fate;
import org.runincident.vocabulary.ExceptionRationales;
import org.runincident.vocabulary.Vocabulary;

/** Builds the inventory of exception handlers: each catch clause and callback with what it does to the exception. */
public final class ExceptionHandlers {
    private final Program program;
    private final CaughtFates fates;
    private final Vocabulary vocabulary;
    private final OwnListeners listeners;
    private final NamesOfNothing names;
    private final HandedCallbacks handed;

    private ExceptionHandlers(Program program, Vocabulary vocabulary) {
        this.fates = new CaughtFates(program, vocabulary);
        this.program = program;
        this.vocabulary = vocabulary;
        this.handed = new HandedCallbacks(program, vocabulary.lists());
        this.listeners = new OwnListeners(program);
        this.names = new NamesOfNothing(program, vocabulary.exceptionRationales());
    }

    /** All handlers of the audited files, sorted by place. */
    public static List<ExceptionHandler> of(Program program, Vocabulary vocabulary) {
        ExceptionHandlers handlers = new ExceptionHandlers(program, vocabulary);
        List<ExceptionHandler> found = new ArrayList<>();
        for (EventGraph graph : program.graphs()) {
            if (program.isAudited(graph.file())) {
                found.addAll(handlers.in(graph));
            }
        }
        return worstByPlace(found);
    }

    /** A handler inside of {@code finally} is there once for each way out; the worst of its fates stands for it. */
    private static List<ExceptionHandler> worstByPlace(List<ExceptionHandler> found) {
        Map<Place, ExceptionHandler> byPlace = new TreeMap<>();
        for (ExceptionHandler handler : found) {
            byPlace.merge(handler.at(), handler, (a, b) -> a.fate().compareTo(b.fate()) <= 0 ? a : b);
        }
        return List.copyOf(byPlace.values());
    }

    private List<ExceptionHandler> in(EventGraph graph) {
        AsyncChains chains = new AsyncChains(graph, vocabulary.lists());
        List<ExceptionHandler> found = new ArrayList<>();
        graph.handlers().stream()
                .filter(this::takesFailure)
                .filter(handler ->
                        !handler.emptyBody() || !isMethod(graph, handler) || listeners.isAskedFor(graph.method()))
                .forEach(handler -> found.add(judge(graph, handler, chains)));
        chains.droppedErrors().stream()
                .filter(call -> !call.method().name().equals(graph.method().name()))
                .forEach(call -> found.add(valueForm(graph, call)));
        return found;
    }

    /** Not every {@code handle} is about failures: where the type of the parameter is known, it says so. */
    private boolean takesFailure(Handler handler) {
        return handler.kind() == Handler.Kind.CATCH
                || handler.caught().stream()
                        .noneMatch(type -> program.declarations().isSubtype(type, TypeName.THROWABLE) == Answer.NO);
    }

    /** An operator that puts a value in the place of a failure: a handler that is never given one. */
    private static ExceptionHandler valueForm(EventGraph graph, Event.Call call) {
        Place at = new Place(graph.file(), call.nameAt());
        String name = call.method().name();
        return new ExceptionHandler(
                at,
                graph.method().key(),
                List.of(TypeName.THROWABLE),
                true,
                "",
                Fate.DROPPED,
                "",
                "",
                List.of(new Step(at, "`" + name + "` is given no failure")),
                name,
                false);
    }

    private ExceptionHandler judge(EventGraph graph, Handler handler, AsyncChains chains) {
        CaughtFate fate = fates.of(graph, handler);
        String variable = handler.variable() == null ? "" : handler.variable().name();
        boolean broad = isBroad(handler, chains);
        String rationale = rationale(graph, handler, variable, broad);
        Fate end = chains.failureGoesOn(handler) || handed.failureGoesOn(handler)
                ? goingOn(fate)
                : fate(graph, fate, handler, chains, broad, rationale);
        List<Step> path = new ArrayList<>(steps(graph.file(), fate.path()));
        if (end == Fate.EMPTY && !handler.emptyBody()) {
            path.add(new Step(new Place(graph.file(), handler.body()), "nobody looks at the answer"));
        }
        return new ExceptionHandler(
                new Place(graph.file(), handler.at()),
                graph.method().key(),
                handler.caught(),
                broad,
                variable,
                end,
                end == Fate.EXPLAINED && rationale.isEmpty() ? named(variable) : rationale,
                fate.logLevel(),
                path,
                handler.callback() == null ? "" : handler.callback().name(),
                isMethod(graph, handler));
    }

    /** {@code otherwise(value)} of a future is {@code otherwise(failure -> value)}: who calls it has decided. */
    private static boolean isOperatorItself(EventGraph graph, Handler handler) {
        return handler.kind() == Handler.Kind.CALLBACK
                && !graph.parameters().contains(handler.variable())
                && ErrorCallbacks.isKnown(handler.callback().name())
                && handler.callback().name().equals(graph.method().name());
    }

    /** A callback takes whatever comes, unless the call names a class or a test of what it is to take. */
    private boolean isBroad(Handler handler, AsyncChains chains) {
        return handler.kind() == Handler.Kind.CATCH
                ? vocabulary.exceptionTypes().isBroad(handler.caught())
                : !chains.isChosen(handler);
    }

    /** A callback written as a method is given the failure in one of the method's parameters. */
    private static boolean isMethod(EventGraph graph, Handler handler) {
        return handler.kind() == Handler.Kind.CALLBACK && graph.parameters().contains(handler.variable());
    }

    private String rationale(EventGraph graph, Handler handler, String variable, boolean broad) {
        ExceptionRationales rationales = vocabulary.exceptionRationales();
        return rationales
                .inComments(handler.comments())
                .or(() -> rationales.inDocumentation(handler.documentation()))
                .or(() -> HandlerBodies.isExpected(graph, handler, vocabulary)
                        ? Optional.of("the guarded part ends in a call that must not be reached")
                        : Optional.empty())
                .or(() -> HandlerBodies.isLookup(graph, handler)
                        ? Optional.of("the guarded part only looks whether something is there")
                        : Optional.empty())
                .or(() -> broad && HandlerBodies.isParse(graph, handler)
                        ? Optional.of("the guarded part only parses a text")
                        : Optional.empty())
                .or(() -> HandlerBodies.givenUpTo(graph, handler, vocabulary).map(name -> "given to `" + name + "`"))
                .or(() -> isOperatorItself(graph, handler)
                        ? Optional.of("`" + handler.callback().name() + "` with a fixed answer is defined here")
                        : Optional.empty())
                .or(() ->
                        handler.emptyBody() ? names.of(graph, handler).map(ExceptionHandlers::named) : Optional.empty())
                .orElseGet(() ->
                        isTelling(variable, handler, broad) && HandlerBodies.onlyYields(graph, handler, vocabulary)
                                ? named(variable)
                                : "");
    }

    private static String named(String name) {
        return "named `" + name + "`";
    }

    /** Its name says that it is not wanted, and it is not used. */
    private boolean isUnwanted(EventGraph graph, Handler handler, boolean broad) {
        Value exception = handler.variable();
        return exception != null
                && (isTelling(handler.variable().name(), handler, broad)
                        || handler.comments().contains(Handler.MARKED_UNUSED))
                && handler.blocks().stream()
                        .flatMap(block -> graph.block(block).events().stream())
                        .noneMatch(event -> EventValues.read(event).contains(exception));
    }

    /** {@code _} says that the variable is not wanted, which is not yet a reason to catch everything. */
    private boolean isTelling(String variable, Handler handler, boolean broad) {
        return vocabulary.exceptionRationales().isTelling(variable, handler.caught()) || variable.equals("_") && !broad;
    }

    /** Whatever the callback does, the failure is still in the future behind it. */
    private static Fate goingOn(CaughtFate fate) {
        return fate.losesCause() ? Fate.CAUSE_LOST : Fate.PROPAGATED;
    }

    private Fate fate(
            EventGraph graph, CaughtFate fate, Handler handler, AsyncChains chains, boolean broad, String rationale) {
        boolean dropsCancellation = fate.use() == Use.NONE
                && !fate.losesCause()
                && rationale.isEmpty()
                && handler.caught().stream().anyMatch(vocabulary.exceptionTypes()::isCancellation)
                && !HandlerBodies.answers(graph, handler, vocabulary);
        if (fate.losesControl()) {
            return Fate.CONTROL_FLOW_LOST;
        }
        boolean says = vocabulary.exceptionRationales().speaksOfFlag(handler.comments());
        if (fate.losesInterrupt() && !says || dropsCancellation) {
            return Fate.INTERRUPT_LOST;
        }
        // Nothing is in flight in a method that is handed a failure: what it throws itself is another matter.
        if (fate.losesCause() && !isMethod(graph, handler)) {
            return HandlerBodies.isImpossible(graph, handler)
                    ? Fate.PROPAGATED
                    : isUnwanted(graph, handler, broad) ? Fate.EXPLAINED : Fate.CAUSE_LOST;
        }
        boolean dropsBroad = broad && fate.use() == Use.NONE;
        if (fate.losesLastError() && rationale.isEmpty() && !dropsBroad && !handler.emptyBody()) {
            return Fate.LAST_ERROR_LOST;
        }
        // Of a specific type, a branch that goes on without it is an answer as good as the one that keeps it.
        boolean narrow = !broad && fate.best().compareTo(Use.TEXT_RECORDED) >= 0;
        // A callback is called without a failure, too, and its tests for that are many: one use is enough.
        boolean callback = handler.kind() == Handler.Kind.CALLBACK && fate.best() != Use.NONE;
        boolean occasional = fate.best().compareTo(Use.LOGGED) >= 0 && HandlerBodies.choosesOccasion(graph, handler);
        boolean answered = fate.use() == Use.NONE && (narrow || callback || occasional);
        if (handler.kind() == Handler.Kind.CALLBACK
                && fate.best() == Use.NONE
                && (chains.isObservedBefore(handler)
                        || HandlerBodies.passesAnother(graph, handler, program, vocabulary))) {
            return Fate.RECORDED;
        }
        return switch (answered ? fate.best() : fate.use()) {
            case NONE ->
                !rationale.isEmpty()
                        ? Fate.EXPLAINED
                        : handler.emptyBody() || HandlerBodies.onlyAsks(graph, handler, vocabulary)
                                ? Fate.EMPTY
                                : Fate.DROPPED;
            case TEXT_LOGGED -> rationale.isEmpty() ? Fate.MESSAGE_ONLY : Fate.EXPLAINED;
            case LOGGED -> Fate.LOGGED;
            case INSPECTED, TEXT_RECORDED, RECORDED -> Fate.RECORDED;
            case PROPAGATED -> Fate.PROPAGATED;
        };
    }

    private static List<Step> steps(String file, List<PathNote> notes) {
        return notes.stream()
                .map(note -> new Step(new Place(file, note.at()), note.text()))
                .toList();
    }
}
