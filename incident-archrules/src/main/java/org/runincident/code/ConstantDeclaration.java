package org.runincident.code;

import java.util.List;

/**
 * An enum constant, or a static final field of the type's own type.
 *
 * @param arguments source texts of its constructor arguments; empty from class files. Enums such as Conductor's keep
 *     {@code terminal} and {@code successful} flags there.
 */
public record ConstantDeclaration(String name, List<String> arguments, Span at) {
    public ConstantDeclaration {
        arguments = List.copyOf(arguments);
    }
}
