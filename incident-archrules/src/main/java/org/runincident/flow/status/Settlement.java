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
            Reason.Level level = thrown
                    ? Reason.Level.STRUCTURED
                    : state.reasonOf(entry.getKey()).assumed();
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
}
