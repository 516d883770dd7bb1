package org.runincident.flow.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.ParameterDeclaration;
import org.runincident.code.TypeName;
import org.runincident.vocabulary.Vocabulary;

/** What a call or a creation does by its shape alone, where no body says it. */
final class CallShapes {
    private final StatusTypes types;
    private final Vocabulary vocabulary;
    private final StatusWrites writes;
    private final Entries entries;
    private final Setters setters;

    CallShapes(MethodScope scope, Reasons reasons, StatusWrites writes) {
        this.types = scope.types();
        this.vocabulary = types.vocabulary();
        this.writes = writes;
        this.entries = new Entries(scope, writes);
        this.setters = new Setters(scope, reasons, writes);
    }

    /** The paths after a creation whose constructor is not visible; parameters are matched by name and type. */
    List<PathState> create(PathState state, Invocation call) {
        List<PathState> document = entries.create(state, call);
        if (document != null) {
            return document;
        }
        List<PathState> states = new ArrayList<>(List.of(state));
        List<ParameterDeclaration> slots = slotsOf(call);
        for (int i = 0; i < call.arguments().size() && i < slots.size(); i++) {
            ParameterDeclaration slot = slots.get(i);
            if (!types.holdsStatus(slot.name(), slot.type())
                    && types.slot(slot.name(), slot.type()) == Reason.Level.NONE) {
                continue;
            }
            List<PathState> next = new ArrayList<>();
            for (PathState each : states) {
                next.addAll(writes.slot(
                        each,
                        call.made(),
                        slot.name(),
                        slot.type(),
                        call.arguments().get(i),
                        call.at(),
                        types.isThrowable(call.method().owner())
                                ? FailSite.Kind.EXCEPTION
                                : FailSite.Kind.CONSTRUCTOR));
            }
            states = next;
        }
        return states;
    }

    private List<ParameterDeclaration> slotsOf(Invocation call) {
        MethodDeclaration declaration = call.declaration();
        if (declaration != null) {
            return declaration.parameters();
        }
        return types.declarations()
                .type(call.method().owner())
                .map(type -> type.components())
                .orElse(List.of());
    }

    /** The paths after a call; the result is written by {@link #result}. */
    List<PathState> call(PathState state, Invocation call) {
        String name = call.name();
        Ref receiver = call.receiver() != null ? call.receiver() : call.made();
        boolean onStatus = call.receiverKnown() != null
                && types.isStatus(call.receiverKnown().type());
        boolean onTelemetry =
                vocabulary.bystanders().isTelemetry(call.method().owner().simple());
        boolean former = StatusTypes.isFormer(vocabulary.statuses().property(name));
        if (vocabulary.statuses().isSetter(name)
                && !call.arguments().isEmpty()
                && !onStatus
                && !onTelemetry
                && !former
                && !setters.isAccount(call, receiver)) {
            List<PathState> after = setters.setter(state, call, receiver);
            if (after != null) {
                return after;
            }
        }
        entries.asked(state, call);
        if (Setters.isAtomicWrite(call)) {
            return setters.atomic(state, call);
        }
        String member = Accessors.written(name);
        if (member != null && call.arguments().size() == 1) {
            TypeName type = Setters.parameterType(call, 0);
            return writes.slot(state, receiver, member, type, call.arguments().get(0), call.at(), FailSite.Kind.SETTER);
        }
        if (vocabulary.reasons().isRecorder(name) && !call.arguments().isEmpty()) {
            setters.record(state, call, receiver);
            return List.of(state);
        }
        List<PathState> added = setters.addedState(state, call);
        if (added != null) {
            return added;
        }
        if (call.receiver() instanceof Ref.Member slot
                && !call.arguments().isEmpty()
                && Accessors.isFiller(name)
                && types.slot(slot.name(), call.receiverKnown().type()) != Reason.Level.NONE) {
            AbstractValue kept = call.arguments().get(call.arguments().size() - 1);
            Reason.Level level = types.isThrowable(kept.type()) ? Reason.Level.STRUCTURED : Reason.Level.TEXT;
            writes.reason(state, slot.of(), kept, level, call.at());
            return List.of(state);
        }
        List<PathState> entered = entries.call(state, call);
        if (entered != null) {
            return entered;
        }
        return List.of(state);
    }

    /** {@code addTransition(RUNNING, FAILED)}, {@code new Edge(RUNNING, FAILED)}: says what may happen, not what does. */
    boolean isTable(Invocation call) {
        if (Setters.isAtomicWrite(call)
                || types.isStatus(call.resultType())
                || vocabulary.statuses().isSetter(call.name())
                || vocabulary.transitions().isTransition(call.name())) {
            return false;
        }
        Set<TypeName> seen = new java.util.HashSet<>();
        for (AbstractValue argument : call.arguments()) {
            Atom only = argument.only();
            if (only != null
                    && only.kind() == Atom.Kind.CONSTANT
                    && types.isStatus(only.type())
                    && !seen.add(only.type())) {
                return true;
            }
        }
        return false;
    }
}
