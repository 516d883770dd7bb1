package org.runincident.flow.status;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.runincident.code.Span;

/** Where the reason of a subject stands on a path: in which slot, in whose hands, and how it is lost again. */
final class Recordings {

    private final MethodScope scope;

    Recordings(MethodScope scope) {
        this.scope = scope;
    }

    /** The subject is told why, beside what it was told before. */
    void tell(PathState state, Ref subject, Reason said, Span at) {
        SubjectState before = state.subject(subject);
        state.change(subject, old -> old.told(said));
        noteTold(state, subject, before, at);
    }

    /** A slot of the subject takes a reason, in place of what it held. */
    void fill(PathState state, Ref subject, String slot, Told.Slot written, AbstractValue value) {
        SubjectState before = state.subject(subject);
        scope.turns().rewritten(state, subject, slot, written, value);
        state.change(subject, old -> old.told(slot, written));
        noteTold(state, subject, before, written.at());
    }

    private void noteTold(PathState state, Ref subject, SubjectState before, Span at) {
        SubjectState after = state.subject(subject);
        String name = scope.text(subject);
        if (after.reason().isNone() && after.handed() != null) {
            state.step(
                    Trail.Kind.LOST,
                    at,
                    "its reason is recorded in line " + at.line() + ", after `"
                            + after.handed().by() + "` in line "
                            + after.handed().at().line() + " has handed it on",
                    name,
                    null);
        } else {
            state.step(Trail.Kind.TOLD, at, "the reason is recorded", name, null);
        }
    }

    /**
     * Slots of the subject are emptied.
     *
     * @param how a clause that says so, the slots as {@code {}}
     */
    void empty(PathState state, Ref subject, SortedSet<String> slots, String how, Span at) {
        SubjectState before = state.subject(subject);
        List<String> lost = new ArrayList<>();
        Span recorded = null;
        for (String slot : slots) {
            Told.Slot held = before.told().slot(slot);
            if (held != null && !held.said().isNone()) {
                lost.add("`" + slot + "`");
                recorded = recorded == null ? held.at() : recorded;
            }
            state.change(subject, old -> old.told(slot, new Told.Slot(Reason.NONE, at, false)));
        }
        if (recorded != null && state.subject(subject).reason().isNone()) {
            state.step(
                    Trail.Kind.LOST,
                    at,
                    "its reason is recorded in line " + recorded.line() + " and gone after line " + at.line() + ": "
                            + how.replace("{}", String.join(" and ", lost)),
                    scope.text(subject),
                    null);
        }
    }

    /** How a slot is emptied by what it takes. */
    static String taking(AbstractValue value) {
        Atom only = value.only();
        boolean blank =
                only == null || only.kind() == Atom.Kind.NULL || only.text().isBlank();
        return blank ? "{} is emptied" : "{} becomes \"" + only.text() + "\"";
    }

    /** Another run begins: what the last one was told says nothing of this one. */
    void leaveOver(PathState state, Ref subject, Span at) {
        Told told = state.subject(subject).told();
        if (told.reason().isNone()) {
            return;
        }
        Span recorded = told.slots().values().stream()
                .filter(slot -> !slot.said().isNone())
                .map(Told.Slot::at)
                .findFirst()
                .orElse(null);
        state.change(subject, SubjectState::untold);
        state.step(
                Trail.Kind.LEFT_OVER,
                at,
                "what it says is the reason of the run before, "
                        + (recorded == null ? "" : "recorded in line " + recorded.line() + " and ")
                        + "not cleared when it starts again in line " + at.line(),
                scope.text(subject),
                null);
    }
}
