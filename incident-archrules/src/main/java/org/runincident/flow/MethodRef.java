package org.runincident.flow;

import java.util.List;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.TypeName;

/**
 * What a call names, as far as the front end could tell.
 *
 * @param owner static type of the receiver (not the declaring supertype); UNKNOWN when not known
 * @param name method name; {@code <init>} for {@code this(..)} and {@code super(..)}
 * @param declaration the declaration it most likely means (best overload by argument types); null when none is visible
 */
public record MethodRef(TypeName owner, String name, MethodDeclaration declaration) {
    public TypeName returnType() {
        return declaration == null ? TypeName.UNKNOWN : declaration.returnType();
    }

    /** Exceptions the callee declares; empty when it is not visible. */
    public List<TypeName> thrown() {
        return declaration == null ? List.of() : declaration.thrown();
    }

    public boolean isResolved() {
        return declaration != null;
    }
}
