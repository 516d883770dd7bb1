package org.runincident.flow.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.runincident.flow.EventGraph;

/** Applies the summary of what a call can mean to the paths that make the call. */
final class Calls {

    private final MethodScope scope;
    private final Targets targets;
    private final Function<EventGraph, Summary> summaries;
    private final Reasons reasons;
    private final StatusWrites writes;
    private final HandedEnds handed;
    private final CallerView view;
    private final Relays relays;
    private final QuietEffects quiet;
    private final SummaryResults results;

    Calls(
            MethodScope scope,
            Targets targets,
            Function<EventGraph, Summary> summaries,
            Reasons reasons,
            StatusWrites writes,
            HandedEnds handed) {
        this.scope = scope;
        this.targets = targets;
        this.summaries = summaries;
        this.reasons = reasons;
        this.writes = writes;
        this.handed = handed;
        this.view = new CallerView(scope, reasons);
        this.relays = new Relays(scope, writes, view);
        this.quiet = new QuietEffects(reasons, writes);
        this.results = new SummaryResults(scope, view);
    }

    /** What the bodies a call can mean do together; {@link Summary#NOTHING} when none is visible. */
    Summary summaryOf(Invocation call) {
        List<EventGraph> bodies = targets.of(call.method(), call.receiverValue());
        List<EventGraph> real =
                bodies.stream().filter(body -> !isTelemetry(body)).toList();
        List<EventGraph> meant = real.isEmpty() ? bodies : real;
        return meant.isEmpty()
                ? Summary.NOTHING
                : Summary.ofAny(meant.stream().map(summaries).toList());
    }

    private boolean isTelemetry(EventGraph body) {
        String owner = body.method().key().owner();
        return scope.types().vocabulary().bystanders().isTelemetry(owner.substring(owner.lastIndexOf('.') + 1));
    }

    /** The paths after the call, each with the result written. */
    List<PathState> apply(PathState before, Invocation call, Summary summary) {
        List<PathState> after = apply(before, call, summary, true);
        return after.isEmpty() ? apply(before, call, summary, false) : after;
    }

    /** @param given whether a reason nothing is known of is taken for given */
    private List<PathState> apply(PathState before, Invocation call, Summary summary, boolean given) {
        List<PathState> after = new ArrayList<>();
        for (Summary.Outcome outcome : summary.outcomes()) {
            PathState state = before.copy();
            if (given && needsNoReason(before, call, outcome) || !assume(state, call, outcome)) {
                continue;
            }
            List<PathState> states = new ArrayList<>(List.of(state));
            for (Anchor anchor : outcome.effects().keySet()) {
                List<PathState> next = new ArrayList<>();
                for (PathState each : states) {
                    next.addAll(effect(each, call, anchor, outcome));
                }
                states = next;
            }
            states.forEach(each -> each.write(call.to(), results.of(each, call, outcome.result())));
            after.addAll(states);
        }
        return after;
    }

    /** Whether this happens only where a reason that is handed over is null, and nothing says that it can be. */
    private boolean needsNoReason(PathState state, Invocation call, Summary.Outcome outcome) {
        return outcome.assumes().entrySet().stream().anyMatch(assumption -> {
            int index = assumption.getKey();
            if (!Set.of(Atom.NULL).equals(assumption.getValue().among())
                    || index >= call.arguments().size()
                    || !view.isSlot(call, index)) {
                return false;
            }
            AbstractValue argument = state.read(call.argumentValues().get(index));
            return argument.open()
                    && !argument.mayBeNull()
                    && argument.parameters().isEmpty();
        });
    }

    private static boolean assume(PathState state, Invocation call, Summary.Outcome outcome) {
        for (Map.Entry<Integer, Summary.Assumption> assumption :
                outcome.assumes().entrySet()) {
            int index = assumption.getKey();
            if (index >= call.arguments().size()) {
                continue;
            }
            AbstractValue argument = state.read(call.argumentValues().get(index));
            AbstractValue narrowed = assumption.getValue().among() != null
                    ? argument.among(assumption.getValue().among())
                    : argument.without(assumption.getValue().except());
            if (narrowed == null) {
                return false;
            }
            state.write(call.argumentValues().get(index), narrowed);
        }
        return true;
    }

