package org.runincident.audit.types;

import java.util.List;
import java.util.Map;
import org.runincident.code.TypeName;

/**
 * A type with its arguments.
 *
 * @param erased never null
 * @param arguments empty where there are none, or none are known; of an array the type of its elements; of a wildcard its
 *     bound
 * @param variable name of the type variable this is; empty for other types
 */
record GenericType(TypeName erased, List<GenericType> arguments, String variable) {
    static final GenericType UNKNOWN = of(TypeName.UNKNOWN);

    private static final int DEEPEST = 20;

    GenericType {
        arguments = List.copyOf(arguments);
    }

    static GenericType of(TypeName erased) {
        return new GenericType(erased, List.of(), "");
    }

    static GenericType variable(String name, TypeName bound) {
        return new GenericType(bound, List.of(), name);
    }

    static GenericType arrayOf(GenericType element) {
        TypeName erased = element.erased();
        return erased.isUnknown()
                ? UNKNOWN
                : new GenericType(new TypeName(erased.text() + "[]", erased.resolved()), List.of(element), "");
    }

    boolean isVariable() {
        return !variable.isEmpty();
    }

    boolean isUnknown() {
        return erased.isUnknown();
    }

    boolean isArray() {
        return erased.text().endsWith("[]");
    }

    /** The argument at an index; unknown when there is none. */
    GenericType argument(int index) {
        return index < arguments.size() ? arguments.get(index) : UNKNOWN;
    }

    /** Whether it is, or holds, a type variable. */
    boolean isOpen() {
        return isVariable() || arguments.stream().anyMatch(GenericType::isOpen);
    }

    /** The same with variables replaced; those without a value stay. */
    GenericType with(Map<String, GenericType> values) {
        return with(values, 0);
    }

    private GenericType with(Map<String, GenericType> values, int depth) {
        if (isVariable()) {
            GenericType value = values.get(variable);
            return value == null || value.isUnknown() ? this : value;
        }
        if (arguments.isEmpty() || values.isEmpty() || depth > DEEPEST) {
            return this;
        }
        List<GenericType> replaced =
                arguments.stream().map(a -> a.with(values, depth + 1)).toList();
        return isArray() ? arrayOf(replaced.get(0)) : new GenericType(erased, replaced, "");
    }

    @Override
    public String toString() {
        return isVariable() ? variable : erased + (arguments.isEmpty() ? "" : arguments.toString());
    }
}
