package org.runincident.archrules.bytecode;

import org.runincident.code.TypeName;
import org.runincident.flow.Value;

/** Constants of the code as values. The machine knows truth values and characters as numbers only. */
final class Literals {
    static final TypeName LONG = TypeName.resolved("long");
    static final TypeName FLOAT = TypeName.resolved("float");
    static final TypeName DOUBLE = TypeName.resolved("double");
    static final TypeName CHAR = TypeName.resolved("char");

    private Literals() {}

    static Value of(Object constant) {
        if (constant instanceof String text) {
            return Value.text(text);
        } else if (constant instanceof Integer number) {
            return of(number.intValue());
        } else if (constant instanceof Long number) {
            return new Value.Literal(number, LONG);
        } else if (constant instanceof Float number) {
            return new Value.Literal(number.doubleValue(), FLOAT);
        } else if (constant instanceof Double number) {
            return new Value.Literal(number, DOUBLE);
        }
        return Value.UNKNOWN;
    }

    static Value of(int number) {
        return new Value.Literal((long) number, TypeName.INT);
    }

    /** A value as it reads where one of that type is wanted. */
    static Value fit(Value value, TypeName wanted) {
        if (value instanceof Value.Literal literal && literal.value() instanceof Long number) {
            if (wanted.equals(TypeName.BOOLEAN) || wanted.is("java.lang.Boolean")) {
                return new Value.Literal(number != 0, TypeName.BOOLEAN);
            } else if (wanted.equals(CHAR)) {
                return new Value.Literal((char) number.intValue(), CHAR);
            }
        }
        return value;
    }
}
