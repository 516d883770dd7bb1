package org.runincident.code;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A type as declared, in a source or a class file.
 *
 * @param supertypes direct ones: superclass first, then interfaces; {@code java.lang.Object} left out
 * @param constants enum constants, or static final fields of the type's own type (also their subtype's instances)
 * @param permitted direct subtypes of a sealed type, those inferred from its compilation unit included; empty when not
 *     sealed
 * @param components record components, in order; empty for other kinds
 * @param annotations simple names of its annotations
 * @param file path relative to the audited root where it was read from a source; empty for class files
 */
public record TypeDeclaration(
        TypeName name,
        TypeKind kind,
        boolean isAbstract,
        boolean isSealed,
        List<TypeName> supertypes,
        List<ConstantDeclaration> constants,
        List<TypeName> permitted,
        List<ParameterDeclaration> components,
        List<FieldDeclaration> fields,
        List<MethodDeclaration> methods,
        Set<String> annotations,
        String file,
        Span at) {
    public TypeDeclaration {
        supertypes = List.copyOf(supertypes);
        constants = List.copyOf(constants);
        permitted = List.copyOf(permitted);
        components = List.copyOf(components);
        fields = List.copyOf(fields);
        methods = List.copyOf(methods);
        annotations = Set.copyOf(annotations);
    }

    public boolean isFromSource() {
        return !file.isEmpty();
    }

    public Optional<FieldDeclaration> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    public boolean hasConstant(String name) {
        return constants.stream().anyMatch(c -> c.name().equals(name));
    }
}
