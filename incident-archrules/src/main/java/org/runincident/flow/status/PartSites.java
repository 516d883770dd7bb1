package org.runincident.flow.status;

import java.util.Set;
import java.util.TreeSet;
import org.runincident.code.Quoted;
import org.runincident.code.Span;
import org.runincident.flow.Value;
import org.runincident.vocabulary.StatusWords;

/**
 * Places that give a status which somebody else decides on: a helper that is handed it, the constructors of an exception that
 * carries it. A reader counts them; the reason is asked of who hands the status in, or makes the exception.
 */
final class PartSites {

    private final MethodScope scope;
    private final StatusTypes types;

    PartSites(MethodScope scope) {
        this.scope = scope;
        this.types = scope.types();
    }

    /** A constructor of an exception gives it a bad end. */
    void fixed(PathState state, Ref subject, String property, Set<Atom> ends, Span at) {
        if (isExceptionMadeHere(subject)) {
            FailSite site = scope.part(at, FailSite.Kind.EXCEPTION, property, subject, -1);
            site.ends(ends);
            site.list();
            await(state, subject, site, Ends.of(ends), at, site.gives(StatusWrites.join(new TreeSet<>(ends))));
        }
    }

    /** A subject takes a status that the caller hands in; whether that is a bad end, only callers know. */
    void handedIn(PathState state, Ref subject, String property, AbstractValue status, Span at, FailSite.Kind kind) {
        boolean canFail = status.open() || status.atoms().stream().anyMatch(types::isBadEnd);
        boolean exception = isExceptionMadeHere(subject);
        if (!canFail || !exception && (!isGiving(kind) || !isAnotherObject(subject, kind))) {
            return;
        }
        for (int parameter : status.parameters()) {
            FailSite site = scope.part(at, exception ? FailSite.Kind.EXCEPTION : kind, property, subject, parameter);
            await(
                    state,
                    subject,
                    site,
                    Ends.NONE,
                    at,
                    Quoted.of(site.subject()) + " takes the " + property + " that is handed in");
        }
    }

    /**
     * {@code status = given; switch (status) { case FAILED: eventStatus = FAILURE; }}: one object says in other words what it was
     * handed before.
     */
    boolean repeats(PathState state, Ref subject, String property) {
        return state.subject(subject).passed().stream()
                .anyMatch(passed -> !passed.property().equals(property)
                        && isKnownToBeBad(state, scope.graph().parameters().get(passed.parameter())));
    }

    /**
     * {@code case FAILING: status = FAILED}: what was about to fail has; the reason was asked for when that began. Who asked for a stop
     * is asked again when it comes about.
     */
    boolean concludes(PathState state, Ref subject, Set<Atom> ends) {
        Set<Atom> before = new TreeSet<>();
        state.members((ref, value) -> {
            if (ref instanceof Ref.Member member
                    && member.of().equals(subject)
                    && !value.open()
                    && types.isStatus(value.type())) {
                before.addAll(value.atoms());
            }
        });
        return !before.isEmpty()
                && before.stream()
                        .allMatch(atom -> types.meaning(atom) == StatusWords.Meaning.FAILURE
                                && ends.stream()
                                        .allMatch(end -> end.type().equals(atom.type())
                                                && StatusWords.isEndOf(end.text(), atom.text())));
    }

    private boolean isKnownToBeBad(PathState state, Value.Variable parameter) {
        AbstractValue handed = state.read(parameter);
        AbstractValue tested = handed.open() && handed.ref() != null ? state.member(handed.ref()) : handed;
        return tested != null && !tested.open() && tested.atoms().stream().anyMatch(types::isBadEnd);
    }

    private void await(PathState state, Ref subject, FailSite site, Ends ends, Span at, String text) {
        state.change(subject, old -> old.withAlso(new SubjectState.Pending(site.key(), site.property(), ends)));
        state.step(Trail.Kind.SITE, at, text, site.subject(), site.key());
    }

    private boolean isExceptionMadeHere(Ref subject) {
        return subject instanceof Ref.Receiver
                && scope.graph().method().isConstructor()
                && types.carriesStatus(subject.type());
    }

    /** What is made with a status, or converted, is a value; what is set is how something stands. */
    private static boolean isGiving(FailSite.Kind kind) {
        return kind == FailSite.Kind.SETTER || kind == FailSite.Kind.FIELD || kind == FailSite.Kind.TRANSITION;
    }

    /** The setter of an object, or of what it wraps, and a store that keeps what it is given define how a status is written. */
    private boolean isAnotherObject(Ref subject, FailSite.Kind kind) {
        StatusWords words = types.vocabulary().statuses();
        boolean definition = subject.root() instanceof Ref.Receiver
                && (subject.depth() == 0
                        || words.isSetter(scope.graph().method().name()));
        String owner = scope.graph().method().key().owner();
        return !definition
                && !types.vocabulary().bystanders().isStore(owner.substring(owner.lastIndexOf('.') + 1))
                && scope.isSiteOn(subject, kind, false);
    }
}
