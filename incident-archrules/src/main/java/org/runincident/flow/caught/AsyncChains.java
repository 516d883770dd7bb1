package org.runincident.flow.caught;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.runincident.code.TypeName;
import org.runincident.flow.Block;
import org.runincident.flow.Definitions;
import org.runincident.flow.ErrorCallbacks;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.EventValues;
import org.runincident.flow.Handler;
import org.runincident.flow.Value;
import org.runincident.vocabulary.WordLists;

/**
 * Chains of calls on futures, stages and publishers in one graph: what is looked at on the way, and what becomes of the
 * end.
 */
public final class AsyncChains {
    private static final int LONGEST = 30;

    /** Without an argument they only say where the next call stands. */
    private static final Set<String> GROUPS = Set.of("onFailure", "subscribe");

    private final EventGraph graph;
    private Definitions definitions;
    private final Set<String> passing;
    private final Set<String> observers;
    private final Set<String> dropping;
    private final Set<String> broad;

    public AsyncChains(EventGraph graph, WordLists lists) {
        this.graph = graph;
        this.passing = lists.words("passingErrorCallbacks");
        this.observers = lists.words("errorObservers");
        this.dropping = lists.words("errorDroppingOperators");
        this.broad = lists.words("broadExceptions");
    }

    /** Made when somebody asks: most graphs have no chain. */
    private Definitions definitions() {
        if (definitions == null) {
            definitions = new Definitions(graph);
        }
        return definitions;
    }

    /**
     * Whether a failure goes on behind a callback that only sees it pass ({@code whenComplete}): the result is used, or
     * somebody else holds what the callback was added to.
     */
    public boolean failureGoesOn(Handler handler) {
        String method = handler.callback() == null ? "" : handler.callback().name();
        if (!passing.contains(method)) {
            // Of a method that nothing is known of, what it gives back may be asked for the failure.
            return !ErrorCallbacks.isKnown(method)
                    && call(handler).filter(Event.Call::resultUsed).isPresent();
        }
        return call(handler).filter(this::failureGoesOn).isPresent();
    }

    /** The same for a call that is known to let its callback only see the failure pass. */
    boolean failureGoesOn(Event.Call call) {
        return call.resultUsed() || isHeldElsewhere(call.receiver());
    }

    /** Calls that put a value in the place of a failure without giving it to anybody, and nobody before has seen it. */
    public List<Event.Call> droppedErrors() {
        List<Event.Call> found = new ArrayList<>();
        for (Block block : graph.blocks()) {
            for (Event event : block.events()) {
                if (event instanceof Event.Call call && isDropping(call) && !isObservedBefore(call)) {
                    found.add(call);
                }
            }
        }
        return found;
    }

    /** Whether a call earlier in the chain gives the failure to somebody. */
    public boolean isObservedBefore(Event.Call call) {
        return isObserved(call.receiver(), 0);
    }

    /** The same for the call that a callback is given to. */
    public boolean isObservedBefore(Handler handler) {
        return call(handler).filter(this::isObservedBefore).isPresent();
    }

    /**
     * Whether only some failures reach the callback, those that somebody has asked for: the call, or the one before it in
     * the chain, names their class or is given a test of its own.
     */
    public boolean isChosen(Handler handler) {
        Optional<Event.Call> call = call(handler);
        return call.isPresent() && (isFirstATest(call.get(), handler) || isOfSomeFailures(call.get()));
    }

    /** {@code onErrorResume(failure -> failure instanceof NotFound, failure -> none())}. */
    private boolean isFirstATest(Event.Call call, Handler handler) {
        boolean twoFunctions = call.arguments().stream()
                        .filter(a -> a instanceof Value.LambdaBody || a instanceof Value.MethodReference)
                        .count()
                > 1;
        return twoFunctions
                && (call.arguments().get(0) instanceof Value.MethodReference
                                && !definesSuccess(call.method().name())
                        || graph.handlers().stream()
                                .anyMatch(other -> other != handler
                                        && other.at().equals(handler.at())
                                        && other.entry() < handler.entry()));
    }

