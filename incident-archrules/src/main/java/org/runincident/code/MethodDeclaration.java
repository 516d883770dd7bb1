package org.runincident.code;

import java.util.List;
import java.util.Set;

/**
 * A method or constructor as declared.
 *
 * @param key identity
 * @param returnType erased; {@link TypeName#VOID} for constructors and initializers
 * @param thrown declared exceptions; a type variable counts as its bound
 * @param isAbstract has no body
 * @param varargs whether the last parameter takes any number of arguments
 * @param annotations simple names of its annotations
 */
public record MethodDeclaration(
        MethodKey key,
        TypeName returnType,
        List<ParameterDeclaration> parameters,
        List<TypeName> thrown,
        boolean isStatic,
        boolean isAbstract,
        boolean isPrivate,
        boolean varargs,
        Set<String> annotations,
        Span at) {
    public MethodDeclaration {
        parameters = List.copyOf(parameters);
        thrown = List.copyOf(thrown);
        annotations = Set.copyOf(annotations);
    }

    public String name() {
        return key.name();
    }

    public boolean isConstructor() {
        return key.name().equals("<init>");
    }

    /** Whether it can be called with that many arguments. */
    public boolean accepts(int arguments) {
        return varargs ? arguments >= parameters.size() - 1 : arguments == parameters.size();
    }
}
