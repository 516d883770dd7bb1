package org.runincident.flow.status;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.runincident.code.Span;

/** Paths of a method that are not followed to their end: what they wait for, and could come to, is left undecided. */
final class LeftOut {

    private final MethodScope scope;
    private final Onward onward;
    private final Set<Integer> blocks = new TreeSet<>();

    LeftOut(MethodScope scope, Onward onward) {
        this.scope = scope;
        this.onward = onward;
    }

    /**
     * A path is not followed from the entry of a block on.
     *
     * @param state the path; null when another one has taken its place
     */
    void add(int block, PathState state) {
        blocks.add(block);
        if (state != null) {
            state.subjects()
                    .values()
                    .forEach(subject -> subject.pending()
                            .forEach(
                                    pending -> scope.sites().get(pending.site()).leaveUndecided()));
        }
    }

    /** All paths have been followed, or left out. */
    void settle() {
        if (blocks.isEmpty() || scope.sites().isEmpty()) {
            return;
        }
        BitSet ahead = new BitSet();
        blocks.forEach(block -> ahead.or(onward.from(block)));
        Set<Span> places = new HashSet<>();
        ahead.stream().forEach(block -> scope.graph().block(block).events().forEach(event -> places.add(event.at())));
        scope.sites().values().stream()
                .filter(site -> places.contains(site.key().at()))
                .forEach(FailSite::leaveUndecided);
    }
}
