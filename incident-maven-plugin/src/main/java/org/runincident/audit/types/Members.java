package org.runincident.audit.types;

import java.util.List;
import java.util.Optional;
import org.runincident.code.Declarations;
import org.runincident.code.FieldDeclaration;
import org.runincident.code.TypeName;
import org.runincident.flow.MethodRef;

/** Finds the member a name means on a type. */
public final class Members {
    private final Declarations declarations;

    public Members(Declarations declarations) {
        this.declarations = declarations;
    }

    /** Where members are looked up. */
    public Declarations declarations() {
        return declarations;
    }

    /**
     * The method a call most likely means; its declaration is null when none is seen.
     *
     * @param argumentTypes static types of the arguments; {@link TypeName#UNKNOWN} for lambdas and method references
     */
    public MethodRef method(TypeName owner, String name, List<TypeName> argumentTypes) {
        return new MethodRef(owner, name, null);
    }

    /** The constructor a creation most likely means; its declaration is null when none is seen. */
    public MethodRef constructor(TypeName owner, List<TypeName> argumentTypes) {
        return new MethodRef(owner, "<init>", null);
    }

    /** A field of a type or of one of its supertypes; {@code length} of arrays. */
    public Optional<FieldDeclaration> field(TypeName owner, String name) {
        return declarations.field(owner, name);
    }
}
