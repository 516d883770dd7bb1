package org.runincident.flow.status;

import java.util.List;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.MethodRef;
import org.runincident.flow.Value;

/**
 * A call or a creation on one path, with what is known of its parts there.
 *
 * @param to where the result goes
 * @param receiver the object called on, or the one created; null for static calls and unknown receivers
 * @param receiverValue as the event has it; null for static calls and creations
 * @param receiverKnown what is known of the receiver; null for static calls and creations
 * @param made the ref of what the event yields
 */
record Invocation(
        Value.Temp to,
        MethodRef method,
        Ref receiver,
        Value receiverValue,
        AbstractValue receiverKnown,
        List<Value> argumentValues,
        List<AbstractValue> arguments,
        Ref.Made made,
        boolean isCreation,
        Span at) {

    MethodDeclaration declaration() {
        return method.declaration();
    }

    String name() {
        return method.name();
    }

    TypeName resultType() {
        if (isCreation) {
            return method.owner();
        }
        TypeName declared = method.returnType();
        return declared.isUnknown() || declared.is("java.lang.Object") ? to == null ? declared : to.type() : declared;
    }

    /** Whether it only hands out what the receiver holds. */
    boolean isGetter() {
        return !isCreation && arguments.isEmpty() && Accessors.memberName(method.name()) != null;
    }

    /** The member it hands out, or a new object. */
    Ref memberOrMade() {
        return isGetter() && receiver != null && receiver.depth() < Ref.DEEPEST
                ? new Ref.Member(receiver, Accessors.memberName(method.name()), resultType())
                : made;
    }
}
