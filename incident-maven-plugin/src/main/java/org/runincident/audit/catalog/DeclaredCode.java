package org.runincident.audit.catalog;

import org.runincident.code.Place;

/**
 * A failure code as it is declared.
 *
 * @param type qualified name of its enum or constant class
 * @param name of the type as people write it: {@code DispatchCode}
 * @param constant {@code EXHAUSTED}
 * @param code what is stored or shown for it, where that differs from the constant's name; else empty
 * @param message in the declaration; empty when none is fixed there
 * @param category as written there; empty without one
 * @param recovery {@code transient}, {@code permanent}, or in the words of the declaration; empty when it does not say
 * @param documentation first sentence of its comment; empty without one
 * @param at null for a code of a library
 */
public record DeclaredCode(
        String type,
        String name,
        String constant,
        String code,
        String message,
        String category,
        String recovery,
        String documentation,
        Place at) {
    /** {@code DispatchCode.EXHAUSTED}. */
    public String label() {
        return name + "." + constant;
    }
}
