package org.runincident.flow.status;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Where each subject stands on a path.
 *
 * <p>A copy has its map in common with what it was copied from until either writes.
 */
final class Subjects {

    /** Where that many are followed, those reached over several fields are let go: in circles of calls their number has no end. */
    private static final int MOST = 32;

    private static final int SEVERAL_FIELDS = 2;

    private Map<Ref, SubjectState> standing;
    private boolean owned;
    private LetGo letGo;
    private PartReasons reasons;

    Subjects() {
        this(Map.of(), LetGo.NOTHING, null);
    }

    private Subjects(Map<Ref, SubjectState> standing, LetGo letGo, PartReasons reasons) {
        this.standing = standing;
        this.letGo = letGo;
        this.reasons = reasons;
    }

    Subjects copy() {
        owned = false;
        return new Subjects(standing, letGo, reasons);
    }

    private Map<Ref, SubjectState> own() {
        if (!owned) {
            standing = new HashMap<>(standing);
            owned = true;
        }
        reasons = null;
        return standing;
    }

    SubjectState of(Ref ref) {
        return standing.getOrDefault(ref, SubjectState.NEW);
    }

    /** Not to be changed. */
    Map<Ref, SubjectState> all() {
        return standing;
    }

    /** What is not followed. */
    LetGo letGo() {
        return letGo;
    }

    void forget(Ref ref) {
        if (standing.containsKey(ref)) {
            own().remove(ref);
        }
    }

    void change(Ref ref, UnaryOperator<SubjectState> change) {
        SubjectState changed = change.apply(of(ref));
        if (changed.isIdle()) {
            forget(ref);
        } else if (!isFollowed(ref)) {
            letGo = letGo.with(ref, changed);
        } else if (standing.get(ref) != changed) {
            own().put(ref, changed);
        }
    }

    private boolean isFollowed(Ref ref) {
        return standing.size() < MOST || ref.depth() < SEVERAL_FIELDS || standing.containsKey(ref);
    }

    /** Forgets what was told to objects made here that nobody holds any more. */
    void keep(Set<Ref> held) {
        for (Map.Entry<Ref, SubjectState> entry : standing.entrySet()) {
            if (isLost(entry, held)) {
                own().entrySet().removeIf(other -> isLost(other, held));
                break;
            }
        }
    }

    private static boolean isLost(Map.Entry<Ref, SubjectState> entry, Set<Ref> held) {
        return entry.getKey().root() instanceof Ref.Made made
                && !held.contains(made)
                && entry.getValue().pending().isEmpty()
                && entry.getValue().passed().isEmpty();
    }

    /** Everything that was recorded with a subject, with what it is part of, and with what is part of it. */
    Reason reasonOf(Ref ref) {
        return of(ref).reason().and(reasonOfParts(ref));
    }

    /** What was recorded with what a subject is part of, and with what is part of it. */
    Reason reasonOfParts(Ref ref) {
        if (reasons == null) {
            reasons = new PartReasons(standing);
        }
        return reasons.of(ref);
    }

    /** Those that part paths. */
    Map<Ref, SubjectState> parting() {
        Map<Ref, SubjectState> parting = new HashMap<>();
        standing.forEach((ref, subject) -> {
            if (!subject.isPlain()) {
                parting.put(ref, subject);
            }
        });
        return parting;
    }

    /** Which sites wait on which subjects, and how well those have been told: the least by which paths are told apart. */
    Map<Object, Object> waiting() {
        Map<Object, Object> waiting = new HashMap<>();
        standing.forEach((ref, subject) -> {
            if (!subject.pending().isEmpty()) {
                waiting.put(ref, List.of(subject.pending(), reasonOf(ref).level()));
            }
        });
        return waiting;
    }

    /**
     * Joins those of another path into these.
     *
     * @return whether anything is known less well now
     */
    boolean join(Subjects other) {
        LetGo both = letGo.and(other.letGo);
        boolean changed = both != letGo;
        letGo = both;
        if (standing == other.standing) {
            return changed;
        }
        Set<Ref> all = new HashSet<>(standing.keySet());
        all.addAll(other.standing.keySet());
        for (Ref ref : all) {
            SubjectState mine = of(ref);
            SubjectState others = other.of(ref);
            if (mine != others) {
                SubjectState joined = mine.or(others);
                if (!joined.isSame(mine)) {
                    change(ref, old -> joined);
                    changed = true;
                }
            }
        }
        return changed;
    }
}
