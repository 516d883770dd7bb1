package org.runincident.flow.status;

import java.util.Set;
import org.runincident.vocabulary.Vocabulary;
import org.runincident.vocabulary.Words;

/** What is said of a failure by handing it over: an exception to a callee that takes one, an event to a store. */
final class Tellings {

    private final MethodScope scope;
    private final StatusTypes types;
    private final Vocabulary vocabulary;
    private final Reasons reasons;
    private final StatusWrites writes;

    Tellings(MethodScope scope, Reasons reasons, StatusWrites writes) {
        this.scope = scope;
        this.types = scope.types();
        this.vocabulary = scope.types().vocabulary();
        this.reasons = reasons;
        this.writes = writes;
    }

    /** A callee that is given an exception, by whatever name it takes them, has it from now on. */
    void handOver(PathState state, Invocation call) {
        boolean setter =
                Accessors.written(call.name()) != null && call.arguments().size() == 1;
        if (setter || !vocabulary.reasons().takesException(call.name()) && !call.isCreation()) {
            return;
        }
        Reason told = reasons.objectsHandedOver(state, call.arguments());
        if (call.isCreation() && told.isNone()) {
            told = reasons.derivedHandedOver(state, call.arguments());
        }
        if (told.isNone()) {
            return;
        }
        Set<Ref> subjects = new java.util.LinkedHashSet<>();
        if (!call.isCreation()) {
            if (call.receiver() != null) {
                subjects.add(call.receiver());
            }
            if (scope.graph().receiver() != null
                    && types.hasStatus(scope.graph().receiver().type())) {
                subjects.add(new Ref.Receiver(scope.graph().receiver().type()));
            }
        }
        for (AbstractValue argument : call.arguments()) {
            Ref ref = argument.ref();
            if (call.isCreation()
                    && ref instanceof Ref.Member id
                    && Words.last(id.name()).equals("id")
                    && !state.subject(id.of()).pending().isEmpty()) {
                subjects.add(id.of());
            }
            if (ref != null
                    && !types.isThrowable(argument.type())
                    && !argument.type().is("java.lang.String")) {
                subjects.add(ref);
            }
        }
        for (Ref subject : subjects) {
            writes.tell(state, subject, told, call.at());
        }
    }

    /**
     * {@code records.update(key, event)} beside {@code state.set(FAILED)}: an event that can say why is kept with the status, by
     * a store that keeps both.
     */
    void keep(PathState state, Invocation call) {
        if (call.isCreation()
                || call.receiver() == null
                || !(call.receiver().root() instanceof Ref.Receiver own)
                || !HandOvers.isSaving(call)) {
            return;
        }
        for (AbstractValue argument : call.arguments()) {
            if (!(argument.ref() instanceof Ref.Made) && types.isMessage(argument.type())) {
                Reason said = argument.parameters().isEmpty()
                        ? Reason.TEXT
                        : Reason.givenBy(argument.parameters(), Reason.Level.TEXT);
                writes.tell(state, own, said, call.at());
            }
        }
    }
}
