package org.runincident.audit.cfg;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.ArrayList;
import java.util.List;

/** Statements inside a {@code finally} block that leave it by a jump of their own. */
final class FinallyLeaps {
    private final BlockStmt block;
    private final List<Leap> leaps = new ArrayList<>();

    record Leap(String keyword, Statement statement) {}

    private FinallyLeaps(BlockStmt block) {
        this.block = block;
    }

    static List<Leap> of(BlockStmt finallyBlock) {
        FinallyLeaps search = new FinallyLeaps(finallyBlock);
        search.visit(finallyBlock);
        return search.leaps;
    }

    private void visit(Node node) {
        if (node instanceof LambdaExpr
                || node instanceof TypeDeclaration
                || node instanceof ObjectCreationExpr c
                        && c.getAnonymousClassBody().isPresent()) {
            return;
        }
        if (node instanceof ReturnStmt s) {
            leaps.add(new Leap("return", s));
        } else if (node instanceof ThrowStmt s && !isCaughtInside(s)) {
            leaps.add(new Leap("throw", s));
        } else if (node instanceof BreakStmt s
                && !isInside(s, s.getLabel().map(l -> l.getIdentifier()).orElse(null), true)) {
            leaps.add(new Leap("break", s));
        } else if (node instanceof ContinueStmt s
                && !isInside(s, s.getLabel().map(l -> l.getIdentifier()).orElse(null), false)) {
            leaps.add(new Leap("continue", s));
        }
        node.getChildNodes().forEach(this::visit);
    }

    /** Whether the target of a jump stands in the block. */
    private boolean isInside(Statement jump, String label, boolean isBreak) {
        for (Node n = jump; n != block; n = n.getParentNode().orElse(block)) {
            boolean target;
            if (label != null) {
                target = n instanceof LabeledStmt l
                        && l.getLabel().getIdentifier().equals(label);
            } else {
                target = n instanceof ForStmt
                        || n instanceof ForEachStmt
                        || n instanceof WhileStmt
                        || n instanceof DoStmt
                        || isBreak && (n instanceof SwitchStmt || n instanceof SwitchExpr);
            }
            if (target) {
                return true;
            }
        }
        return false;
    }

    /** Whether a try with catch clauses stands around, inside of the block. */
    private boolean isCaughtInside(ThrowStmt jump) {
        Node child = jump;
        for (Node n = jump; n != block; n = n.getParentNode().orElse(block)) {
            if (n instanceof TryStmt t
                    && t.getTryBlock() == child
                    && !t.getCatchClauses().isEmpty()) {
                return true;
            }
            child = n;
        }
        return false;
    }
}