    private List<PathState> effect(PathState state, Invocation call, Anchor anchor, Summary.Outcome outcome) {
        Summary.Effect effect = outcome.effects().get(anchor);
        Ref subject = CallerView.subject(call, anchor);
        quiet.apply(state, call, anchor, subject, effect);
        Reason told = effect.told().elsewhere().at(index -> view.given(state, call, index));
        List<PathState> states = List.of(state);
        if (effect.writes()
                && !scope.types()
                        .vocabulary()
                        .bystanders()
                        .isTelemetry(call.method().owner().simple())) {
            if (told.isNone()
                            && effect.reason()
                                    .at(index -> view.given(state, call, index))
                                    .isNone()
                    || isListener(call)) {
                told = told.and(reasons.handedOver(state, call.arguments(), call.declaration()));
            }
            if (scope.types().vocabulary().reasons().takesException(call.name())) {
                told = told.and(reasons.objectsHandedOver(state, call.arguments()));
            }
            for (Map.Entry<String, Summary.Written> written : effect.written().entrySet()) {
                List<PathState> next = new ArrayList<>();
                for (PathState each : states) {
                    next.addAll(written(each, call, anchor, subject, written.getKey(), written.getValue(), outcome));
                }
                states = next;
            }
        }
        Reason all = told.and(effect.reason().at(index -> view.given(state, call, index)));
        for (PathState each : states) {
            if (!told.isNone()) {
                writes.tell(each, subject, told, call.at());
            }
            effect.told().slots().forEach((name, slot) -> fill(each, call, subject, name, slot));
            if (!all.isNone() && CallerView.isCopy(call) && anchor.root() == Anchor.Root.RESULT) {
                writes.tell(each, call.receiver(), all, call.at());
                for (Ref part : CallerView.madeWith(each, call.receiver())) {
                    writes.tell(each, part, all, call.at());
                }
            }
        }
        return states;
    }

    private void fill(PathState state, Invocation call, Ref subject, String name, Told.Slot slot) {
        Reason said = slot.said().at(index -> view.given(state, call, index));
        if (!said.isNone()) {
            AbstractValue value = slot.said().given().keySet().stream()
                    .filter(index -> index >= 0 && index < call.arguments().size())
                    .map(index -> call.arguments().get(index))
                    .findFirst()
                    .orElse(AbstractValue.UNKNOWN);
            boolean detailed =
                    slot.detailed() || value.carries() != null || scope.types().isThrowable(value.type());
            writes.slots().fill(state, subject, name, new Told.Slot(said, call.at(), detailed), value);
        }
    }

    private List<PathState> written(
            PathState state,
            Invocation call,
            Anchor anchor,
            Ref subject,
            String property,
            Summary.Written written,
            Summary.Outcome outcome) {
        relays.relay(state, call, anchor, subject, property, written, outcome);
        List<PathState> states = new ArrayList<>();
        for (int parameter : written.parameters()) {
            if (parameter >= 0 && parameter < call.arguments().size()) {
                AbstractValue argument = call.arguments().get(parameter);
                hand(call, parameter, argument);
                states.addAll(writes.status(
                        state.copy(),
                        subject,
                        property,
                        argument.type(),
                        isUpgrade(call) ? argument.orAnything() : argument,
                        call.at(),
                        kindOf(call, anchor)));
            }
        }
        return states.isEmpty() ? List.of(state) : states;
    }

    private void hand(Invocation call, int parameter, AbstractValue status) {
        List<Atom> ends =
                status.atoms().stream().filter(scope.types()::isBadEnd).toList();
        if (!ends.isEmpty() || !status.parameters().isEmpty()) {
            List<EventGraph> callees = targets.of(call.method(), call.receiverValue());
            handed.hand(
                    callees, parameter, ends, new SiteKey(scope.graph().method().key(), call.at(), ""));
            status.parameters().forEach(own -> handed.handOn(callees, parameter, scope.graph(), own));
        }
    }

    /** Upgrading never takes a bad end back. */
    private static boolean isUpgrade(Invocation call) {
        return call.name().startsWith("upgrade");
    }

    /** Whoever is behind an abstract method is given what the caller has; what it makes of it is its own affair. */
    private static boolean isListener(Invocation call) {
        return call.declaration() != null && call.declaration().isAbstract();
    }

    private FailSite.Kind kindOf(Invocation call, Anchor anchor) {
        if (call.isCreation()) {
            return scope.types().isThrowable(call.method().owner())
                    ? FailSite.Kind.EXCEPTION
                    : FailSite.Kind.CONSTRUCTOR;
        }
        if (anchor.root() == Anchor.Root.RESULT) {
            return FailSite.Kind.FACTORY;
        }
        return scope.types().vocabulary().statuses().isSetter(call.method().name())
                ? FailSite.Kind.SETTER
                : FailSite.Kind.TRANSITION;
    }

    /** What a callee does that neither fails anything nor says why. */
    void quietly(PathState state, Invocation call, Summary summary) {
        quiet.apply(state, call, summary);
    }
}
