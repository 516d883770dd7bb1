package org.runincident.audit.cfg;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.ErrorCallbacks;
import org.runincident.flow.Event;
import org.runincident.flow.Handler;
import org.runincident.flow.Lambda;
import org.runincident.flow.MethodRef;
import org.runincident.flow.Value;

/** Lambdas, spliced in where they are written, and method references. */
final class Lambdas {
    private final Body body;

    Lambdas(Body body) {
        this.body = body;
    }

    /** @param callbacks the call it is an argument of; null for none */
    Value lambda(LambdaExpr lambda, Callbacks callbacks) {
        if (body.cursor.isDead()) {
            return Value.UNKNOWN;
        }
        int id = body.graph.reserveLambda();
        int entry = body.cursor.newBlock();
        int exit = body.cursor.newBlock();
        body.cursor.branch(entry, null);
        body.cursor.branch(exit, null);
        body.cursor.startAt(entry);
        List<Value.Variable> parameters = new ArrayList<>();
        Frame.LambdaEdge edge = body.exits.openLambda(id, exit);
        body.scoped(() -> {
            int throwable = callbacks == null ? -1 : throwable(lambda, callbacks);
            for (int i = 0; i < lambda.getParameters().size(); i++) {
                if (i != throwable) {
                    parameters.add(parameter(lambda, i));
                }
            }
            if (throwable >= 0) {
                parameters.add(throwable, handler(lambda, throwable, callbacks));
            } else {
                run(lambda);
            }
        });
        body.exits.close(edge);
        body.cursor.resumeAt(exit);
        body.graph.lambda(new Lambda(id, parameters, entry, exit, Spans.of(lambda)));
        return new Value.LambdaBody(id, TypeName.UNKNOWN);
    }

    private int throwable(LambdaExpr lambda, Callbacks callbacks) {
        int count = lambda.getParameters().size();
        String method = callbacks.method();
        int named = ErrorCallbacks.throwableParameter(method, callbacks.argument(), count);
        boolean empty = isEmpty(lambda);
        if (named >= 0 || !ErrorCallbacks.mayBeTold(method, count, empty)) {
            return named;
        }
        return body.file.types().givesNothing(lambda)
                ? ErrorCallbacks.throwableLast(
                        method,
                        IntStream.range(0, count)
                                .mapToObj(i -> typeOf(lambda, i))
                                .toList(),
                        empty)
                : -1;
    }

    private static boolean isEmpty(LambdaExpr lambda) {
        return lambda.getBody().isBlockStmt()
                && lambda.getBody().asBlockStmt().getStatements().isEmpty();
    }

    private Value.Variable parameter(LambdaExpr lambda, int index) {
        Parameter written = lambda.getParameter(index);
        TypeName type = typeOf(lambda, index);
        Value.Variable variable = body.declareLocal(written.getNameAsString(), type);
        body.copy(variable, new Value.Unknown(type), Spans.of(written));
        return variable;
    }

    private TypeName typeOf(LambdaExpr lambda, int index) {
        Parameter written = lambda.getParameter(index);
        return written.getType().isUnknownType() || written.getType().isVarType()
                ? body.file.types().parameter(lambda, index)
                : body.resolve(written.getType());
    }

    private Value.Variable handler(LambdaExpr lambda, int throwable, Callbacks callbacks) {
        TypeName declared = typeOf(lambda, throwable);
        Body.Given given = body.handlerAt(
                lambda,
                lambda.getParameter(throwable).getNameAsString(),
                declared.isUnknown() ? TypeName.THROWABLE : declared);
        Value.Variable exception = given.exception();
        int entry = body.cursor.newBlock();
        body.cursor.goTo(entry);
        body.cursor.startAt(entry);
        Cursor.Region outer = body.cursor.regions();
        Set<Integer> blocks = body.cursor.openRegion(entry);
        body.cursor.emit(new Event.Caught(exception, given.handler(), Spans.of(lambda)));
        run(lambda);
        body.cursor.regions(outer);
        Span at = Spans.of(lambda);
        Handler handler = new Handler(
                given.handler(),
                Handler.Kind.CALLBACK,
                List.of(exception.type()),
                exception,
                entry,
                blocks,
                Set.of(),
                new MethodRef(TypeName.UNKNOWN, callbacks.method(), null),
                body.file.comments().within(at),
                Documentation.above(lambda, body.file.comments()),
                isEmpty(lambda),
                callbacks.nameAt(),
                at);
        body.graph.handler(handler);
        callbacks.add(handler);
        return exception;
    }

    private void run(LambdaExpr lambda) {
        Statement code = lambda.getBody();
        Expression expression = lambda.getExpressionBody().orElse(null);
        if (expression instanceof MethodCallExpr && body.file.types().givesNothing(lambda)) {
            body.expressions.effect(expression);
            body.statements.leave(null, Spans.of(code));
        } else if (expression != null) {
            body.statements.leave(body.value(expression), Spans.of(code));
        } else {
            body.statements.statement(code);
            body.statements.leave(null, Spans.of(code));
        }
    }

    Value reference(MethodReferenceExpr reference) {
        Expression scope = scopeOf(reference);
        Optional<TypeName> type =
                scope instanceof TypeExpr typed ? Optional.of(body.resolve(typed.getType())) : body.names.asType(scope);
        Value receiver = type.isPresent() ? null : body.value(scope);
        String name = reference.getIdentifier().equals("new") ? "<init>" : reference.getIdentifier();
        MethodRef method = body.file.members().methodNamed(type.orElseGet(() -> receiver.type()), name);
        return new Value.MethodReference(receiver, method, TypeName.UNKNOWN);
    }

    /** What stands before {@code ::}; the parser takes every name there for a type. */
    private static Expression scopeOf(MethodReferenceExpr reference) {
        Expression scope = reference.getScope();
        if (scope instanceof TypeExpr typed
                && typed.getType() instanceof ClassOrInterfaceType named
                && named.getTypeArguments().isEmpty()) {
            Expression names = expression(named);
            names.setParentNode(reference);
            return names;
        }
        return scope;
    }

    private static Expression expression(ClassOrInterfaceType names) {
        Expression expression = names.getScope().isEmpty()
                ? new NameExpr(names.getNameAsString())
                : new FieldAccessExpr(expression(names.getScope().get()), names.getNameAsString());
        names.getRange().ifPresent(expression::setRange);
        return expression;
    }
}
