package org.runincident.audit.cfg;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import java.util.ArrayList;
import java.util.List;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Event;
import org.runincident.flow.Value;

/** Expressions: sends each kind to the part that lowers it, and lowers the plain ones. */
final class Expressions {
    private static final TypeName CLASS = TypeName.resolved("java.lang.Class");

    private final Body body;

    Expressions(Body body) {
        this.body = body;
    }

    /** Lowers an expression whose value nobody takes. */
    void effect(Expression expression) {
        if (expression instanceof MethodCallExpr call) {
            body.calls.call(call, false);
        } else if (expression instanceof EnclosedExpr enclosed) {
            effect(enclosed.getInner());
        } else {
            value(expression);
        }
    }

    /** Lowers an expression. */
    Value value(Expression expression) {
        if (expression instanceof NameExpr name) {
            return body.names.read(body.names.place(name), Spans.of(name));
        } else if (expression instanceof MethodCallExpr call) {
            return body.calls.call(call, true);
        } else if (expression instanceof LiteralExpr literal) {
            return Literals.value(literal);
        } else if (expression instanceof FieldAccessExpr access) {
            return body.names.read(body.names.place(access), Spans.of(access));
        } else if (expression instanceof BinaryExpr binary) {
            return body.operators.binary(binary);
        } else if (expression instanceof ObjectCreationExpr creation) {
            return body.calls.creation(creation);
        } else if (expression instanceof EnclosedExpr enclosed) {
            return value(enclosed.getInner());
        } else if (expression instanceof AssignExpr assignment) {
            return body.assignments.assign(assignment);
        } else if (expression instanceof UnaryExpr unary) {
            return body.operators.unary(unary);
        } else if (expression instanceof VariableDeclarationExpr declaration) {
            body.assignments.declare(declaration);
            return Value.UNKNOWN;
        } else if (expression instanceof LambdaExpr lambda) {
            return body.lambdas.lambda(lambda, null);
        } else if (expression instanceof MethodReferenceExpr reference) {
            return body.lambdas.reference(reference);
        } else if (expression instanceof ThisExpr self) {
            return body.names.self(self.getTypeName().map(Object::toString));
        } else if (expression instanceof SuperExpr) {
            return body.names.receiver(body.type);
        }
        return rare(expression);
    }

    private Value rare(Expression expression) {
        Span at = Spans.of(expression);
        if (expression instanceof ConditionalExpr conditional) {
            return body.operators.conditional(conditional);
        } else if (expression instanceof CastExpr cast) {
            Value value = value(cast.getExpression());
            return body.combine(body.resolve(cast.getType()), Event.Operator.CAST, List.of(value), at);
        } else if (expression instanceof InstanceOfExpr test) {
            if (test.getPattern().isPresent()) {
                return body.operators.decided(test);
            }
            Value value = value(test.getExpression());
            String type = body.resolve(test.getType()).text();
            return body.combine(TypeName.BOOLEAN, Event.Operator.INSTANCEOF, List.of(value), type, at);
        } else if (expression instanceof ArrayAccessExpr access) {
            return body.names.read(body.assignments.element(access), at);
        } else if (expression instanceof ArrayCreationExpr creation) {
            return array(creation, at);
        } else if (expression instanceof ArrayInitializerExpr initializer) {
            return array(initializer, TypeName.UNKNOWN);
        } else if (expression instanceof SwitchExpr choice) {
            return body.switches.expression(choice);
        } else if (expression instanceof ClassExpr literal) {
            return new Value.Constant(body.resolve(literal.getType()), "class", CLASS);
        }
        return Value.UNKNOWN;
    }

    private Value array(ArrayCreationExpr creation, Span at) {
        TypeName type = arrayOf(
                body.resolve(creation.getElementType()), creation.getLevels().size());
        if (creation.getInitializer().isPresent()) {
            return array(creation.getInitializer().get(), type);
        }
        List<Value> sizes = new ArrayList<>();
        creation.getLevels().forEach(level -> level.getDimension().ifPresent(d -> sizes.add(value(d))));
        return body.combine(type, Event.Operator.ARRAY, sizes, at);
    }

    private Value array(ArrayInitializerExpr initializer, TypeName type) {
        List<Value> elements = new ArrayList<>();
        for (Expression element : initializer.getValues()) {
            elements.add(
                    element instanceof ArrayInitializerExpr inner
                            ? array(inner, Names.elementType(type))
                            : value(element));
        }
        return body.combine(type, Event.Operator.ARRAY, elements, Spans.of(initializer));
    }

    /** The value of an initializer, which for arrays may lack its type. */
    Value initial(Expression initializer, TypeName declared) {
        return initializer instanceof ArrayInitializerExpr array ? array(array, declared) : value(initializer);
    }

    static TypeName arrayOf(TypeName element, int levels) {
        return element.isUnknown()
                ? TypeName.UNKNOWN
                : new TypeName(element.text() + "[]".repeat(levels), element.resolved());
    }
}
