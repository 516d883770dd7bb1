package org.runincident.flow.status;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.runincident.code.ParameterDeclaration;
import org.runincident.code.Quoted;
import org.runincident.code.TypeName;
import org.runincident.flow.EventGraph;
import org.runincident.vocabulary.Transitions;
import org.runincident.vocabulary.Words;

/** Applies the summary of what a call can mean to the paths that make the call. */
final class Calls {

    private final MethodScope scope;
    private final Targets targets;
    private final Function<EventGraph, Summary> summaries;
    private final Reasons reasons;
    private final StatusWrites writes;
    private final HandedEnds handed;

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
            states.forEach(each -> each.write(call.to(), result(each, call, outcome.result())));
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
                    || !isSlot(call, index)) {
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
        Ref subject = subject(call, anchor);
        quietly(state, call, anchor, subject, effect);
        Reason told = effect.told().elsewhere().at(index -> given(state, call, index));
        List<PathState> states = List.of(state);
        if (effect.writes()
                && !scope.types()
                        .vocabulary()
                        .bystanders()
                        .isTelemetry(call.method().owner().simple())) {
            if (told.isNone()
                            && effect.reason()
                                    .at(index -> given(state, call, index))
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
        Reason all = told.and(effect.reason().at(index -> given(state, call, index)));
        for (PathState each : states) {
            if (!told.isNone()) {
                writes.tell(each, subject, told, call.at());
            }
            effect.told().slots().forEach((name, slot) -> fill(each, call, subject, name, slot));
            if (!all.isNone() && isCopy(call) && anchor.root() == Anchor.Root.RESULT) {
                writes.tell(each, call.receiver(), all, call.at());
                for (Ref part : madeWith(each, call.receiver())) {
                    writes.tell(each, part, all, call.at());
                }
            }
        }
        return states;
    }

    private void fill(PathState state, Invocation call, Ref subject, String name, Told.Slot slot) {
        Reason said = slot.said().at(index -> given(state, call, index));
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

    /** What it does to a path that a callee neither fails anything nor says why: it empties slots, or starts a run. */
    void quietly(PathState state, Invocation call, Summary summary) {
        if (summary.outcomes().size() == 1) {
            summary.outcomes()
                    .get(0)
                    .effects()
                    .forEach((anchor, effect) -> quietly(state, call, anchor, subject(call, anchor), effect));
        }
    }

    private void quietly(PathState state, Invocation call, Anchor anchor, Ref subject, Summary.Effect effect) {
        if (!anchor.isCallers()) {
            return;
        }
        SortedSet<String> emptied = new TreeSet<>(effect.emptied());
        effect.told().slots().forEach((name, slot) -> {
            if (!slot.said().isNone() && isHandedNothing(call, slot.said())) {
                emptied.add(name);
            }
        });
        boolean restarts = state.subject(subject).pending().stream()
                .anyMatch(pending -> effect.given().containsKey(pending.property()));
        if (restarts && !emptied.isEmpty()) {
            state.change(subject, SubjectState::untold);
        } else if (!emptied.isEmpty()) {
            boolean setter =
                    CallShapes.written(call.name()) != null && call.arguments().size() == 1;
            String how = setter ? Recordings.taking(call.arguments().get(0)) : "`" + call.name() + "` empties {}";
            writes.slots().empty(state, subject, emptied, how, call.at());
        }
        effect.given().forEach((property, atoms) -> writes.otherwise(state, subject, property, atoms, call.at()));
    }

    /** Whether a slot takes what the caller hands in, and that is nothing. */
    private boolean isHandedNothing(Invocation call, Reason said) {
        return said.level() == Reason.Level.NONE
                && said.given().keySet().stream()
                        .allMatch(index -> index >= 0
                                && index < call.arguments().size()
                                && reasons.saysNothing(call.arguments().get(index)));
    }

    private List<PathState> written(
            PathState state,
            Invocation call,
            Anchor anchor,
            Ref subject,
            String property,
            Summary.Written written,
            Summary.Outcome outcome) {
        relay(state, call, anchor, subject, property, written, outcome);
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

    /** The callee gives a bad end of its own accord: a link in the chain to whoever can say why. */
    private void relay(
            PathState state,
            Invocation call,
            Anchor anchor,
            Ref subject,
            String property,
            Summary.Written written,
            Summary.Outcome outcome) {
        if (written.ends().isEmpty()) {
            return;
        }
        Transitions transitions = scope.types().vocabulary().transitions();
        boolean named = transitions.isTransition(call.method().name());
        boolean takesReason = takesReason(call, outcome, anchor);
        if (!anchor.isCallers() && !named && !takesReason || !scope.isSiteOn(subject, FailSite.Kind.CALLEE, false)) {
            return;
        }
        FailSite site = scope.site(call.at(), anchor, property, subject);
        site.ends(written.ends());
        site.calls(written.sites());
        if (named || takesReason) {
            site.show();
        }
        if (handsIn(call)) {
            site.list();
        }
        if (named) {
            writes.wait(state, subject, site, property);
        } else {
            state.change(subject, old -> old.withAlso(new SubjectState.Pending(site.key(), property)));
        }
        state.step(
                Trail.Kind.SITE,
                call.at(),
                "`" + call.method().name() + "` makes " + Quoted.of(site.subject()) + " "
                        + StatusWrites.join(new TreeSet<>(written.ends())),
                site.subject(),
                site.key());
    }

    /** {@code updateStatus(flow.start().getStatus())}: a status goes in, and the callee says what becomes of it. */
    private boolean handsIn(Invocation call) {
        return scope.types().vocabulary().statuses().isSetter(call.name())
                && call.arguments().stream().anyMatch(argument -> scope.types().isStatus(argument.type()));
    }

    /** Whether the caller has a way to give the reason, and this happens because of what it gave there. */
    private boolean takesReason(Invocation call, Summary.Outcome outcome, Anchor anchor) {
        return outcome.effects().get(anchor).reason().given().keySet().stream().anyMatch(index -> isSlot(call, index))
                || outcome.assumes().entrySet().stream()
                        .anyMatch(each ->
                                Set.of(Atom.NULL).equals(each.getValue().among()) && isSlot(call, each.getKey()));
    }

    /** Whoever is behind an abstract method is given what the caller has; what it makes of it is its own affair. */
    private static boolean isListener(Invocation call) {
        return call.declaration() != null && call.declaration().isAbstract();
    }

    private boolean isSlot(Invocation call, int index) {
        ParameterDeclaration parameter = index < 0 ? null : Reasons.parameter(call.declaration(), index);
        return parameter != null && scope.types().slot(parameter.name(), parameter.type()) != Reason.Level.NONE;
    }

    private Reason given(PathState state, Invocation call, int index) {
        if (index < 0) {
            if (call.receiverKnown() == null) {
                return Reason.NONE;
            }
            return isCopy(call)
                    ? state.subject(call.receiver()).reason()
                    : reasons.said(state, call.receiverKnown(), Reason.Level.STRUCTURED);
        }
        if (index >= call.arguments().size()) {
            return Reason.NONE;
        }
        return reasons.said(state, call.arguments().get(index), Reason.Level.STRUCTURED);
    }

    /** A wither hands out its own object with one thing changed: a slot it copies says no more than it did before. */
    private static boolean isCopy(Invocation call) {
        return !call.isCreation()
                && call.receiver() != null
                && call.resultType().equals(call.method().owner());
    }

    /** What the call that made an object made beside it, such as the state a copy was given. */
    private static List<Ref> madeWith(PathState state, Ref copied) {
        return !(copied instanceof Ref.Made made)
                ? List.of()
                : state.subjects().keySet().stream()
                        .filter(ref -> ref.root() instanceof Ref.Made other
                                && other.block() == made.block()
                                && other.event() == -1 - made.event())
                        .toList();
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

    /** The caller's name for an object of the callee. */
    private static Ref subject(Invocation call, Anchor anchor) {
        Ref ref = switch (anchor.root()) {
            case RECEIVER -> call.receiver();
            case PARAMETER -> argument(call, anchor.index());
            case RESULT -> call.made();
            case LOADED -> loaded(call, anchor.index());
        };
        if (ref == null) {
            TypeName type = anchor.root() == Anchor.Root.PARAMETER
                            && anchor.index() < call.arguments().size()
                    ? call.arguments().get(anchor.index()).type()
                    : TypeName.UNKNOWN;
            ref = new Ref.Made(call.made().block(), -1 - call.made().event(), null, type);
        }
        for (String member : anchor.members()) {
            ref = ref.depth() < Ref.DEEPEST ? new Ref.Member(ref, member, TypeName.UNKNOWN) : ref;
        }
        return ref;
    }

    private static Ref argument(Invocation call, int index) {
        return index < call.arguments().size() ? call.arguments().get(index).ref() : null;
    }

    private static Ref loaded(Invocation call, int index) {
        Ref id = index >= 0 ? argument(call, index) : null;
        if (id == null || id.depth() >= Ref.DEEPEST) {
            // Not what the call returns: something of its own that nobody else can name.
            return new Ref.Made(call.made().block(), -1 - call.made().event(), null, TypeName.UNKNOWN);
        }
        return new Ref.Member(id, MethodScope.LOADED, TypeName.UNKNOWN);
    }

    /** What it hands out stood somewhere before: {@code getState(id)}, {@code toStatus(code)}. */
    private static boolean isLookUp(Invocation call) {
        return !call.isCreation()
                && !call.isGetter()
                && Set.of("get", "to", "from", "as", "convert", "translate", "map", "parse", "read")
                        .contains(Words.of(call.name()).get(0));
    }

    /** One status in terms of another: what it says was said there. */
    private boolean isTranslation(Invocation call) {
        return !call.isCreation()
                && scope.types().isStatus(call.resultType())
                && call.arguments().stream()
                        .anyMatch(argument -> argument.open()
                                && argument.parameters().isEmpty()
                                && !argument.type().equals(call.resultType())
                                && scope.types().isStatus(argument.type()));
    }

    private AbstractValue result(PathState state, Invocation call, Summary.Result result) {
        if (result.same() != null && result.same().members().isEmpty()) {
            if (result.same().root() == Anchor.Root.PARAMETER
                    && result.same().index() < call.arguments().size()) {
                return call.arguments().get(result.same().index());
            }
            if (result.same().root() == Anchor.Root.RECEIVER && call.receiver() != null) {
                return AbstractValue.unknown(call.receiver(), call.resultType());
            }
        }
        Ref ref = result.same() != null && result.same().root() != Anchor.Root.LOADED
                ? subject(call, result.same())
                : call.memberOrMade();
        AbstractValue known = state.member(ref);
        Set<Atom> atoms = new HashSet<>();
        boolean open = result.open();
        SortedSet<Integer> from = new TreeSet<>();
        for (int parameter : result.parameters()) {
            if (parameter >= 0 && parameter < call.arguments().size()) {
                AbstractValue argument = call.arguments().get(parameter);
                atoms.addAll(argument.atoms());
                from.addAll(argument.parameters());
            }
        }
        if (!call.isGetter() && (!call.arguments().isEmpty() || result.same() != null)) {
            atoms.addAll(result.atoms());
        } else {
            open = true;
            result.atoms().stream()
                    .filter(atom -> !scope.types().isBadEnd(atom))
                    .forEach(atoms::add);
        }
        Reason carries = result.carries() == null ? null : result.carries().at(i -> given(state, call, i));
        if (known != null && atoms.isEmpty()) {
            return known;
        }
        if ((isLookUp(call) || isTranslation(call)) && ref.depth() < Ref.DEEPEST) {
            ref = new Ref.Member(ref, MethodScope.LOOKED_UP, call.resultType());
        }
        return new AbstractValue(
                ref, call.resultType(), new TreeSet<>(atoms), open || atoms.isEmpty(), Set.of(), carries, from);
    }
}
