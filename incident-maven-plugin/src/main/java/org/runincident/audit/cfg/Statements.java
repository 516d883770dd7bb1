package org.runincident.audit.cfg;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Condition;
import org.runincident.flow.Event;
import org.runincident.flow.Thrown;
import org.runincident.flow.Value;

/** Statements: sends each kind to the part that lowers it, and lowers the plain ones. */
final class Statements {
    private static final TypeName ASSERTION_ERROR = TypeName.resolved("java.lang.AssertionError");

    private final Body body;

    Statements(Body body) {
        this.body = body;
    }

    /** Lowers a statement; one that cannot be reached is left out. */
    void statement(Statement statement) {
        if (body.cursor.isDead()) {
            return;
        }
        if (statement instanceof ExpressionStmt s) {
            body.expressions.effect(s.getExpression());
        } else if (statement instanceof BlockStmt s) {
            body.scoped(() -> sequence(s.getStatements()));
        } else if (statement instanceof IfStmt s) {
            body.ifs.lower(s);
        } else if (statement instanceof ReturnStmt s) {
            Value value = s.getExpression().map(body::value).orElse(null);
            leave(value, Spans.of(s));
        } else if (statement instanceof ThrowStmt s) {
            Value value = body.value(s.getExpression());
            raise(value, s.getExpression().isObjectCreationExpr(), Spans.of(s));
        } else if (statement instanceof TryStmt s) {
            body.tries.lower(s);
        } else if (statement instanceof SwitchStmt s) {
            body.switches.statement(s);
        } else if (statement instanceof BreakStmt s) {
            body.exits.breakTo(s.getLabel().map(l -> l.getIdentifier()).orElse(null));
        } else if (statement instanceof ContinueStmt s) {
            body.exits.continueTo(s.getLabel().map(l -> l.getIdentifier()).orElse(null));
        } else if (statement instanceof YieldStmt s) {
            body.exits.yield(body.value(s.getExpression()), Spans.of(s));
        } else if (statement instanceof ExplicitConstructorInvocationStmt s) {
            body.calls.constructor(s);
        } else if (statement instanceof SynchronizedStmt s) {
            body.value(s.getExpression());
            statement(s.getBody());
        } else if (statement instanceof AssertStmt s) {
            assertion(s);
        } else if (statement instanceof LocalClassDeclarationStmt s) {
            ClassOrInterfaceDeclaration declared = s.getClassDeclaration();
            List<TypeName> supertypes = new ArrayList<>();
            declared.getExtendedTypes().forEach(t -> supertypes.add(body.resolve(t)));
            declared.getImplementedTypes().forEach(t -> supertypes.add(body.resolve(t)));
            localType(declared, supertypes);
        } else if (statement instanceof LocalRecordDeclarationStmt s) {
            List<TypeName> supertypes = new ArrayList<>();
            s.getRecordDeclaration().getImplementedTypes().forEach(t -> supertypes.add(body.resolve(t)));
            localType(s.getRecordDeclaration(), supertypes);
        } else {
            loop(statement, Set.of());
        }
    }

    private void loop(Statement statement, Set<String> labels) {
        if (statement instanceof ForEachStmt s) {
            body.loops.forEach(s, labels);
        } else if (statement instanceof ForStmt s) {
            body.loops.loop(s, labels);
        } else if (statement instanceof WhileStmt s) {
            body.loops.loop(s, labels);
        } else if (statement instanceof DoStmt s) {
            body.loops.loop(s, labels);
        } else if (statement instanceof LabeledStmt s) {
            labelled(s, labels);
        }
    }

    private void labelled(LabeledStmt statement, Set<String> labels) {
        Set<String> all = new TreeSet<>(labels);
        all.add(statement.getLabel().getIdentifier());
        Statement inner = statement.getStatement();
        int join = body.cursor.newBlock();
        Frame.Target target = body.exits.openTarget(all, false, join, -1);
        if (inner.isForEachStmt()
                || inner.isForStmt()
                || inner.isWhileStmt()
                || inner.isDoStmt()
                || inner.isLabeledStmt()) {
            loop(inner, all);
        } else {
            statement(inner);
        }
        body.exits.close(target);
        body.cursor.goTo(join);
        body.cursor.startAt(join);
    }

    /** Lowers statements that stand in a row. */
    void sequence(List<Statement> statements) {
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof IfStmt first) {
                body.ifs.lookAhead(first, statements.subList(i + 1, statements.size()));
            }
            statement(statements.get(i));
        }
    }

    /** Leaves the body, through every cleanup around, with a value or null for none. */
    void leave(Value value, Span at) {
        if (body.cursor.isDead()) {
            return;
        }
        Frame.LambdaEdge lambda = body.exits.leaveBody();
        body.cursor.emit(new Event.Return(value, lambda == null ? -1 : lambda.id, at));
        if (lambda != null) {
            body.cursor.goTo(lambda.exit);
        }
        body.cursor.stop();
    }

    /** Throws a value. */
    void raise(Value value, boolean exact, Span at) {
        Value thrown = value instanceof Value.Unknown
                ? body.combine(value.type(), Event.Operator.OTHER, List.of(), at)
                : value;
        body.cursor.emit(new Event.Throw(thrown, at));
        body.exits.throwNow(Thrown.of(thrown.type(), exact));
    }

    /** With assertions off, control passes by: the compiler asks a field of its own for that. */
    private void assertion(AssertStmt statement) {
        int test = body.cursor.newBlock();
        int failed = body.cursor.newBlock();
        int join = body.cursor.newBlock();
        Value.Temp disabled = body.graph.temp(TypeName.BOOLEAN);
        body.cursor.emit(
                new Event.Get(disabled, null, body.type.name(), Event.Get.ASSERTIONS_DISABLED, Spans.of(statement)));
        body.cursor.branch(test, new Condition.IsTrue(disabled, false));
        body.cursor.branch(join, new Condition.IsTrue(disabled, true));
        body.cursor.startAt(test);
        body.conditions.decide(statement.getCheck(), join, failed);
        body.cursor.startAt(failed);
        List<Value> message = statement.getMessage().map(body::value).stream().toList();
        body.calls.throwNew(ASSERTION_ERROR, message, Spans.of(statement));
        body.cursor.startAt(join);
    }

    private void localType(TypeDeclaration<?> declared, List<TypeName> supertypes) {
        List<BodyDeclaration<?>> members = declared.getMembers();
        TypeContext type = body.file.enterLocal(
                declared, body.type, body.member, declared.getNameAsString(), members, supertypes, body.scope());
        body.declareType(declared.getNameAsString(), type.name());
    }

    /** Whether control cannot go on behind a statement, as far as its last statement tells. */
    static boolean endsAbruptly(Statement statement) {
        if (statement instanceof BlockStmt block) {
            return block.getStatements()
                    .getLast()
                    .filter(Statements::endsAbruptly)
                    .isPresent();
        }
        return statement instanceof ReturnStmt
                || statement instanceof ThrowStmt
                || statement instanceof BreakStmt
                || statement instanceof ContinueStmt
                || statement instanceof YieldStmt;
    }
}
