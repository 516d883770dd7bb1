package org.runincident.audit.types;

import java.util.List;
import java.util.Map;
import org.runincident.code.MethodKey;

/**
 * The generic side of a declaration, which {@link org.runincident.code.TypeDeclaration} does not hold. What is not generic is
 * left out.
 *
 * @param parameters names of the type's parameters, in order
 * @param supertypes the generic ones
 * @param fields by name
 */
record Generics(
        List<String> parameters,
        List<GenericType> supertypes,
        Map<String, GenericType> fields,
        Map<MethodKey, Signature> methods) {
    static final Generics NONE = new Generics(List.of(), List.of(), Map.of(), Map.of());

    Generics {
        parameters = List.copyOf(parameters);
        supertypes = List.copyOf(supertypes);
        fields = Map.copyOf(fields);
        methods = Map.copyOf(methods);
    }

    boolean isEmpty() {
        return parameters.isEmpty() && supertypes.isEmpty() && fields.isEmpty() && methods.isEmpty();
    }

    /**
     * The generic side of a method.
     *
     * @param variables names of the method's own type parameters
     */
    record Signature(List<String> variables, List<GenericType> parameters, GenericType returned) {
        Signature {
            variables = List.copyOf(variables);
            parameters = List.copyOf(parameters);
        }

        boolean isGeneric() {
            return !variables.isEmpty()
                    || isGeneric(returned)
                    || parameters.stream().anyMatch(Signature::isGeneric);
        }

        private static boolean isGeneric(GenericType type) {
            return type.isVariable() || !type.arguments().isEmpty();
        }
    }

    /** Where the generic sides of declarations are found. */
    interface Source {
        /** {@link #NONE} for a type that is not generic, or not seen. */
        Generics generics(org.runincident.code.TypeName type);
    }
}
