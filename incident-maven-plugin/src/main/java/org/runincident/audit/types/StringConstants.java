package org.runincident.audit.types;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import java.util.ArrayDeque;
import java.util.Deque;

/** Values of String constants as far as the file they stand in tells. */
final class StringConstants {
    private static final int MOST_STEPS = 2_000;
    private static final int MOST_NAMES = 50;

    private StringConstants() {}

    /** The value of a constant expression; null when it is none or reaches out of the types around it. */
    static String valueOf(Expression expression, TypeDeclaration<?> around) {
        if (expression == null) {
            return null;
        }
        StringBuilder value = new StringBuilder();
        Deque<Expression> work = new ArrayDeque<>();
        work.push(expression);
        int names = 0;
        for (int steps = 0; !work.isEmpty(); steps++) {
            Expression next = work.pop();
            if (steps > MOST_STEPS || names > MOST_NAMES) {
                return null;
            }
            if (next instanceof StringLiteralExpr literal) {
                value.append(literal.asString());
            } else if (next instanceof TextBlockLiteralExpr literal) {
                value.append(literal.asString());
            } else if (next instanceof CharLiteralExpr literal) {
                value.append(literal.asChar());
            } else if (next instanceof IntegerLiteralExpr literal) {
                value.append(literal.getValue());
            } else if (next instanceof EnclosedExpr enclosed) {
                work.push(enclosed.getInner());
            } else if (next instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS) {
                work.push(sum.getRight());
                work.push(sum.getLeft());
            } else if (next instanceof NameExpr name) {
                names++;
                Expression initializer = constant(name.getNameAsString(), around);
                if (initializer == null) {
                    return null;
                }
                work.push(initializer);
            } else {
                return null;
            }
        }
        return value.toString();
    }

    private static Expression constant(String name, TypeDeclaration<?> around) {
        for (Node node = around; node != null; node = node.getParentNode().orElse(null)) {
            if (node instanceof TypeDeclaration<?> type) {
                for (FieldDeclaration field : type.getFields()) {
                    for (VariableDeclarator variable : field.getVariables()) {
                        if (variable.getNameAsString().equals(name)) {
                            return field.isFinal()
                                            || type.isClassOrInterfaceDeclaration()
                                                    && type.asClassOrInterfaceDeclaration()
                                                            .isInterface()
                                    ? variable.getInitializer().orElse(null)
                                    : null;
                        }
                    }
                }
            }
        }
        return null;
    }
}
