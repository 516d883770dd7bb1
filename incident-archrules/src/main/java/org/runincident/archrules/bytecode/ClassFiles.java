package org.runincident.archrules.bytecode;

import java.util.Optional;

/** Where class files are found by their internal name ({@code a/b/Outer$Inner}). */
@FunctionalInterface
public interface ClassFiles {

    /** The bytes of a class file; empty when there is none. */
    Optional<byte[]> find(String internalName);

    /** Looks here first, then there. */
    default ClassFiles or(ClassFiles other) {
        return name -> find(name).or(() -> other.find(name));
    }
}
