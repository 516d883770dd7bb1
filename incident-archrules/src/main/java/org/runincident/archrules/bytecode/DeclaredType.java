package org.runincident.archrules.bytecode;

import java.util.Map;
import java.util.Set;
import org.runincident.code.TypeDeclaration;

/**
 * A type as its class file declares it.
 *
 * @param methods by name and descriptor
 * @param genericFields names of fields whose type is a type variable
 */
record DeclaredType(TypeDeclaration declaration, Map<String, DeclaredMethod> methods, Set<String> genericFields) {
    DeclaredType {
        methods = Map.copyOf(methods);
        genericFields = Set.copyOf(genericFields);
    }
}
