package org.runincident.audit.catalog;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.Optional;

/** Text that is fixed in the source, whole or with gaps. */
final class FixedText {
    private FixedText() {}

    /** The text of an expression; a gap is the source of what fills it, in braces. Empty when nothing of it is fixed. */
    static Optional<String> of(Expression expression) {
        if (expression instanceof EnclosedExpr enclosed) {
            return of(enclosed.getInner());
        }
        if (expression.isStringLiteralExpr()) {
            return Optional.of(expression.asStringLiteralExpr().asString());
        }
        if (expression.isTextBlockLiteralExpr()) {
            return Optional.of(
                    expression.asTextBlockLiteralExpr().asString().strip().replaceAll("\\s+", " "));
        }
        if (expression instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS) {
            Optional<String> left = of(sum.getLeft());
            Optional<String> right = of(sum.getRight());
            return left.isEmpty() && right.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            left.orElseGet(() -> gap(sum.getLeft())) + right.orElseGet(() -> gap(sum.getRight())));
        }
        if (expression instanceof MethodCallExpr call) {
            return formatted(call);
        }
        return Optional.empty();
    }

    private static Optional<String> formatted(MethodCallExpr call) {
        String name = call.getNameAsString();
        if (name.equals("format") && !call.getArguments().isEmpty()) {
            return call.getArguments().stream()
                    .limit(2)
                    .flatMap(argument -> of(argument).stream())
                    .findFirst();
        }
        return name.equals("formatted") ? call.getScope().flatMap(FixedText::of) : Optional.empty();
    }

    private static String gap(Expression expression) {
        return expression.isNameExpr() || expression.isFieldAccessExpr() || expression.isMethodCallExpr()
                ? "{" + expression + "}"
                : "{}";
    }
}
