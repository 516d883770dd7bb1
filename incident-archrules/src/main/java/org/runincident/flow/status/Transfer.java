package org.runincident.flow.status;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.runincident.code.TypeName;
import org.runincident.flow.Event;
import org.runincident.flow.Value;
import org.runincident.vocabulary.StatusWords;

/** What each event does to a path. */
final class Transfer {

    private final MethodScope scope;
    private final StatusTypes types;
    private final StatusWrites writes;
    private final Calls calls;
    private final CallShapes shapes;
    private final RowWrites rows;
    private final HandOvers handOvers;
    private final StatusCarriers carriers;
    private final Tellings tellings;
    private final CallResults results;
    private final MadeValues madeValues;
    private final Expressions expressions;
    private final RaisedFlags flags;
    private final Consumer<PathState> handedOn;

    /** @param handedOn takes paths that end because a callee never returns */
    Transfer(
            MethodScope scope,
            Reasons reasons,
            StatusWrites writes,
            Calls calls,
            CallShapes shapes,
            RowWrites rows,
            RaisedFlags flags,
            Facts facts,
            ConstantPredicates predicates,
            Consumer<PathState> handedOn) {
        this.scope = scope;
        this.types = scope.types();
        this.writes = writes;
        this.calls = calls;
        this.shapes = shapes;
        this.rows = rows;
        this.handOvers = new HandOvers(scope);
        this.carriers = new StatusCarriers(scope, reasons, writes);
        this.tellings = new Tellings(scope, reasons, writes);
        this.results = new CallResults(scope, reasons);
        this.madeValues = new MadeValues(scope, reasons);
        this.flags = flags;
        this.expressions = new Expressions(reasons, facts, predicates);
        this.handedOn = handedOn;
    }

    /** The paths after an event; none when it never goes on. */
    List<PathState> apply(PathState state, Event event, int block, int index) {
        if (!rows.isStep(block, index)) {
            return plain(state, event, block, index);
        }
        rows.rowsOf(block, index).forEach(row -> leave(state, row));
        return rows.after(plain(state, event, block, index), block, index);
    }

    private List<PathState> plain(PathState state, Event event, int block, int index) {
        if (event instanceof Event.Call call) {
            return call(state, call, block, index);
        }
        if (event instanceof Event.Create create) {
            return create(state, create, block, index);
        }
        if (event instanceof Event.Put put) {
            return put(state, put);
        }
        if (event instanceof Event.Copy copy) {
            AbstractValue value = state.read(copy.from());
            if (copy.to() instanceof Value.Variable variable) {
                rebind(state, variable, value);
            }
            state.write(
                    copy.to(), value.type().isUnknown() ? value.typed(copy.to().type()) : value);
        } else if (event instanceof Event.Get get) {
            state.write(get.to(), Expressions.read(state, get));
        } else if (event instanceof Event.Combine combine) {
            state.write(combine.to(), expressions.combined(state, combine));
        } else if (event instanceof Event.Caught caught) {
            caught(state, caught, block, index);
        } else if (event instanceof Event.Return out && out.lambda() < 0) {
            state.setReturned(out.value() == null ? null : state.read(out.value()));
            writes.returned(state, out.at());
            state.step(Trail.Kind.END, out.at(), "", null, null);
        } else if (event instanceof Event.Throw out) {
            state.step(Trail.Kind.END, out.at(), "", null, null);
        }
        return List.of(state);
    }

    private void rebind(PathState state, Value.Variable variable, AbstractValue value) {
        Ref.Named old = new Ref.Named(variable.id(), variable.name(), variable.type());
        if (!old.equals(value.ref())) {
            leave(state, old);
        }
        if (value.ref() != null) {
            scope.name(value.ref(), variable);
        }
    }

    private void caught(PathState state, Event.Caught caught, int block, int index) {
        if (caught.variable() == null) {
            return;
        }
        TypeName type = caught.variable().type();
        state.write(
                caught.variable(),
                AbstractValue.unknown(
                        new Ref.Named(caught.variable().id(), caught.variable().name(), type), type));
        state.step(
                Trail.Kind.CAUGHT,
                caught.at(),
                "`" + caught.variable().name() + "` is caught here",
                caught.variable().name(),
                null);
    }

    private List<PathState> put(PathState state, Event.Put put) {
        Ref subject = put.receiver() == null
                ? new Ref.Shared(put.owner(), "", put.owner())
                : state.read(put.receiver()).ref();
        return subject == null
                ? List.of(state)
                : writes.slot(
                        state,
                        subject,
                        put.field(),
                        put.fieldType(),
                        state.read(put.value()),
                        put.at(),
                        FailSite.Kind.FIELD);
    }

    private List<PathState> create(PathState state, Event.Create create, int block, int index) {
        List<AbstractValue> arguments =
                create.arguments().stream().map(state::read).toList();
        Ref.Made made = new Ref.Made(block, index, firstRef(arguments), create.type());
        leave(state, made);
        Invocation call = new Invocation(
                create.to(), create.method(), made, null, null, create.arguments(), arguments, made, true, create.at());
        if (shapes.isTable(call)) {
            state.write(create.to(), AbstractValue.unknown(made, create.type()));
            return List.of(state);
        }
        Summary summary = calls.summaryOf(call);
        tellings.handOver(state, call);
        List<PathState> after =
                summary.isNothing() ? shapes.create(state, call) : orHandedOn(state, calls.apply(state, call, summary));
        boolean carrier = types.carriesStatus(create.type());
        for (PathState each : after) {
            if (carrier) {
                carriers.made(each, call);
            }
            each.write(create.to(), madeValues.created(each, call));
        }
        return after;
    }

