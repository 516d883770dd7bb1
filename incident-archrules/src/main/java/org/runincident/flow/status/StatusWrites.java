package org.runincident.flow.status;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.runincident.code.Quoted;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.vocabulary.StatusWords.Meaning;

/** What it does to a path that a value is put into a slot of a subject: a status, a reason, or neither. */
final class StatusWrites {

    private final MethodScope scope;
    private final StatusTypes types;
    private final Reasons reasons;
    private final Recordings slots;
    private final PartSites parts;

    StatusWrites(MethodScope scope, Reasons reasons) {
        this.scope = scope;
        this.types = scope.types();
        this.reasons = reasons;
        this.slots = new Recordings(scope);
        this.parts = new PartSites(scope);
    }

    /** A slot of the subject takes a value. */
    List<PathState> slot(
            PathState state,
            Ref subject,
            String name,
            TypeName type,
            AbstractValue value,
            Span at,
            FailSite.Kind kind) {
        if (types.holdsStatus(name, type)) {
            if (!scope.isAccount(subject.type(), name, type)) {
                return status(state, subject, name, type, value, at, kind);
            }
            Reason said = reasons.said(state, value, Reason.Level.TEXT);
            if (!said.isNone()) {
                tell(state, subject, said, at);
            }
            return List.of(state);
        }
        Ref.Member member = new Ref.Member(subject, name, type);
        Reason.Level level = types.slot(name, type);
        if (level == Reason.Level.NONE && value.carries() != null && !types.isStatus(value.type())) {
            level = Reason.Level.TEXT;
        }
        if (level != Reason.Level.NONE) {
            reason(state, subject, name, value, level, at);
        }
        state.forgetMembers(member, each -> !Facts.isFact(each));
        state.setMember(member, value.ref() == null ? value.named(member) : value);
        return List.of(state);
    }

    /** The subject is told why, beside what it was told before. */
    void reason(PathState state, Ref subject, AbstractValue value, Reason.Level level, Span at) {
        Reason said = reasons.said(state, value, level);
        if (!said.isNone()) {
            tell(state, subject, said, at);
        }
    }

    /** A slot of the subject takes a value: what it said before is gone. */
    void reason(PathState state, Ref subject, String slot, AbstractValue value, Reason.Level level, Span at) {
        Reason said = reasons.said(state, value, level);
        if (!said.isNone()) {
            boolean detailed = value.carries() != null || types.isThrowable(value.type());
            slots.fill(state, subject, slot, new Told.Slot(said, at, detailed), value);
        } else if (reasons.saysNothing(value)) {
            slots.empty(state, subject, new TreeSet<>(Set.of(slot)), Recordings.taking(value), at);
        }
    }

    void tell(PathState state, Ref subject, Reason said, Span at) {
        slots.tell(state, subject, said, at);
    }

    Recordings slots() {
        return slots;
    }

    /**
     * The subject takes a status. A value that may or may not be a bad end makes two paths.
     *
     * @param type of the slot
     */
    List<PathState> status(
            PathState state,
            Ref subject,
            String property,
            TypeName type,
            AbstractValue value,
            Span at,
            FailSite.Kind kind) {
        Set<Atom> bad = new TreeSet<>();
        boolean requested = true;
        for (Atom atom : value.atoms()) {
            if (types.isBadEnd(atom) && !isCopy(value, atom, kind) && !isHandedIn(value)) {
                bad.add(atom);
                requested &= types.meaning(atom) == Meaning.REQUESTED;
            }
        }
        Reason told = value.carries() != null
                ? value.carries()
                : value.ref() == null ? Reason.NONE : state.subject(value.ref()).reason();
        if (!told.isNone()) {
            tell(state, subject, told, at);
        }
        if (!bad.isEmpty() && !scope.isSiteOn(subject, kind, requested)) {
            parts.fixed(state, subject, property, bad, at);
            state.setMember(new Ref.Member(subject, property, type), value);
            return List.of(state);
        }
        if (!bad.isEmpty() && (parts.repeats(state, subject, property) || parts.concludes(state, subject, bad))) {
            state.setMember(new Ref.Member(subject, property, type), value);
            return List.of(state);
        }
        List<PathState> after = new ArrayList<>();
        if (!bad.isEmpty()) {
            boolean only = !value.open() && bad.size() == value.atoms().size();
            PathState failed = only ? state : state.copy();
            failed.setMember(new Ref.Member(subject, property, type), value.among(bad));
            give(failed, subject, property, bad, at, kind);
            after.add(failed);
            if (only) {
                return after;
            }
        }
        AbstractValue rest = bad.isEmpty() ? value : value.without(bad);
        if (rest != null) {
            if (!rest.open()) {
                scope.turns().written(state, subject, property, rest, at);
                otherwise(state, subject, property, rest.atoms(), at);
            }
            value.parameters()
                    .forEach(p -> state.change(subject, old -> old.with(new SubjectState.Passed(property, p))));
            parts.handedIn(state, subject, property, rest, at, kind);
            state.setMember(new Ref.Member(subject, property, type), rest);
            after.add(state);
        }
        return after;
    }

