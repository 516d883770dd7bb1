package org.runincident.flow.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        for (Map.Entry<Ref, SubjectState> entry : state.subjects().entrySet()) {
            if (entry.getValue().pending().isEmpty() || left && !(entry.getKey().root() instanceof Ref.Made)) {
                continue;
            }
            Reason.Level level = state.reasonOf(entry.getKey()).assumed();
            if (thrown && level == Reason.Level.NONE && !isException(entry.getKey(), scope)) {
                level = Reason.Level.STRUCTURED;
            }
            boolean callers = Anchors.of(entry.getKey(), state.returned()).isCallers();
            List<SiteKey> silent = new ArrayList<>();
            for (SubjectState.Pending pending : entry.getValue().pending()) {
                FailSite site = scope.sites().get(pending.site());
                site.settle(level, state.trail(), callers);
                if (level == Reason.Level.NONE) {
                    silent.add(site.key());
                }
            }
            silent.forEach(key -> scope.sites().get(key).together().addAll(silent));
        }
    }

    /** An exception says only what was put into it: that it is thrown adds nothing. */
    private static boolean isException(Ref subject, MethodScope scope) {
        return scope.types().isThrowable(subject.type());
    }
}