    private static boolean definesSuccess(String method) {
        return method.equals("subscribe") || method.equals("addCallback") || method.equals("with");
    }

    private boolean isOfSomeFailures(Event.Call call) {
        return namesClass(call)
                || definitions().of(call.receiver()) instanceof Event.Call before
                        && before.method().name().startsWith("onFailure")
                        && !before.arguments().isEmpty();
    }

    private boolean namesClass(Event.Call call) {
        return call.arguments().stream()
                .anyMatch(a -> a.type().is("java.lang.Class")
                        && !(a instanceof Value.Constant named
                                && broad.contains(named.owner().simple())));
    }

    private boolean isObserved(Value chain, int depth) {
        if (depth > LONGEST) {
            return false;
        }
        if (definitions().of(chain) instanceof Event.Call before) {
            return observes(before) || isObserved(before.receiver(), depth + 1);
        }
        return definitions().copiesTo(chain).stream().anyMatch(from -> isObserved(from, depth + 1));
    }

    /** A call that is given nobody to tell ({@code onFailure().recoverWithNull()}) only says where the next one stands. */
    private boolean observes(Event.Call call) {
        String name = call.method().name();
        return observers.contains(name) && (!call.arguments().isEmpty() || !GROUPS.contains(name));
    }

    /** The first call of the chain that a call ends; the call itself when its receiver is no result of a call. */
    public Event.Call root(Event.Call call) {
        Event.Call first = call;
        while (definitions().of(first.receiver()) instanceof Event.Call before) {
            first = before;
        }
        return first;
    }

    /** The event that makes a value; empty for what is no temporary. */
    public Optional<Event> maker(Value value) {
        return Optional.ofNullable(definitions().of(value));
    }

    private Optional<Event.Call> call(Handler handler) {
        return graph.blocks().stream()
                .flatMap(b -> b.events().stream())
                .filter(e -> e instanceof Event.Call call && call.nameAt().equals(handler.at()))
                .map(e -> (Event.Call) e)
                .findFirst();
    }

    private boolean isHeldElsewhere(Value receiver) {
        if (receiver instanceof Value.Variable variable) {
            return variable.role() != Value.Role.LOCAL
                    || reads(variable) > 1
                    || definitions().copiesTo(variable).stream().anyMatch(this::isMadeElsewhere);
        }
        return isMadeElsewhere(receiver);
    }

    /** What a field or a getter gives: a pattern variable, or a local of its own, does not make it anybody's only hold. */
    private boolean isMadeElsewhere(Value receiver) {
        Event made = definitions().of(receiver);
        return made instanceof Event.Get
                || made instanceof Event.Combine cast
                        && cast.operator() == Event.Operator.CAST
                        && cast.parts().stream().anyMatch(this::isMadeElsewhere)
                || made instanceof Event.Call call
                        && call.arguments().isEmpty()
                        && isGetter(call.method().name());
    }

    private static boolean isGetter(String method) {
        return method.startsWith("get") || method.endsWith("Future");
    }

    private long reads(Value.Variable variable) {
        return graph.blocks().stream()
                .flatMap(b -> b.events().stream())
                .flatMap(e -> EventValues.read(e).stream())
                .filter(variable::equals)
                .count();
    }

    private boolean isDropping(Event.Call call) {
        String method = "#" + call.method().name();
        TypeName owner = call.method().owner();
        boolean named = dropping.contains(owner.simple() + method);
        // An overload with a function is given the failure: that function is judged as a handler.
        boolean asks = method.endsWith("Complete") && !call.arguments().isEmpty();
        // The same name takes what goes on instead, or a function that is given the failure: only what is seen to be
        // the first.
        boolean unclear = method.endsWith("Next")
                && call.arguments().stream().anyMatch(a -> !a.type().simple().equals(owner.simple()));
        return named
                && !asks
                && !unclear
                && !isOfSomeFailures(call)
                && call.arguments().stream()
                        .noneMatch(a -> a instanceof Value.LambdaBody lambda
                                        && !graph.lambda(lambda.id())
                                                .parameters()
                                                .isEmpty()
                                || a instanceof Value.MethodReference
                                || a.type().simple().endsWith("Function"));
    }
}
