package org.runincident.audit.cfg;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.type.Type;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Dispatch;
import org.runincident.flow.Event;
import org.runincident.flow.GraphBuilder;
import org.runincident.flow.Value;

/** One body being lowered: what its parts share, and the parts. */
final class Body {
    final FileContext file;
    final TypeContext type;
    final String member;
    final GraphBuilder graph = new GraphBuilder();
    final Cursor cursor = new Cursor(graph);
    final Exits exits;
    final Value.Variable receiver;

    final Names names = new Names(this);
    final Operators operators = new Operators(this);
    final Calls calls = new Calls(this);
    final Assignments assignments = new Assignments(this);
    final Patterns patterns = new Patterns(this);
    final Conditions conditions = new Conditions(this);
    final Lambdas lambdas = new Lambdas(this);
    final Expressions expressions = new Expressions(this);
    final IfStatements ifs = new IfStatements(this);
    final Loops loops = new Loops(this);
    final Switches switches = new Switches(this);
    final TryStatements tries = new TryStatements(this);
    final Statements statements = new Statements(this);

    private final Map<Value.Variable, Value.Variable> captured = new HashMap<>();
    private final Map<TypeContext, Value.Variable> outerReceivers = new IdentityHashMap<>();
    private final Map<Node, Given> handlers = new IdentityHashMap<>();
    private final Set<Node> dispatches = Collections.newSetFromMap(new IdentityHashMap<>());
    private Scope scope;

    /** @param member the method or field the body belongs to, for the names of classes inside */
    Body(FileContext file, TypeContext type, String member, boolean isStatic) {
        this.file = file;
        this.type = type;
        this.member = member;
        this.exits = new Exits(graph, cursor, file.exceptions());
        this.receiver = isStatic ? null : graph.variable("this", type.name(), Value.Role.RECEIVER);
        this.scope = type.captured();
    }

    Scope scope() {
        return scope;
    }

    void scope(Scope scope) {
        this.scope = scope;
    }

    /** Runs with a scope of its own. */
    void scoped(Runnable code) {
        Scope outer = scope;
        code.run();
        scope = outer;
    }

    Value.Variable declare(String name, TypeName type, Value.Role role) {
        Value.Variable variable = graph.variable(name, type, role);
        scope = new Scope(scope, name, variable, null);
        return variable;
    }

    Value.Variable declareLocal(String name, TypeName type) {
        return declare(name, type, Value.Role.LOCAL);
    }

    void declareType(String name, TypeName type) {
        scope = new Scope(scope, name, null, type);
    }

    /** The variable of this body that a name means, or null. */
    Value.Variable variable(String name) {
        for (Scope s = scope; s != type.captured(); s = s.parent()) {
            if (s.variable() != null && s.name().equals(name)) {
                return s.variable();
            }
        }
        return null;
    }

    /** A variable of the body around, as it is seen in this one. */
    Value.Variable capture(Value.Variable outer) {
        return captured.computeIfAbsent(outer, v -> graph.variable(outer.name(), outer.type(), Value.Role.CAPTURED));
    }

    /** {@code this} of a type around this one. */
    Value.Variable outerThis(TypeContext outer) {
        return outerReceivers.computeIfAbsent(
                outer, o -> graph.variable(outer.name().simple() + ".this", outer.name(), Value.Role.CAPTURED));
    }

    /** A handler's id, and the variable that holds its exception. */
    record Given(int handler, Value.Variable exception) {}

    /**
     * The handler written there, its variable in scope: a new one, or, in a further copy of the {@code finally} around it,
     * that of the first copy, as it is one handler to whoever wrote it.
     */
    Given handlerAt(Node written, String variable, TypeName type) {
        Given given = handlers.computeIfAbsent(
                written, w -> new Given(graph.reserveHandler(), graph.variable(variable, type, Value.Role.LOCAL)));
        scope = new Scope(scope, variable, given.exception, null);
        return given;
    }

    /** Adds the decision written there, unless it is a further copy of one that is there already. */
    void dispatch(Node written, Dispatch dispatch) {
        if (dispatches.add(written)) {
            graph.dispatch(dispatch);
        }
    }

    TypeName resolve(Type written) {
        return file.resolve(written, scope);
    }

    Value value(Expression expression) {
        return expressions.value(expression);
    }

    Value.Temp combine(TypeName type, Event.Operator operator, List<Value> parts, Span at) {
        return combine(type, operator, parts, "", at);
    }

    /** @param sign as {@link Event.Combine} has it */
    Value.Temp combine(TypeName type, Event.Operator operator, List<Value> parts, String sign, Span at) {
        Value.Temp temp = graph.temp(type);
        cursor.emit(new Event.Combine(temp, operator, parts, sign, at));
        return temp;
    }

    void copy(Value to, Value from, Span at) {
        cursor.emit(new Event.Copy(to, from, at));
    }
}
