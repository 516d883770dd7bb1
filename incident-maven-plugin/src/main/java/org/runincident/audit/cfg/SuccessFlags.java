package org.runincident.audit.cfg;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.List;

/** Flags that the last statement of a tried block sets: where one is true, nothing is in flight. */
final class SuccessFlags {
    private SuccessFlags() {}

    /** Whether a jump in the {@code finally} block of a statement is made only when the tried block has completed. */
    static boolean guard(Statement jump, TryStmt statement) {
        List<Statement> tried = statement.getTryBlock().getStatements();
        if (tried.isEmpty()
                || !tried.get(tried.size() - 1).isExpressionStmt()
                || !(tried.get(tried.size() - 1).asExpressionStmt().getExpression() instanceof AssignExpr set)
                || !(set.getTarget() instanceof NameExpr flag)
                || !set.getValue().toString().equals("true")) {
            return false;
        }
        Node child = jump;
        for (Node n = jump; n != statement; n = n.getParentNode().orElse(statement)) {
            if (n instanceof IfStmt test
                    && test.getThenStmt() == child
                    && holds(test.getCondition(), flag.getNameAsString())) {
                return true;
            }
            child = n;
        }
        return false;
    }

    private static boolean holds(Expression condition, String flag) {
        if (condition instanceof EnclosedExpr enclosed) {
            return holds(enclosed.getInner(), flag);
        }
        if (condition instanceof BinaryExpr both && both.getOperator() == BinaryExpr.Operator.AND) {
            return holds(both.getLeft(), flag) || holds(both.getRight(), flag);
        }
        return condition instanceof NameExpr name && name.getNameAsString().equals(flag);
    }
}
