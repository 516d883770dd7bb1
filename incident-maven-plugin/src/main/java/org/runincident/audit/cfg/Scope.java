package org.runincident.audit.cfg;

import org.runincident.code.TypeName;
import org.runincident.flow.Value;

/**
 * The innermost declaration in sight, and through its parent all others. Immutable, so that a scope can be kept and gone
 * back to.
 *
 * @param variable null for a local class
 * @param localType null for a variable
 */
record Scope(Scope parent, String name, Value.Variable variable, TypeName localType) {

    /** The variable a name means, or null. */
    static Value.Variable variable(Scope scope, String name) {
        for (Scope s = scope; s != null; s = s.parent) {
            if (s.variable != null && s.name.equals(name)) {
                return s.variable;
            }
        }
        return null;
    }

    /** The local class a name means, or null. */
    static TypeName localType(Scope scope, String name) {
        for (Scope s = scope; s != null; s = s.parent) {
            if (s.localType != null && s.name.equals(name)) {
                return s.localType;
            }
        }
        return null;
    }
}
