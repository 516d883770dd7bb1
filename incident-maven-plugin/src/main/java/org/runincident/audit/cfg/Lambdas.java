package org.runincident.audit.cfg;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Event;
import org.runincident.flow.GraphBuilder;
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

    /** The call that lambdas are handed to; it becomes known only after its arguments. */
    static final class Callbacks {
        private final String method;
        private final Span nameAt;
        private final List<Handler> handlers = new ArrayList<>();
        private int argument;

        Callbacks(String method, int arguments, Span nameAt) {
            this.method = method;
            this.nameAt = nameAt;
        }

        Callbacks at(int index) {
            argument = index;
            return this;
        }

        void complete(GraphBuilder graph, MethodRef callee) {
            for (Handler h : handlers) {
                graph.handler(new Handler(
                        h.id(),
                        h.kind(),
                        h.caught(),
                        h.variable(),
                        h.entry(),
                        h.blocks(),
                        h.tried(),
                        callee,
                        h.comments(),
                        h.documentation(),
                        h.emptyBody(),
                        h.at(),
                        h.body()));
            }
        }
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
        Exits.LambdaEdge edge = body.exits.openLambda(id, exit);
        body.scoped(() -> {
            int throwable = callbacks == null
                    ? -1
                    : ErrorCallbacks.throwableParameter(
                            callbacks.method,
                            callbacks.argument,
                            lambda.getParameters().size());
            parameters.addAll(parameters(lambda, throwable));
            if (throwable >= 0) {
                handler(lambda, parameters.get(throwable), entry, callbacks);
            } else {
                run(lambda);
            }
        });
        body.exits.close(edge);
        body.cursor.resumeAt(exit);
        body.graph.lambda(new Lambda(id, parameters, entry, exit, Spans.of(lambda)));
        return new Value.LambdaBody(id, TypeName.UNKNOWN);
    }

    private List<Value.Variable> parameters(LambdaExpr lambda, int throwable) {
        List<Value.Variable> parameters = new ArrayList<>();
        for (Parameter written : lambda.getParameters()) {
            boolean untyped =
                    written.getType().isUnknownType() || written.getType().isVarType();
            TypeName type =
                    untyped ? body.file.types().parameter(lambda, parameters.size()) : body.resolve(written.getType());
            boolean isThrowable = parameters.size() == throwable;
            if (type.isUnknown() && isThrowable) {
                type = TypeName.THROWABLE;
            }
            Value.Variable variable = body.declareLocal(written.getNameAsString(), type);
            if (!isThrowable) {
                body.copy(variable, new Value.Unknown(type), Spans.of(written));
            }
            parameters.add(variable);
        }
        return parameters;
    }

    private void handler(LambdaExpr lambda, Value.Variable exception, int lambdaEntry, Callbacks callbacks) {
        int id = body.graph.reserveHandler();
        int entry = body.cursor.newBlock();
        body.cursor.goTo(entry);
        body.cursor.startAt(entry);
        Cursor.Region outer = body.cursor.regions();
        Set<Integer> blocks = body.cursor.openRegion(entry);
        body.cursor.emit(new Event.Caught(exception, id, Spans.of(lambda)));
        run(lambda);
        body.cursor.regions(outer);
        Span at = Spans.of(lambda);
        Handler handler = new Handler(
                id,
                Handler.Kind.CALLBACK,
                List.of(exception.type()),
                exception,
                entry,
                blocks,
                Set.of(),
                new MethodRef(TypeName.UNKNOWN, callbacks.method, null),
                body.file.comments().within(at),
                "",
                lambda.getBody().isBlockStmt()
                        && lambda.getBody().asBlockStmt().getStatements().isEmpty(),
                callbacks.nameAt,
                at);
        body.graph.handler(handler);
        callbacks.handlers.add(handler);
    }

    private void run(LambdaExpr lambda) {
        Statement code = lambda.getBody();
        if (lambda.getExpressionBody().isPresent()) {
            Value value = body.value(lambda.getExpressionBody().get());
            body.statements.leave(value, Spans.of(code));
        } else {
            body.statements.statement(code);
            body.statements.leave(null, Spans.of(code));
        }
    }

    Value reference(MethodReferenceExpr reference) {
        TypeName owner;
        Value receiver = null;
        if (reference.getScope() instanceof TypeExpr type) {
            Optional<Value.Variable> variable = Optional.ofNullable(body.variable(type.getTypeAsString()));
            receiver = variable.orElse(null);
            owner = receiver == null ? body.resolve(type.getType()) : receiver.type();
        } else {
            Optional<TypeName> type = body.names.asType(reference.getScope());
            if (type.isEmpty()) {
                receiver = body.value(reference.getScope());
            }
            owner = type.isPresent() ? type.get() : receiver.type();
        }
        String name = reference.getIdentifier().equals("new") ? "<init>" : reference.getIdentifier();
        MethodRef method = body.file.members().methodNamed(owner, name);
        return new Value.MethodReference(receiver, method, TypeName.UNKNOWN);
    }
}
