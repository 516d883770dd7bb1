package org.runincident.flow.status;

import java.util.List;
import java.util.Set;
import org.runincident.code.TypeDeclaration;
import org.runincident.code.TypeName;
import org.runincident.vocabulary.Words;

/**
 * Sees that a subject leaves the hands of the method: saved, sent, published. What is recorded with it later comes too late;
 * what was recorded before is known there, and emptying the slot takes it back no more.
 */
final class HandOvers {

    private static final Set<String> PUBLISHING =
            Set.of("publish", "send", "emit", "fire", "dispatch", "notify", "broadcast", "produce");

    private static final Set<String> SAVING = Set.of("save", "update", "store", "insert", "upsert");

    private static final Set<String> STORES =
            Set.of("repository", "repo", "dao", "store", "storage", "mapper", "persistence", "gateway", "client");

    /** Objects that are written as they are when the transaction ends, not when they are saved. */
    private static final Set<String> MANAGED = Set.of("Entity", "MappedSuperclass", "Embeddable", "PersistenceCapable");

    private final MethodScope scope;
    private final boolean inTransaction;

    HandOvers(MethodScope scope) {
        this.scope = scope;
        this.inTransaction = scope.graph().method().annotations().contains("Transactional")
                || scope.types()
                        .declarations()
                        .type(TypeName.resolved(scope.graph().method().key().owner()))
                        .filter(type -> type.annotations().contains("Transactional"))
                        .isPresent();
    }

    /** The call was made; what it did to its arguments is known by now. */
    void after(PathState state, Invocation call) {
        for (AbstractValue argument : call.arguments()) {
            Ref ref = argument.ref();
            if (ref == null) {
                continue;
            }
            hand(state, call, ref, argument.type());
            if (ref instanceof Ref.Made made && made.from() != null) {
                hand(state, call, made.from(), made.from().type());
            }
        }
    }

    private void hand(PathState state, Invocation call, Ref subject, TypeName type) {
        if (!state.subjects().containsKey(subject)) {
            return;
        }
        boolean waits = !state.subject(subject).pending().isEmpty();
        boolean silent = state.reasonOf(subject).isNone();
        if (waits && (publishes(call) || saves(call, type))) {
            state.change(
                    subject,
                    old -> silent || !old.reason().isNone() ? old.handedOn(call.at(), call.name()) : old.delivered());
        } else {
            state.change(subject, SubjectState::delivered);
        }
    }

    private static boolean publishes(Invocation call) {
        return PUBLISHING.contains(firstWord(call)) && !call.isCreation();
    }

    private boolean saves(Invocation call, TypeName subject) {
        if (inTransaction
                || call.isCreation()
                || call.receiverKnown() == null
                || !SAVING.contains(firstWord(call))
                || !STORES.contains(Words.last(call.receiverKnown().type().simple()))) {
            return false;
        }
        List<TypeDeclaration> lineage = scope.types().declarations().lineage(subject);
        return !lineage.isEmpty()
                && lineage.stream()
                        .noneMatch(type -> type.annotations().stream().anyMatch(MANAGED::contains));
    }

    /** Whether a call says by its name that it keeps what it is given. */
    static boolean isSaving(Invocation call) {
        return SAVING.contains(firstWord(call));
    }

    private static String firstWord(Invocation call) {
        return Words.of(call.name()).stream().findFirst().orElse("");
    }
}
