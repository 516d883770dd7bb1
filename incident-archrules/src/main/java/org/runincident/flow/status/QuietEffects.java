package org.runincident.flow.status;

import java.util.SortedSet;
import java.util.TreeSet;

/** What it does to a path that a callee neither fails anything nor says why: it empties slots, or starts a run. */
final class QuietEffects {

    private final Reasons reasons;
    private final StatusWrites writes;

    QuietEffects(Reasons reasons, StatusWrites writes) {
        this.reasons = reasons;
        this.writes = writes;
    }

    void apply(PathState state, Invocation call, Summary summary) {
        if (summary.outcomes().size() == 1) {
            summary.outcomes()
                    .get(0)
                    .effects()
                    .forEach((anchor, effect) -> apply(state, call, anchor, CallerView.subject(call, anchor), effect));
        }
    }

    void apply(PathState state, Invocation call, Anchor anchor, Ref subject, Summary.Effect effect) {
        if (!anchor.isCallers()) {
            return;
        }
        SortedSet<String> emptied = new TreeSet<>(effect.emptied());
        effect.told().slots().forEach((name, slot) -> {
            if (!slot.said().isNone() && isHandedNothing(call, slot.said())) {
                emptied.add(name);
            }
        });
        boolean restarts = state.subject(subject).pending().stream()
                .anyMatch(pending -> effect.given().containsKey(pending.property()));
        if (restarts && !emptied.isEmpty()) {
            state.change(subject, SubjectState::untold);
        } else if (!emptied.isEmpty()) {
            boolean setter =
                    Accessors.written(call.name()) != null && call.arguments().size() == 1;
            String how = setter ? Recordings.taking(call.arguments().get(0)) : "`" + call.name() + "` empties {}";
            writes.slots().empty(state, subject, emptied, how, call.at());
        }
        effect.given().forEach((property, atoms) -> writes.otherwise(state, subject, property, atoms, call.at()));
    }

    /** Whether a slot takes what the caller hands in, and that is nothing. */
    private boolean isHandedNothing(Invocation call, Reason said) {
        return said.level() == Reason.Level.NONE
                && said.given().keySet().stream()
                        .allMatch(index -> index >= 0
                                && index < call.arguments().size()
                                && reasons.saysNothing(call.arguments().get(index)));
    }
}
