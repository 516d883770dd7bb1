package org.runincident.audit.cfg;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.List;
import java.util.Set;
import org.runincident.code.TypeName;
import org.runincident.flow.Event;
import org.runincident.flow.Value;

/** Loops of all kinds. */
final class Loops {
    private final Body body;

    Loops(Body body) {
        this.body = body;
    }

    void loop(WhileStmt loop, Set<String> labels) {
        int head = newBlock();
        int turn = newBlock();
        int exit = newBlock();
        body.scoped(() -> {
            enter(head);
            body.conditions.decide(loop.getCondition(), turn, exit);
            turn(loop.getBody(), labels, turn, exit, head);
            body.cursor.goTo(head);
        });
        body.cursor.startAt(exit);
    }

    void loop(DoStmt loop, Set<String> labels) {
        int turn = newBlock();
        int test = newBlock();
        int exit = newBlock();
        body.scoped(() -> {
            body.cursor.goTo(turn);
            turn(loop.getBody(), labels, turn, exit, test);
            body.cursor.goTo(test);
            body.cursor.startAt(test);
            body.conditions.decide(loop.getCondition(), turn, exit);
        });
        body.cursor.startAt(exit);
    }

    void loop(ForStmt loop, Set<String> labels) {
        int head = newBlock();
        int turn = newBlock();
        int update = newBlock();
        int exit = newBlock();
        body.scoped(() -> {
            loop.getInitialization().forEach(body.expressions::effect);
            enter(head);
            if (loop.getCompare().isPresent()) {
                body.conditions.decide(loop.getCompare().get(), turn, exit);
            } else {
                body.cursor.goTo(turn);
            }
            turn(loop.getBody(), labels, turn, exit, update);
            body.cursor.goTo(update);
            body.cursor.startAt(update);
            for (Expression step : loop.getUpdate()) {
                body.expressions.effect(step);
            }
            body.cursor.goTo(head);
        });
        body.cursor.startAt(exit);
    }

    /** {@code for (x : all)}: each turn begins with an element of unknown place. */
    void forEach(ForEachStmt loop, Set<String> labels) {
        int head = newBlock();
        int turn = newBlock();
        int exit = newBlock();
        body.scoped(() -> {
            Value all = body.value(loop.getIterable());
            enter(head);
            body.cursor.branch(turn, null);
            body.cursor.branch(exit, null);
            body.cursor.startAt(turn);
            VariableDeclarator declared = loop.getVariableDeclarator();
            TypeName type = declared.getType().isVarType()
                    ? body.file.types().element(loop.getIterable())
                    : body.resolve(declared.getType());
            Value.Temp element =
                    body.combine(type, Event.Operator.ARRAY_READ, List.of(all), Spans.of(loop.getVariable()));
            Value.Variable variable = body.declareLocal(declared.getNameAsString(), type);
            body.copy(variable, element, Spans.of(loop.getVariable()));
            turn(loop.getBody(), labels, body.cursor.block(), exit, head);
            body.cursor.goTo(head);
        });
        body.cursor.startAt(exit);
    }

    private void turn(Statement code, Set<String> labels, int start, int exit, int next) {
        body.cursor.startAt(start);
        Frame.Target target = body.exits.openTarget(labels, true, exit, next);
        body.scoped(() -> body.statements.statement(code));
        body.exits.close(target);
    }

    private void enter(int head) {
        body.cursor.goTo(head);
        body.cursor.startAt(head);
    }

    private int newBlock() {
        return body.cursor.newBlock();
    }
}
