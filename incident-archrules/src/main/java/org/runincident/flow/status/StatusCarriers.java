package org.runincident.flow.status;

import org.runincident.code.TypeName;
import org.runincident.flow.Value;

/** Exceptions that say how the run stands: what they are made with is what there is to say about why. */
final class StatusCarriers {

    private final MethodScope scope;
    private final StatusTypes types;
    private final Reasons reasons;
    private final StatusWrites writes;

    StatusCarriers(MethodScope scope, Reasons reasons, StatusWrites writes) {
        this.scope = scope;
        this.types = scope.types();
        this.reasons = reasons;
        this.writes = writes;
    }

    /** An exception that carries a status is a site where it is made, unless its arguments made it one already. */
    void made(PathState state, Invocation call) {
        Reason told = reasons.handedOver(state, call.arguments(), call.declaration());
        if (!told.isNone()) {
            writes.tell(state, call.made(), told, call.at());
        }
        // One that says nothing of a bad end and of no reason is about something else: an illegal transition, a wrong
        // state.
        if (state.subject(call.made()).pending().isEmpty()
                && !told.isNone()
                && scope.isSiteOn(call.made(), FailSite.Kind.EXCEPTION, false)) {
            writes.status(
                    state,
                    call.made(),
                    types.carriedAs(call.made().type()),
                    TypeName.UNKNOWN,
                    AbstractValue.exactly(Atom.someBadEnd(TypeName.UNKNOWN), TypeName.UNKNOWN),
                    call.at(),
                    FailSite.Kind.EXCEPTION);
        }
        // What an exception has to say is known when it is made; one that says nothing may be given its cause yet.
        if (!state.reasonOf(call.made()).isNone()) {
            Settlement.settle(scope, state, call.made());
            state.change(call.made(), old -> old.without(site -> true));
        }
    }

    /** {@code super(message, cause)}: every exception keeps a text and a cause it is made with. */
    void toldAbove(PathState state, Invocation call) {
        if (!call.name().equals("<init>")
                || !(call.receiverValue() instanceof Value.Variable variable)
                || variable.role() != Value.Role.RECEIVER
                || !types.carriesStatus(variable.type())) {
            return;
        }
        for (AbstractValue argument : call.arguments()) {
            if (types.isThrowable(argument.type())) {
                writes.reason(state, call.receiver(), argument, Reason.Level.STRUCTURED, call.at());
            } else if (argument.type().equals(TypeName.STRING)) {
                writes.reason(state, call.receiver(), argument, Reason.Level.TEXT, call.at());
            }
        }
    }
}
