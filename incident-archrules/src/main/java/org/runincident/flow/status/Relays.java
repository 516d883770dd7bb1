package org.runincident.flow.status;

import java.util.Set;
import org.runincident.code.Quoted;
import org.runincident.vocabulary.Transitions;

/** Calls whose callee gives a bad end of its own accord: links in the chain to whoever can say why. */
final class Relays {

    private final MethodScope scope;
    private final StatusWrites writes;
    private final CallerView view;

    Relays(MethodScope scope, StatusWrites writes, CallerView view) {
        this.scope = scope;
        this.writes = writes;
        this.view = view;
    }

    void relay(
            PathState state,
            Invocation call,
            Anchor anchor,
            Ref subject,
            String property,
            Summary.Written written,
            Summary.Outcome outcome) {
        if (written.ends().all().isEmpty()) {
            return;
        }
        Transitions transitions = scope.types().vocabulary().transitions();
        boolean named = transitions.isTransition(call.method().name());
        boolean takesReason = takesReason(call, outcome, anchor);
        if (!anchor.isCallers() && !named && !takesReason || !scope.isSiteOn(subject, FailSite.Kind.CALLEE, false)) {
            return;
        }
        FailSite site = scope.site(call.at(), anchor, property, subject);
        site.ends(written.ends().all());
        site.calls(written.sites());
        if (named || takesReason) {
            site.show();
        }
        if (handsIn(call)) {
            site.list();
        }
        if (named) {
            writes.wait(state, subject, site, property, written.ends());
        } else {
            state.change(subject, old -> old.withAlso(new SubjectState.Pending(site.key(), property, written.ends())));
        }
        state.step(
                Trail.Kind.SITE,
                call.at(),
                "`" + call.method().name() + "` makes " + Quoted.of(site.subject()) + " "
                        + StatusWrites.join(written.ends().asked()),
                site.subject(),
                site.key());
    }

    /** {@code updateStatus(flow.start().getStatus())}: a status goes in, and the callee says what becomes of it. */
    private boolean handsIn(Invocation call) {
        return scope.types().vocabulary().statuses().isSetter(call.name())
                && call.arguments().stream().anyMatch(argument -> scope.types().isStatus(argument.type()));
    }

    /** Whether the caller has a way to give the reason, and this happens because of what it gave there. */
    private boolean takesReason(Invocation call, Summary.Outcome outcome, Anchor anchor) {
        return outcome.effects().get(anchor).reason().given().keySet().stream()
                        .anyMatch(index -> view.isSlot(call, index))
                || outcome.assumes().entrySet().stream()
                        .anyMatch(each ->
                                Set.of(Atom.NULL).equals(each.getValue().among()) && view.isSlot(call, each.getKey()));
    }
}
