package org.runincident.code;

import java.util.Set;

/**
 * A field or record component.
 *
 * @param constantText value of a compile-time String constant where it is known, else null
 * @param annotations simple names of its annotations
 */
public record FieldDeclaration(
        String name, TypeName type, boolean isStatic, boolean isFinal, String constantText, Set<String> annotations) {
    public FieldDeclaration {
        annotations = Set.copyOf(annotations);
    }
}
