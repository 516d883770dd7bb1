package org.runincident.audit.cfg;

import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import org.runincident.code.TypeName;
import org.runincident.flow.Value;

/** Literals as values. */
final class Literals {
    private static final TypeName LONG = TypeName.resolved("long");
    private static final TypeName DOUBLE = TypeName.resolved("double");
    private static final TypeName CHAR = TypeName.resolved("char");

    private Literals() {}

    static Value value(LiteralExpr literal) {
        try {
            return read(literal);
        } catch (RuntimeException malformed) {
            // A literal out of range or with a broken escape does not compile; what it stands for is not known.
            return Value.UNKNOWN;
        }
    }

    private static Value read(LiteralExpr literal) {
        if (literal.isNullLiteralExpr()) {
            return Value.NULL;
        } else if (literal.isBooleanLiteralExpr()) {
            return of(literal.asBooleanLiteralExpr().getValue());
        } else if (literal.isTextBlockLiteralExpr()) {
            return Value.text(literal.asTextBlockLiteralExpr().translateEscapes());
        } else if (literal.isStringLiteralExpr()) {
            return Value.text(literal.asStringLiteralExpr().asString());
        } else if (literal.isCharLiteralExpr()) {
            return new Value.Literal(literal.asCharLiteralExpr().asChar(), CHAR);
        } else if (literal.isIntegerLiteralExpr()) {
            return new Value.Literal(literal.asIntegerLiteralExpr().asNumber().longValue(), TypeName.INT);
        } else if (literal.isLongLiteralExpr()) {
            return new Value.Literal(literal.asLongLiteralExpr().asNumber().longValue(), LONG);
        } else if (literal.isDoubleLiteralExpr()) {
            return new Value.Literal(literal.asDoubleLiteralExpr().asDouble(), DOUBLE);
        }
        return Value.UNKNOWN;
    }

    static Value of(boolean value) {
        return new Value.Literal(value, TypeName.BOOLEAN);
    }

    /** The negative of a number, folded; null for anything else. */
    static Value negated(UnaryExpr.Operator operator, Value value) {
        if (operator == UnaryExpr.Operator.MINUS && value instanceof Value.Literal l) {
            if (l.value() instanceof Long n) {
                return new Value.Literal(-n, l.type());
            } else if (l.value() instanceof Double d) {
                return new Value.Literal(-d, l.type());
            }
        }
        return null;
    }
}
