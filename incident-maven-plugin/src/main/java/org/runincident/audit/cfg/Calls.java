package org.runincident.audit.cfg;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.runincident.audit.types.Members;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Event;
import org.runincident.flow.MethodRef;
import org.runincident.flow.Thrown;
import org.runincident.flow.Value;

/** Method calls, constructor calls and creations. */
final class Calls {
    private final Body body;
    private Event last;

    Calls(Body body) {
        this.body = body;
    }

    /** What a call is made on; {@code receiver} null for static calls. */
    private record Callee(Value receiver, MethodRef method) {
        Callee meaning(MethodDeclaration declaration) {
            return new Callee(receiver, new MethodRef(method.owner(), method.name(), declaration));
        }
    }

    Value call(MethodCallExpr call, boolean resultUsed) {
        Value scope = null;
        TypeName owner = null;
        Expression written = call.getScope().orElse(null);
        if (written instanceof SuperExpr parent) {
            scope = body.names.receiver(body.type);
            owner = superclass(parent);
        } else if (written != null) {
            Optional<TypeName> type = body.names.asType(written);
            if (type.isPresent()) {
                owner = type.get();
            } else {
                scope = body.value(written);
                owner = scope.type().isUnknown() ? body.file.types().of(written) : scope.type();
            }
        }
        Callbacks callbacks = new Callbacks(call.getNameAsString(), Spans.of(call.getName()));
        Arguments arguments = arguments(call.getArguments(), callbacks);
        Callee callee = owner == null
                ? unqualified(call.getNameAsString(), arguments.types)
                : new Callee(scope, body.file.members().method(owner, call.getNameAsString(), arguments.types));
        if (!callee.method.isResolved() || call.getArguments().stream().anyMatch(Expression::isLambdaExpr)) {
            callee = callee.meaning(body.file.types().method(call).orElse(callee.method.declaration()));
        }
        callbacks.complete(body.graph, callee.method);
        Value.Temp result = body.graph.temp(resultType(call, callee.method));
        Value receiver = isStatic(callee.method) ? null : callee.receiver;
        emit(
                new Event.Call(
                        result,
                        receiver,
                        callee.method,
                        arguments.values,
                        resultUsed,
                        Spans.of(call),
                        Spans.of(call.getName())),
                callee.method);
        return result;
    }

    private static boolean isStatic(MethodRef method) {
        return method.isResolved() && method.declaration().isStatic();
    }

    private TypeName resultType(MethodCallExpr call, MethodRef method) {
        if (!method.isResolved() && method.name().equals("toString")) {
            return TypeName.STRING;
        }
        TypeName declared = method.returnType();
        boolean mayBeMore = declared.isUnknown() || declared.equals(TypeName.OBJECT);
        TypeName inferred = mayBeMore ? body.file.types().of(call) : declared;
        return inferred.isUnknown() ? declared : inferred;
    }

    /** The superclass, or the interface that {@code Name.super} names. */
    private TypeName superclass(SuperExpr parent) {
        String named = parent.getTypeName().map(Object::toString).orElse("");
        return body.type.supertypes().stream()
                .filter(s -> s.simple().equals(named.substring(named.lastIndexOf('.') + 1)))
                .findFirst()
                .orElseGet(this::superclass);
    }

    private TypeName superclass() {
        return body.type.supertypes().isEmpty()
                ? TypeName.OBJECT
                : body.type.supertypes().get(0);
    }

    /** A call without a scope: of this type or its supertypes, of a type around, or statically imported. */
    private Callee unqualified(String name, List<TypeName> arguments) {
        for (TypeContext t = body.type; t != null; t = t.outer()) {
            MethodRef found = body.file.members().method(t.name(), name, arguments);
            if (found.isResolved()) {
                return new Callee(body.names.receiver(t), found);
            }
        }
        Optional<TypeName> imported = body.file.names().staticImportOwner(name);
        if (imported.isPresent()) {
            return new Callee(null, body.file.members().method(imported.get(), name, arguments));
        }
        return new Callee(body.receiver, new MethodRef(body.type.name(), name, null));
    }

    /** Lowered arguments, and their types as far as they decide between overloads. */
    private record Arguments(List<Value> values, List<TypeName> types) {}

    private Arguments arguments(NodeList<Expression> written, Callbacks callbacks) {
        List<Value> values = new ArrayList<>();
        List<TypeName> types = new ArrayList<>();
        for (Expression argument : written) {
            if (argument instanceof LambdaExpr lambda) {
                types.add(Members.lambda(lambda.getParameters().size()));
                values.add(body.lambdas.lambda(lambda, callbacks.at(values.size())));
            } else {
                Value value = body.value(argument);
                types.add(value.type());
                values.add(value);
            }
        }
        return new Arguments(values, types);
    }

    Value creation(ObjectCreationExpr creation) {
        creation.getScope().ifPresent(body::value);
        Callbacks callbacks = new Callbacks("", Span.NONE);
        Arguments arguments = arguments(creation.getArguments(), callbacks);
        TypeName type = body.resolve(creation.getType());
        creation.getAnonymousClassBody()
                .ifPresent(members -> body.file.enterLocal(
                        creation, body.type, body.member, "", members, List.of(type), body.scope()));
        MethodRef constructor = body.file.members().constructor(type, arguments.types);
        Value.Temp result = body.graph.temp(type);
        emit(new Event.Create(result, constructor, arguments.values, Spans.of(creation)), constructor);
        return result;
    }

    /** {@code this(..)} or {@code super(..)}. */
    void constructor(ExplicitConstructorInvocationStmt call) {
        call.getExpression().ifPresent(body::value);
        Callbacks callbacks = new Callbacks("", Span.NONE);
        Arguments arguments = arguments(call.getArguments(), callbacks);
        TypeName owner = call.isThis() ? body.type.name() : superclass();
        MethodRef method = body.file.members().constructor(owner, arguments.types);
        Span at = Spans.of(call);
        emit(
                new Event.Call(
                        body.graph.temp(TypeName.VOID),
                        body.names.receiver(body.type),
                        method,
                        arguments.values,
                        false,
                        at,
                        at),
                method);
    }

    /** Closes a resource. */
    void close(Value resource, Span at) {
        MethodRef close = body.file.members().method(resource.type(), "close", List.of());
        emit(new Event.Call(body.graph.temp(TypeName.VOID), resource, close, List.of(), false, at, at), close);
    }

    /** Throws a new error of a type the language names. */
    void throwNew(TypeName type, List<Value> arguments, Span at) {
        MethodRef constructor = body.file.members().constructor(type, MemberLookup.types(arguments));
        Value.Temp error = body.graph.temp(type);
        body.cursor.emit(new Event.Create(error, constructor, arguments, at));
        body.statements.raise(error, true, at);
    }

    /** The call or creation lowered last; it may have ended its block. */
    Event last() {
        return last;
    }

    private void emit(Event event, MethodRef method) {
        last = event;
        body.cursor.emit(event);
        body.exits.mayThrow(Thrown.by(method));
    }
}
