package org.runincident.flow.status;

import java.util.Set;
import org.runincident.flow.Condition;

/**
 * A reason slot that was seen to be filled is a reason: {@code if (task.getReason() == null) task.setReason(..)} leaves none
 * empty.
 */
final class Guards {

    private final StatusTypes types;

    Guards(StatusTypes types) {
        this.types = types;
    }

    /** Takes note of what a branch says about a reason slot. */
    void see(PathState state, Condition condition) {
        if (condition == null || condition.holds()) {
            return;
        }
        AbstractValue value = state.read(condition.subject());
        if (!(value.ref() instanceof Ref.Member member)) {
            return;
        }
        if (condition instanceof Condition.IsNull && types.slot(member.name(), value.type()) != Reason.Level.NONE) {
            tell(state, member);
        } else if (condition instanceof Condition.IsEqual equal && types.isStatusWithReason(value.type())) {
            boolean fresh = state.read(equal.other()).atoms().stream().anyMatch(Guards::isFresh);
            if (fresh) {
                tell(state, member);
            }
        }
    }

    /** The status of something that has not run: whoever replaced it by another said why. */
    private static boolean isFresh(Atom atom) {
        return Set.of("UNKNOWN", "NONE", "NEW", "INITIAL", "EXECUTING").contains(atom.text());
    }

    private static void tell(PathState state, Ref.Member slot) {
        state.change(slot.of(), subject -> subject.told(Reason.TEXT));
    }
}
