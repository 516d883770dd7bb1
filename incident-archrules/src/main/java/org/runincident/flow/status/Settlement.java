package org.runincident.flow.status;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.runincident.flow.Value;

/** Tells each site of a path that ended how well its subject was told why. */
final class Settlement {

    private Settlement() {}

    /**
     * Settles all sites still pending.
     *
     * @param thrown the path ends with an exception, which carries the reason on
     * @param left only subjects made by this method are settled: one of them is left behind
     */
    static void settle(MethodScope scope, PathState state, boolean thrown, boolean left) {
        for (Ref subject : state.subjects().keySet()) {
            if (!left || subject.root() instanceof Ref.Made || subject.root() instanceof Ref.Named) {
                settle(scope, state, subject, thrown);
            }
        }
        for (SiteKey waiting : state.letGo().waiting()) {
            scope.sites().get(waiting).leaveUndecided(state.trail());
        }
    }

    /** Settles the sites pending on one subject, whose path ends well before the others'. */
    static void settle(MethodScope scope, PathState state, Ref subject) {
        settle(scope, state, subject, false);
    }

    private static void settle(MethodScope scope, PathState state, Ref subject, boolean thrown) {
        SubjectState standing = state.subject(subject);
        if (standing.pending().isEmpty()) {
            return;
        }
        Reason reason = state.reasonOf(subject);
        Reason.Level level = reason.assumed();
        if (thrown && (level == Reason.Level.NONE || state.isFlung()) && !isException(subject, scope)) {
            level = Reason.Level.STRUCTURED;
        } else if (level == Reason.Level.NONE) {
            level = leftToCaller(scope, state);
        }
        boolean callers = Anchors.of(subject, state.returned()).isCallers();
        List<SiteKey> silent = new ArrayList<>();
        SortedSet<SubjectState.Pending> waiting = new TreeSet<>(standing.pending());
        waiting.addAll(standing.overtaken());
        for (SubjectState.Pending pending : waiting) {
            FailSite site = scope.sites().get(pending.site());
            if (level == Reason.Level.NONE && state.letGo().told().contains(subject.root())) {
                site.leaveUndecided(state.trail());
                continue;
            }
            site.settle(level, pending.ends(), state.trail(), callers);
            site.texts().addAll(reason.texts());
            if (level == Reason.Level.NONE
                    && !site.isPart()
                    && standing.pending().contains(pending)) {
                silent.add(site.key());
            }
        }
        silent.forEach(key -> scope.sites().get(key).together().addAll(silent));
    }

    /** Where the method was handed no reason, its caller is asked, who could have given one. */
    private static Reason.Level leftToCaller(MethodScope scope, PathState state) {
        Reason.Level most = Reason.Level.NONE;
        for (Value.Variable parameter : scope.graph().parameters()) {
            AbstractValue value = state.read(parameter);
            if (value.isNull()
                    && value.ref() instanceof Ref.Parameter own
                    && own.name().equals(parameter.name())) {
                most = most.max(scope.types().slot(parameter.name(), parameter.type()));
            }
        }
        return most;
    }

    /** An exception says only what was put into it: that it is thrown adds nothing. */
    private static boolean isException(Ref subject, MethodScope scope) {
        return scope.types().isThrowable(subject.type());
    }
}
