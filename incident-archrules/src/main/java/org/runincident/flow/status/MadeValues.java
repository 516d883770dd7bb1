package org.runincident.flow.status;

import java.util.Set;

/** What is known of an object when it is made: the status it stands for, and what it says of a failure. */
final class MadeValues {

    private final StatusTypes types;
    private final Reasons reasons;

    MadeValues(MethodScope scope, Reasons reasons) {
        this.types = scope.types();
        this.reasons = reasons;
    }

    /** Statuses and exceptions are values, not subjects: what they say of the reason goes where they go. */
    AbstractValue asValue(PathState state, AbstractValue value) {
        if (!(value.ref() instanceof Ref.Made)) {
            return value;
        }
        boolean status = types.isStatus(value.type());
        if (!status && !types.isThrowable(value.type())) {
            return value;
        }
        Reason told = state.subject(value.ref()).reason();
        state.change(value.ref(), SubjectState::untold);
        return status && !told.isNone() ? value.carrying(told) : value;
    }

    /** A state that is a class is known by its name, and says what it was made with. */
    AbstractValue created(PathState state, Invocation call) {
        AbstractValue made = AbstractValue.unknown(call.made(), call.method().owner());
        AbstractValue value = asValue(
                state, types.isReasonObject(call.method().owner()) ? Texts.madeFrom(call.arguments(), made) : made);
        if (!types.stateObjects().isBadEnd(call.method().owner())) {
            return saying(state, value, call);
        }
        Reason told = reasons.handedOver(state, call.arguments(), call.declaration());
        if (value.carries() == null && !told.isNone()) {
            value = value.carrying(told);
        }
        Atom name = new Atom(
                Atom.Kind.CONSTANT, call.method().owner(), call.method().owner().simple());
        return new AbstractValue(
                value.ref(), value.type(), Set.of(name), false, Set.of(), value.carries(), value.parameters());
    }

    /** What is made from an exception, and is no run itself, says what the exception says: a log entry, a problem. */
    private AbstractValue saying(PathState state, AbstractValue made, Invocation call) {
        if (made.carries() != null
                || types.isThrowable(made.type())
                || types.isStatus(made.type())
                || types.hasStatus(made.type())) {
            return made;
        }
        Reason said = reasons.objectsHandedOver(state, call.arguments());
        return said.isNone() ? made : made.carrying(said);
    }
}