    /** The subject takes a status that is no bad end; with one that runs, another run begins. */
    void otherwise(PathState state, Ref subject, String property, Set<Atom> given, Span at) {
        boolean failed = state.subject(subject).pending().stream()
                .anyMatch(pending -> pending.property().equals(property));
        state.change(subject, old -> old.overwritten(property, given));
        if (failed) {
            state.step(
                    Trail.Kind.OVER,
                    at,
                    Quoted.of(scope.text(subject)) + " becomes " + join(given),
                    scope.text(subject),
                    null);
        }
        if (given.size() != 1) {
            return;
        }
        Atom only = given.iterator().next();
        if (only.kind() == Atom.Kind.CONSTANT && types.vocabulary().statuses().isRunning(only.text())) {
            String name = scope.text(subject);
            scope.started(property);
            state.step(Trail.Kind.STARTED, at, "`" + name + "` becomes " + only.text(), name, null);
            if (failed) {
                slots.leaveOver(state, subject, at);
            }
        }
    }

    /**
     * A status that could say why is handed out without: that is a site, and whoever stores it only copies. A table that maps
     * codes to statuses knows no reason; there the one who stores it is asked.
     */
    void returned(PathState state, Span at) {
        AbstractValue value = state.returned();
        if (value == null
                || value.ref() != null
                || value.carries() != null
                || !types.isStatusWithReason(value.type())
                || scope.isMappingTable()) {
            return;
        }
        Set<Atom> bad = new TreeSet<>();
        value.atoms().stream().filter(types::isBadEnd).forEach(bad::add);
        Ref subject = new Ref.Shared(value.type(), "", value.type());
        boolean requested = bad.stream().allMatch(atom -> types.meaning(atom) == Meaning.REQUESTED);
        if (bad.isEmpty() || !scope.isSiteOn(subject, FailSite.Kind.RETURNED, requested)) {
            return;
        }
        FailSite site = scope.site(at, FailSite.Kind.RETURNED, "result", subject);
        site.ends(bad);
        site.show();
        state.step(Trail.Kind.SITE, at, join(bad) + " is returned", site.subject(), site.key());
        boolean told = state.subjects().entrySet().stream()
                .anyMatch(entry -> !(entry.getKey().root() instanceof Ref.Made)
                        && !entry.getValue().reason().isNone());
        site.settle(told ? Reason.Level.TEXT : Reason.Level.NONE, Ends.of(bad), state.trail(), false);
        AbstractValue rest = value.without(bad);
        state.setReturned(rest == null ? AbstractValue.unknown(null, value.type()) : rest.orAnything());
    }

    /** A bad end that says why is made, to be given to something later: a site of its own, never silent. */
    void described(PathState state, Atom end, Reason why, Span at) {
        Ref subject = new Ref.Shared(end.type(), "", end.type());
        boolean requested = types.meaning(end) == Meaning.REQUESTED;
        if (why.assumed() == Reason.Level.NONE || !scope.isSiteOn(subject, FailSite.Kind.BUILDER, requested)) {
            return;
        }
        FailSite site = scope.site(at, FailSite.Kind.BUILDER, "result", subject);
        site.ends(Set.of(end));
        site.show();
        state.step(Trail.Kind.SITE, at, end.text() + " is made", site.subject(), site.key());
        site.settle(why.assumed(), Ends.of(Set.of(end)), state.trail(), false);
        site.texts().addAll(why.texts());
    }

    /** What another object was seen to hold was given there. */
    private static boolean isCopy(AbstractValue value, Atom atom, FailSite.Kind kind) {
        if (!(value.ref() instanceof Ref.Member member) || atom.kind() == Atom.Kind.SOME_BAD_END) {
            return false;
        }
        // What was looked up and stored counts as given there; what it is told by is a view.
        return !member.name().equals(MethodScope.LOOKED_UP) || kind == FailSite.Kind.CONSTRUCTOR;
    }

    /** A parameter that turned out to be a bad end was given by the caller, who knows why. */
    private static boolean isHandedIn(AbstractValue value) {
        return value.ref() instanceof Ref.Parameter && !value.parameters().isEmpty();
    }

    private void give(PathState state, Ref subject, String property, Set<Atom> bad, Span at, FailSite.Kind kind) {
        FailSite site = scope.site(at, kind, property, subject);
        site.ends(bad);
        site.show();
        wait(state, subject, site, property, Ends.of(bad));
        state.step(Trail.Kind.SITE, at, site.gives(join(bad)), site.subject(), site.key());
    }

    /** From here on the site waits for a reason; one whose status it overwrites waits with it. */
    void wait(PathState state, Ref subject, FailSite site, String property, Ends ends) {
        for (SubjectState.Pending earlier : state.subject(subject).pending()) {
            if (earlier.property().equals(property)
                    && !scope.sites().get(earlier.site()).isPart()) {
                scope.sites().get(earlier.site()).overtakenBy(site);
            }
        }
        state.change(subject, old -> old.with(new SubjectState.Pending(site.key(), property, ends)));
    }

    static String join(Collection<Atom> atoms) {
        return String.join(" or ", atoms.stream().map(Atom::text).distinct().toList());
    }
}
