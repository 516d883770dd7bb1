package org.runincident.audit.cfg;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.runincident.audit.source.Comments;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.FinallyExit;
import org.runincident.flow.Handler;
import org.runincident.flow.Value;

/** {@code try} with its resources, catch clauses and {@code finally}. */
final class TryStatements {
    private final Body body;

    TryStatements(Body body) {
        this.body = body;
    }

    void lower(TryStmt statement) {
        if (statement.getFinallyBlock().isEmpty()) {
            guarded(statement);
            return;
        }
        BlockStmt last = statement.getFinallyBlock().get();
        Scope outside = body.scope();
        Frame.Cleanup cleanup = body.exits.openCleanup(() -> {
            Scope inside = body.scope();
            body.scope(outside);
            body.statements.statement(last);
            body.scope(inside);
        });
        guarded(statement);
        body.exits.close(cleanup);
        Span at = Spans.of(last);
        body.exits.completeCleanup(cleanup, at);
        for (FinallyLeaps.Leap leap : FinallyLeaps.of(last)) {
            body.graph.finallyExit(new FinallyExit(
                    leap.keyword(),
                    (cleanup.isThrownThrough() || isMeantToThrow(statement))
                            && !SuccessFlags.guard(leap.statement(), statement),
                    Spans.of(leap.statement()),
                    at));
        }
    }

    /** Nothing is seen to throw, but its author expects it: there are catch clauses, or the block is yet to be filled. */
    private static boolean isMeantToThrow(TryStmt statement) {
        return !statement.getCatchClauses().isEmpty()
                || statement.getTryBlock().getStatements().isEmpty();
    }

    /** The tried part with its catch clauses. */
    private void guarded(TryStmt statement) {
        int join = body.cursor.newBlock();
        int start = body.cursor.newBlock();
        List<Frame.Clause> clauses = new ArrayList<>();
        for (CatchClause clause : statement.getCatchClauses()) {
            clauses.add(new Frame.Clause(caught(clause), body.cursor.newBlock()));
        }
        body.cursor.goTo(start);
        body.cursor.startAt(start);
        body.cursor.cut();
        Frame.Catches catches = body.exits.openCatches(clauses);
        body.scoped(() -> resources(statement, 0));
        body.exits.close(catches);
        body.cursor.goTo(join);
        for (int i = 0; i < clauses.size(); i++) {
            handler(statement, i, clauses.get(i), start);
            body.cursor.goTo(join);
        }
        body.cursor.startAt(join);
    }

    private void resources(TryStmt statement, int index) {
        if (index == statement.getResources().size()) {
            body.statements.statement(statement.getTryBlock());
            return;
        }
        Expression written = statement.getResources().get(index);
        Span at = Spans.of(written);
        Value resource;
        if (written instanceof VariableDeclarationExpr declaration) {
            body.assignments.declare(declaration);
            resource = body.variable(declaration.getVariable(0).getNameAsString());
        } else {
            resource = body.value(written);
        }
        Frame.Cleanup close = body.exits.openCleanup(() -> body.calls.close(resource, at));
        resources(statement, index + 1);
        body.exits.close(close);
        body.exits.completeCleanup(close, at);
    }

    private List<TypeName> caught(CatchClause clause) {
        Type type = clause.getParameter().getType();
        List<TypeName> caught = new ArrayList<>();
        if (type instanceof UnionType union) {
            union.getElements().forEach(t -> caught.add(body.resolve(t)));
        } else {
            caught.add(body.resolve(type));
        }
        return caught;
    }

    private void handler(TryStmt statement, int index, Frame.Clause clause, int start) {
        CatchClause written = statement.getCatchClauses().get(index);
        if (!body.graph.isEntered(clause.entry())) {
            // Anything can throw something: a cast, an array access, a call whose declaration lags behind its code.
            clause.types().forEach(t -> body.graph.connect(start, Edge.thrown(clause.entry(), known(t))));
            clause.tried().add(start);
        }
        body.cursor.startAt(clause.entry());
        Cursor.Region outer = body.cursor.regions();
        Set<Integer> blocks = body.cursor.openRegion(clause.entry());
        Parameter parameter = written.getParameter();
        TypeName type = clause.types().size() == 1 ? known(clause.types().get(0)) : TypeName.THROWABLE;
        Scope outside = body.scope();
        Body.Given given = body.handlerAt(written, parameter.getNameAsString(), type);
        body.cursor.emit(new Event.Caught(given.exception(), given.handler(), Spans.of(parameter)));
        body.statements.statement(written.getBody());
        body.scope(outside);
        body.cursor.regions(outer);
        body.graph.handler(new Handler(
                given.handler(),
                Handler.Kind.CATCH,
                clause.types(),
                given.exception(),
                clause.entry(),
                blocks,
                clause.tried(),
                null,
                comments(statement, written),
                Documentation.above(written, body.file.comments()),
                written.getBody().getStatements().stream().allMatch(Statement::isEmptyStmt),
                Spans.toParenthesisAfter(written, parameter),
                Spans.of(written.getBody())));
    }

    private static TypeName known(TypeName type) {
        return type.isUnknown() ? TypeName.THROWABLE : type;
    }

    /** Comments in the body, on the line of the clause, and on a line of their own directly above it. */
    private List<String> comments(TryStmt statement, CatchClause clause) {
        Span whole = Spans.of(clause);
        List<String> texts = new ArrayList<>();
        if (clause.getParameter().getAnnotations().stream().anyMatch(TryStatements::saysUnused)) {
            texts.add(Handler.MARKED_UNUSED);
        }
        for (Comments.Comment comment : body.file.comments().all()) {
            boolean inside = whole.contains(comment.at());
            boolean sameLine = comment.at().line() == whole.line();
            boolean above = comment.at().endLine() == whole.line() - 1 && standsAlone(statement, comment.at());
            if ((inside || sameLine || above) && !comment.text().isEmpty()) {
                texts.add(comment.text());
            }
        }
        return texts;
    }

    private static boolean saysUnused(AnnotationExpr annotation) {
        return annotation.getNameAsString().endsWith("SuppressWarnings")
                && annotation.toString().contains("\"unused\"");
    }

    /**
     * Whether nothing but the end of the tried block follows a comment, nor code stands before it. What stands in the body
     * of another clause is that clause's, and in a tried block of its own it is the block's.
     */
    private static boolean standsAlone(TryStmt statement, Span comment) {
        List<Statement> tried = statement.getTryBlock().getStatements();
        boolean stub = tried.isEmpty() && Spans.of(statement.getTryBlock()).contains(comment);
        return !stub
                && Spans.of(statement).contains(comment)
                && tried.stream().map(Spans::of).noneMatch(s -> s.contains(comment) || s.endLine() == comment.line())
                && statement.getCatchClauses().stream()
                        .map(c -> Spans.of(c.getBody()))
                        .noneMatch(s -> s.contains(comment) || s.endLine() == comment.line());
    }
}