    private List<PathState> call(PathState state, Event.Call event, int block, int index) {
        if (HarmlessCalls.isLogging(event.method())) {
            return List.of(state);
        }
        AbstractValue receiver = event.receiver() == null ? null : state.read(event.receiver());
        List<AbstractValue> arguments =
                event.arguments().stream().map(state::read).toList();
        AbstractValue answer = expressions.answer(state, event, receiver, arguments);
        if (answer != null) {
            state.write(event.to(), answer);
            return List.of(state);
        }
        Ref from = firstRef(arguments);
        Ref.Made made = new Ref.Made(
                block,
                index,
                from == null && receiver != null ? receiver.ref() : from,
                event.method().returnType());
        leave(state, made);
        Invocation call = new Invocation(
                event.to(),
                event.method(),
                receiver == null ? null : receiver.ref(),
                event.receiver(),
                receiver,
                event.arguments(),
                arguments,
                made,
                false,
                event.at());
        if (shapes.isTable(call)) {
            state.write(event.to(), results.result(state, call));
            return List.of(state);
        }
        if (call.receiver() != null && flags.isSetBy(event) && failsFor(state, call.receiver(), block)) {
            writes.tell(state, call.receiver(), Reason.STRUCTURED, call.at());
        }
        Summary summary = calls.summaryOf(call);
        tellings.handOver(state, call);
        tellings.keep(state, call);
        carriers.toldAbove(state, call);
        if (!summary.isNothing()) {
            List<PathState> after = orHandedOn(state, calls.apply(state, call, summary));
            AbstractValue status = results.ofStatus(state, call);
            for (PathState each : after) {
                AbstractValue given = status == null ? null : asSaid(status, each.read(event.to()));
                each.write(event.to(), given != null ? given : madeValues.asValue(each, each.read(event.to())));
                describe(each, call, given);
                handOvers.after(each, call);
            }
            return after;
        }
        calls.quietly(state, call, summary);
        List<PathState> after = shapes.call(state, call);
        for (PathState each : after) {
            AbstractValue result = results.result(each, call);
            each.write(event.to(), result);
            describe(each, call, result);
            if (!call.isGetter() && call.receiver() != null) {
                each.forgetMembers(call.receiver(), name -> !isTest(name) && !Facts.isPassing(name));
            }
            handOvers.after(each, call);
        }
        return after;
    }

    /** What the callee was seen to keep of what it was handed counts, not what it was handed. */
    private static AbstractValue asSaid(AbstractValue status, AbstractValue result) {
        Reason kept = result.carries();
        return kept == null || kept.isNone() ? status : status.carrying(kept);
    }

    /** A flag tells nobody who asked for a stop; it does where something went wrong. */
    private boolean failsFor(PathState state, Ref subject, int block) {
        return scope.graph().handlers().stream()
                        .anyMatch(handler -> handler.blocks().contains(block))
                || state.subject(subject).pending().stream()
                        .anyMatch(pending -> pending.ends().all().stream()
                                .anyMatch(end -> types.meaning(end) == StatusWords.Meaning.FAILURE));
    }

    /** {@code status = FAILED.because(text)}: kept for later, it is given here, and says here why. */
    private void describe(PathState state, Invocation call, AbstractValue made) {
        Atom from = call.receiverKnown() == null ? null : call.receiverKnown().only();
        if (from != null
                && made != null
                && made.carries() != null
                && from.kind() == Atom.Kind.CONSTANT
                && types.isBadEnd(from)
                && types.isStatusWithReason(from.type())
                && scope.isKept(call.to())) {
            writes.described(state, from, made.carries(), call.at());
        }
    }

    private static boolean isTest(String member) {
        return member.startsWith("is") || member.startsWith("has");
    }

    private List<PathState> orHandedOn(PathState before, List<PathState> after) {
        if (after.isEmpty()) {
            handedOn.accept(before);
        }
        return after;
    }

    /** An event that runs again, or a variable that is bound anew, means another object: what the last one was is over. */
    private void leave(PathState state, Ref made) {
        Set<Ref> old = new TreeSet<>(java.util.Comparator.comparing(Object::toString));
        for (Map.Entry<Ref, SubjectState> entry : state.subjects().entrySet()) {
            if (entry.getKey().root().equals(made)) {
                old.add(entry.getKey());
            }
        }
        if (!old.isEmpty()) {
            left.accept(state);
            old.forEach(state::forget);
        }
        state.forgetAll(made);
    }

    private Consumer<PathState> left = state -> {};

    /** @param leaver takes paths on which a subject is left behind because its event runs again */
    void onLeaving(Consumer<PathState> leaver) {
        left = leaver;
    }

    private static Ref firstRef(List<AbstractValue> arguments) {
        return arguments.stream()
                .map(AbstractValue::ref)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
