package org.runincident.flow.status;

import java.util.List;
import java.util.Set;
import org.runincident.code.ParameterDeclaration;
import org.runincident.code.TypeName;
import org.runincident.vocabulary.Vocabulary;
import org.runincident.vocabulary.Words;

/** Calls that give a status or a reason to something by their shape: setters, recorders, atomics, lists of states. */
final class Setters {

    private static final Set<String> ADDERS = Set.of("add", "addFirst", "addLast", "push", "append");

    /** Last words of a list of the states that a run has been in. */
    private static final Set<String> STATE_LISTS = Set.of("state", "states", "statuses", "history");

    private final MethodScope scope;
    private final StatusTypes types;
    private final Vocabulary vocabulary;
    private final Reasons reasons;
    private final StatusWrites writes;

    Setters(MethodScope scope, Reasons reasons, StatusWrites writes) {
        this.scope = scope;
        this.types = scope.types();
        this.vocabulary = scope.types().vocabulary();
        this.reasons = reasons;
        this.writes = writes;
    }

    boolean isAccount(Invocation call, Ref receiver) {
        String slot = Accessors.written(call.name());
        return slot != null
                && call.arguments().size() == 1
                && scope.isAccount(
                        receiver.type(), slot, call.arguments().get(0).type());
    }

    /** A setter by its name; null when no argument can be a status. */
    List<PathState> setter(PathState state, Invocation call, Ref receiver) {
        List<AbstractValue> arguments = call.arguments();
        for (int i = arguments.size() - 1; i >= 0; i--) {
            AbstractValue argument = arguments.get(i);
            if (isComparedWith(call, i)) {
                continue;
            }
            boolean text = argument.atoms().stream().anyMatch(types::isBadEnd);
            if (types.isStatus(argument.type())
                    || types.isStatus(parameterType(call, i))
                    || text && vocabulary.statuses().isStatusName(call.name())) {
                Ref id = i > 0 && isStoreOf(call) ? idAmong(arguments.subList(0, i)) : null;
                Ref subject = id != null ? loadedBy(id, call) : receiver;
                Reason told = reasons.handedOver(state, arguments, call.declaration());
                if (!told.isNone()) {
                    writes.tell(state, subject, told, call.at());
                }
                return writes.status(
                        state,
                        subject,
                        vocabulary.statuses().property(call.name()),
                        argument.type(),
                        argument,
                        call.at(),
                        FailSite.Kind.SETTER);
            }
        }
        return null;
    }

    /** {@code addFailure(problem)}, {@code store.updateReason(id, text)}: the object, or what the id stands for, is told. */
    void record(PathState state, Invocation call, Ref receiver) {
        int last = call.arguments().size() - 1;
        Ref id = last > 0 && isStoreOf(call) ? idAmong(call.arguments().subList(0, last)) : null;
        for (AbstractValue argument : call.arguments()) {
            if (!types.isStatus(argument.type()) && (id == null || !id.equals(argument.ref()))) {
                Reason.Level byType = reasons.byType(argument, TypeName.UNKNOWN);
                Reason.Level level = byType == Reason.Level.NONE ? Reason.Level.TEXT : byType;
                writes.reason(state, receiver, argument, level, call.at());
                if (id != null) {
                    writes.reason(state, loadedBy(id, call), argument, level, call.at());
                }
            }
        }
    }

    /** {@code history.add(new FailedState())}: a run that keeps its states as a list takes the last one. */
    List<PathState> addedState(PathState state, Invocation call) {
        if (!(call.receiver() instanceof Ref.Member slot)
                || call.arguments().isEmpty()
                || !ADDERS.contains(call.name())
                || !STATE_LISTS.contains(Words.last(slot.name()))) {
            return null;
        }
        AbstractValue added = call.arguments().get(call.arguments().size() - 1);
        StateObjects states = types.stateObjects();
        return states.isRoot(added.type()) || states.isBadEnd(added.type())
                ? writes.status(state, slot.of(), slot.name(), added.type(), added, call.at(), FailSite.Kind.SETTER)
                : null;
    }

    /** The status that must be there before, not the one that is given: {@code updateState(id, newState, oldState)}. */
    private static boolean isComparedWith(Invocation call, int index) {
        ParameterDeclaration parameter = Reasons.parameter(call.declaration(), index);
        return parameter != null
                && call.arguments().size() > 1
                && Set.of(
                                "old",
                                "previous",
                                "prev",
                                "from",
                                "expected",
                                "current",
                                "before",
                                "original",
                                "last",
                                "other")
                        .contains(Words.of(parameter.name()).get(0));
    }

    /** {@code store.updateStatus(id, FAILED)}: the subject is what the id stands for, not the store. */
    private boolean isStoreOf(Invocation call) {
        return call.receiver() == null || !types.holdsStatus("", call.receiver().type());
    }

    /** The argument that says whose status it is: the first that is no connection, context or switch. */
    private static Ref idAmong(List<AbstractValue> arguments) {
        return arguments.stream()
                .filter(argument -> argument.ref() != null && !isAside(argument.type()))
                .map(AbstractValue::ref)
                .findFirst()
                .orElse(null);
    }

    private static boolean isAside(TypeName type) {
        String simple = type.simple();
        return simple.equalsIgnoreCase("boolean")
                || Set.of(
                                "Connection",
                                "Context",
                                "Session",
                                "Manager",
                                "Handle",
                                "Configuration",
                                "Client",
                                "Transaction")
                        .stream()
                        .anyMatch(simple::endsWith);
    }

    private static Ref loadedBy(Ref id, Invocation call) {
        return id.depth() < Ref.DEEPEST ? new Ref.Member(id, MethodScope.LOADED, TypeName.UNKNOWN) : call.made();
    }

    static TypeName parameterType(Invocation call, int index) {
        ParameterDeclaration parameter = Reasons.parameter(call.declaration(), index);
        TypeName type = parameter == null ? TypeName.UNKNOWN : parameter.type();
        return type.isUnknown() || type.is("java.lang.Object")
                ? call.arguments().get(index).type()
                : type;
    }

    static boolean isAtomicWrite(Invocation call) {
        return Set.of("set", "compareAndSet", "getAndSet", "lazySet", "weakCompareAndSet", "setRelease", "setPlain")
                        .contains(call.name())
                && call.method().owner().simple().startsWith("Atomic")
                && !call.arguments().isEmpty();
    }

    List<PathState> atomic(PathState state, Invocation call) {
        AbstractValue value = call.arguments().get(call.arguments().size() - 1);
        if (call.method().owner().simple().equals("AtomicReferenceFieldUpdater")) {
            Ref subject = call.arguments().get(0).ref();
            return writes.slot(
                    state,
                    subject == null ? call.made() : subject,
                    "state",
                    value.type(),
                    value,
                    call.at(),
                    FailSite.Kind.FIELD);
        }
        return call.receiver() instanceof Ref.Member member
                ? writes.slot(state, member.of(), member.name(), value.type(), value, call.at(), FailSite.Kind.FIELD)
                : List.of(state);
    }
}
