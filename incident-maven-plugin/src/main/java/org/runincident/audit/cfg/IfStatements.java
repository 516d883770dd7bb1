package org.runincident.audit.cfg;

import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;

/** {@code if} statements, one after the other in an else-if chain rather than one inside the other. */
final class IfStatements {
    private final Body body;
    private final IfChains chains;

    IfStatements(Body body) {
        this.body = body;
        this.chains = new IfChains(body);
    }

    /** Finds out whether an if begins a chain, with the statements that follow it. */
    void lookAhead(IfStmt first, List<Statement> following) {
        chains.begin(first, following);
    }

    void lower(IfStmt statement) {
        chains.begin(statement, List.of());
        int join = body.cursor.newBlock();
        boolean completes = false;
        for (IfStmt current = statement; current != null; ) {
            Statement last = current.getElseStmt().orElse(null);
            int then = body.cursor.newBlock();
            int otherwise = last == null ? join : body.cursor.newBlock();
            body.conditions.begin(current.getCondition(), then, otherwise);
            chains.arm(current, then);
            body.cursor.startAt(then);
            Statement code = current.getThenStmt();
            body.scoped(() -> body.statements.statement(code));
            completes |= !body.cursor.isDead();
            body.cursor.goTo(join);
            if (last == null) {
                chains.restFollows(current, join, completes ? join : -1);
                current = null;
            } else {
                chains.restIsElse(current, otherwise, join, last);
                body.cursor.startAt(otherwise);
                if (last instanceof IfStmt next && !body.cursor.isDead()) {
                    current = next;
                    chains.begin(next, List.of());
                } else {
                    body.scoped(() -> body.statements.statement(last));
                    body.cursor.goTo(join);
                    current = null;
                }
            }
        }
        body.cursor.startAt(join);
    }
}
