package org.runincident.flow.status;

import java.util.Set;
import org.runincident.flow.Block;
import org.runincident.flow.Condition;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Value;

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

    /**
     * {@code if (other.getReason() != null) task.setReason(other.getReason())} records no less than the same without the
     * test: a reason that may be null because its source may be.
     *
     * @param before the path before the branch
     */
    void seeCopyLeftOut(PathState state, EventGraph graph, Block block, Edge edge, PathState before) {
        if (!(edge.condition() instanceof Condition.IsNull test) || !test.holds()) {
            return;
        }
        AbstractValue source = before.read(test.subject());
        if (!source.open() || source.mayBeNull() || !source.parameters().isEmpty()) {
            return;
        }
        for (Edge other : block.edges()) {
            if (other != edge && other.condition() instanceof Condition.IsNull given && !given.holds()) {
                for (Event event : graph.block(other.target()).events()) {
                    tellCopied(state, graph.block(other.target()), event, source, test);
                }
            }
        }
    }

    private void tellCopied(PathState state, Block copying, Event event, AbstractValue source, Condition.IsNull test) {
        Value receiver = null;
        Value value = null;
        Reason.Level level = Reason.Level.NONE;
        if (event instanceof Event.Put put) {
            receiver = put.receiver();
            value = put.value();
            level = types.slot(put.field(), put.fieldType());
        } else if (event instanceof Event.Call call
                && types.vocabulary().reasons().isRecorder(call.method().name())
                && call.arguments().size() == 1) {
            receiver = call.receiver();
            value = call.arguments().get(0);
            level = types.isReasonObject(source.type()) ? Reason.Level.STRUCTURED : Reason.Level.TEXT;
        }
        Ref subject = receiver instanceof Value.Variable ? state.read(receiver).ref() : null;
        if (subject != null && (test.subject().equals(value) || isReadAgain(copying, value, source, state))) {
            Reason copied = Reason.of(level);
            state.change(subject, old -> old.told(copied));
        }
    }

    /** Whether the value is what the same getter hands out once more. */
    private static boolean isReadAgain(Block block, Value value, AbstractValue source, PathState state) {
        for (Event event : block.events()) {
            if (value != null && value.equals(Uses.target(event)) && source.ref() instanceof Ref.Member member) {
                Value from = event instanceof Event.Call call
                                && member.name()
                                        .equals(Accessors.memberName(
                                                call.method().name()))
                        ? call.receiver()
                        : event instanceof Event.Get get && member.name().equals(get.field()) ? get.receiver() : null;
                return from instanceof Value.Variable
                        && member.of().equals(state.read(from).ref());
            }
        }
        return false;
    }

    /** The status of something that has not run: whoever replaced it by another said why. */
    private static boolean isFresh(Atom atom) {
        return Set.of("UNKNOWN", "NONE", "NEW", "INITIAL", "EXECUTING").contains(atom.text());
    }

    private static void tell(PathState state, Ref.Member slot) {
        state.change(slot.of(), subject -> subject.told(Reason.TEXT));
    }
}
