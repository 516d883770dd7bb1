package org.runincident.audit.cfg;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import java.util.List;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Event;
import org.runincident.flow.Value;

/** Declarations of locals, and everything that writes to a variable, field or array. */
final class Assignments {
    private final Body body;

    Assignments(Body body) {
        this.body = body;
    }

    void declare(VariableDeclarationExpr declaration) {
        for (VariableDeclarator declarator : declaration.getVariables()) {
            TypeName declared = body.resolve(declarator.getType());
            Value initial = declarator
                    .getInitializer()
                    .map(i -> body.expressions.initial(i, declared))
                    .orElse(null);
            TypeName type = declarator.getType().isVarType() && initial != null ? initial.type() : declared;
            Value.Variable variable = body.declareLocal(declarator.getNameAsString(), type);
            if (initial != null) {
                body.copy(variable, initial, Spans.of(declarator));
            }
        }
    }

    Value assign(AssignExpr assignment) {
        Names.Place target = target(assignment.getTarget());
        Span at = Spans.of(assignment);
        if (assignment.getOperator() == AssignExpr.Operator.ASSIGN) {
            Value value = body.value(assignment.getValue());
            write(target, value, at);
            return target instanceof Names.Variable v ? v.variable() : value;
        }
        Value before = body.names.read(target, Spans.of(assignment.getTarget()));
        Value operand = body.value(assignment.getValue());
        Value after = assignment.getOperator() == AssignExpr.Operator.PLUS
                ? body.operators.sum(List.of(before, operand), at)
                : body.combine(
                        before.type(),
                        before.type().equals(TypeName.BOOLEAN) ? Event.Operator.COMPARE : Event.Operator.ARITHMETIC,
                        List.of(before, operand),
                        at);
        write(target, after, at);
        return after;
    }

    /** {@code ++} and {@code --}. */
    Value step(UnaryExpr expression) {
        Names.Place target = target(expression.getExpression());
        Span at = Spans.of(expression);
        Value before = body.names.read(target, at);
        Value after = body.combine(before.type(), Event.Operator.ARITHMETIC, List.of(before), at);
        write(target, after, at);
        return after;
    }

    private Names.Place target(Expression target) {
        if (target instanceof NameExpr name) {
            return body.names.place(name);
        } else if (target instanceof FieldAccessExpr access) {
            return body.names.place(access);
        } else if (target instanceof ArrayAccessExpr access) {
            return element(access);
        } else if (target instanceof EnclosedExpr enclosed) {
            return target(enclosed.getInner());
        }
        return new Names.Computed(body.value(target));
    }

    Names.Place element(ArrayAccessExpr access) {
        Value array = body.value(access.getName());
        return new Names.Element(array, body.value(access.getIndex()));
    }

    private void write(Names.Place target, Value value, Span at) {
        if (target instanceof Names.Variable v) {
            body.copy(v.variable(), value, at);
        } else if (target instanceof Names.Field f) {
            TypeName type =
                    f.declaration() == null ? TypeName.UNKNOWN : f.declaration().type();
            body.cursor.emit(new Event.Put(f.receiver(), f.owner(), f.name(), type, value, at));
        } else if (target instanceof Names.Element e) {
            body.combine(TypeName.VOID, Event.Operator.ARRAY_WRITE, List.of(e.array(), e.index(), value), at);
        }
    }
}
