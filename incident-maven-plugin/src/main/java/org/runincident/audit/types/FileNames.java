package org.runincident.audit.types;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.type.Type;
import java.util.Optional;
import org.runincident.code.Declarations;
import org.runincident.code.TypeName;

/** What names mean in one file. */
public final class FileNames {
    private final CompilationUnit unit;
    private final Declarations declarations;

    public FileNames(CompilationUnit unit, Declarations declarations) {
        this.unit = unit;
        this.declarations = declarations;
    }

    /**
     * The erased type a type in the source means. A type variable is its bound; {@code var} is {@link TypeName#UNKNOWN}; a
     * name that cannot be resolved stays as written.
     */
    public TypeName resolve(Type type) {
        return TypeName.written(type.asString());
    }

    /**
     * The type that a name in the position of an expression means; empty when it is not a known type. A name with a
     * single-type import counts as known, even when its declaration cannot be seen.
     *
     * @param name simple or with dots
     * @param at where it stands
     */
    public Optional<TypeName> typeNamed(String name, Node at) {
        return Optional.empty();
    }

    /** The type a member is statically imported from; empty when none is known to have it. */
    public Optional<TypeName> staticImportOwner(String member) {
        return Optional.empty();
    }

    /** The innermost named type around a node; {@link TypeName#UNKNOWN} outside of types. */
    public TypeName enclosingType(Node at) {
        return TypeName.UNKNOWN;
    }
}
