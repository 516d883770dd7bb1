package org.runincident.flow.status;

import java.util.List;
import org.runincident.code.ParameterDeclaration;
import org.runincident.code.TypeName;

/** What a summary speaks of, as the caller knows it: its objects, and the reasons that are handed in. */
final class CallerView {

    private final StatusTypes types;
    private final Reasons reasons;

    CallerView(MethodScope scope, Reasons reasons) {
        this.types = scope.types();
        this.reasons = reasons;
    }

    /** The caller's name for an object of the callee. */
    static Ref subject(Invocation call, Anchor anchor) {
        Ref ref = switch (anchor.root()) {
            case RECEIVER -> call.receiver();
            case PARAMETER -> argument(call, anchor.index());
            case RESULT -> call.made();
            case LOADED -> loaded(call, anchor.index());
        };
        if (ref == null) {
            TypeName type = anchor.root() == Anchor.Root.PARAMETER
                            && anchor.index() < call.arguments().size()
                    ? call.arguments().get(anchor.index()).type()
                    : TypeName.UNKNOWN;
            ref = new Ref.Made(call.made().block(), -1 - call.made().event(), null, type);
        }
        for (String member : anchor.members()) {
            ref = ref.depth() < Ref.DEEPEST ? new Ref.Member(ref, member, TypeName.UNKNOWN) : ref;
        }
        return ref;
    }

    private static Ref argument(Invocation call, int index) {
        return index < call.arguments().size() ? call.arguments().get(index).ref() : null;
    }

    private static Ref loaded(Invocation call, int index) {
        Ref id = index >= 0 ? argument(call, index) : null;
        if (id == null || id.depth() >= Ref.DEEPEST) {
            // Not what the call returns: something of its own that nobody else can name.
            return new Ref.Made(call.made().block(), -1 - call.made().event(), null, TypeName.UNKNOWN);
        }
        return new Ref.Member(id, MethodScope.LOADED, TypeName.UNKNOWN);
    }

    /** A wither hands out its own object with one thing changed: a slot it copies says no more than it did before. */
    static boolean isCopy(Invocation call) {
        return !call.isCreation()
                && call.receiver() != null
                && call.resultType().equals(call.method().owner());
    }

    /** What the call that made an object made beside it, such as the state a copy was given. */
    static List<Ref> madeWith(PathState state, Ref copied) {
        return !(copied instanceof Ref.Made made)
                ? List.of()
                : state.subjects().keySet().stream()
                        .filter(ref -> ref.root() instanceof Ref.Made other
                                && other.block() == made.block()
                                && other.event() == -1 - made.event())
                        .toList();
    }

    Reason given(PathState state, Invocation call, int index) {
        if (index < 0) {
            if (call.receiverKnown() == null) {
                return Reason.NONE;
            }
            return isCopy(call)
                    ? state.subject(call.receiver()).reason()
                    : reasons.said(state, call.receiverKnown(), Reason.Level.STRUCTURED);
        }
        if (index >= call.arguments().size()) {
            return Reason.NONE;
        }
        return reasons.said(state, call.arguments().get(index), Reason.Level.STRUCTURED);
    }

    boolean isSlot(Invocation call, int index) {
        ParameterDeclaration parameter = index < 0 ? null : Reasons.parameter(call.declaration(), index);
        return parameter != null && types.slot(parameter.name(), parameter.type()) != Reason.Level.NONE;
    }
}
