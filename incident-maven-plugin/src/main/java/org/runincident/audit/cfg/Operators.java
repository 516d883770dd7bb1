package org.runincident.audit.cfg;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.Value;

/** Operators as values. Chains are unrolled, as generated code has thousands of terms in one. */
final class Operators {
    private final Body body;

    Operators(Body body) {
        this.body = body;
    }

    Value binary(BinaryExpr expression) {
        return switch (expression.getOperator()) {
            case AND, OR -> decided(expression);
            case EQUALS, NOT_EQUALS, LESS, GREATER, LESS_EQUALS, GREATER_EQUALS -> comparison(expression);
            default -> joined(expression);
        };
    }

    private Value comparison(BinaryExpr expression) {
        Value left = body.value(expression.getLeft());
        Value right = body.value(expression.getRight());
        String sign = expression.getOperator().asString();
        return body.combine(TypeName.BOOLEAN, Event.Operator.COMPARE, List.of(left, right), sign, Spans.of(expression));
    }

    private Value joined(BinaryExpr expression) {
        List<Value> parts = new ArrayList<>();
        operands(expression).forEach(o -> parts.add(body.value(o)));
        BinaryExpr.Operator operator = expression.getOperator();
        if (operator == BinaryExpr.Operator.PLUS) {
            return sum(parts, Spans.of(expression));
        }
        TypeName type = parts.get(0).type();
        boolean logical = type.equals(TypeName.BOOLEAN);
        return body.combine(
                type, logical ? Event.Operator.COMPARE : Event.Operator.ARITHMETIC, parts, Spans.of(expression));
    }

    /** A sum, or a concatenation, whose constant parts are put together. */
    Value sum(List<Value> parts, Span at) {
        boolean text = parts.stream().anyMatch(p -> p.type().is("java.lang.String"));
        if (!text) {
            TypeName type = parts.stream()
                    .map(Value::type)
                    .filter(t -> !t.isUnknown())
                    .findFirst()
                    .orElse(TypeName.UNKNOWN);
            boolean known = parts.stream().noneMatch(p -> p.type().isUnknown());
            return body.combine(
                    known ? type : TypeName.UNKNOWN,
                    known ? Event.Operator.ARITHMETIC : Event.Operator.OTHER,
                    parts,
                    at);
        }
        List<Value> folded = fold(parts);
        return folded.size() == 1 && folded.get(0) instanceof Value.Literal
                ? folded.get(0)
                : body.combine(TypeName.STRING, Event.Operator.CONCAT, folded, at);
    }

    private static List<Value> fold(List<Value> parts) {
        List<Value> folded = new ArrayList<>();
        StringBuilder constant = null;
        for (Value part : parts) {
            if (part instanceof Value.Literal literal) {
                constant = constant == null ? new StringBuilder() : constant;
                constant.append(literal.value());
            } else {
                if (constant != null) {
                    folded.add(Value.text(constant.toString()));
                    constant = null;
                }
                folded.add(part);
            }
        }
        if (constant != null) {
            folded.add(Value.text(constant.toString()));
        }
        return folded;
    }

    /** Operands of a chain of one operator, left to right. */
    static List<Expression> operands(BinaryExpr chain) {
        Deque<Expression> operands = new ArrayDeque<>();
        Expression left = chain;
        while (left instanceof BinaryExpr b && b.getOperator() == chain.getOperator()) {
            operands.addFirst(b.getRight());
            left = b.getLeft();
        }
        operands.addFirst(left);
        return List.copyOf(operands);
    }

    Value unary(UnaryExpr expression) {
        Span at = Spans.of(expression);
        switch (expression.getOperator()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT:
                return body.assignments.step(expression);
            case LOGICAL_COMPLEMENT:
                return decided(expression);
            default:
                Value value = body.value(expression.getExpression());
                Value folded = Literals.negated(expression.getOperator(), value);
                return folded != null
                        ? folded
                        : body.combine(value.type(), Event.Operator.ARITHMETIC, List.of(value), at);
        }
    }

    /** A condition as a value: control decides, and either way gives true or false. */
    Value decided(Expression condition) {
        int yes = body.cursor.newBlock();
        int no = body.cursor.newBlock();
        int join = body.cursor.newBlock();
        Span at = Spans.of(condition);
        Value.Temp result = body.graph.temp(TypeName.BOOLEAN);
        body.conditions.decide(condition, yes, no);
        body.cursor.startAt(yes);
        body.copy(result, Literals.of(true), at);
        body.cursor.goTo(join);
        body.cursor.startAt(no);
        body.copy(result, Literals.of(false), at);
        body.cursor.goTo(join);
        body.cursor.startAt(join);
        return result;
    }

    Value conditional(ConditionalExpr expression) {
        int yes = body.cursor.newBlock();
        int no = body.cursor.newBlock();
        body.conditions.decide(expression.getCondition(), yes, no);
        List<Frame.Yielded> values = new ArrayList<>();
        body.cursor.startAt(yes);
        branch(expression.getThenExpr(), values);
        body.cursor.startAt(no);
        branch(expression.getElseExpr(), values);
        return choice(values);
    }

    private void branch(Expression expression, List<Frame.Yielded> values) {
        Value value = body.value(expression);
        if (!body.cursor.isDead()) {
            values.add(new Frame.Yielded(body.cursor.block(), value, Spans.of(expression)));
        }
    }

    /** One value out of those that several ways bring; the cursor goes on where they meet. */
    Value choice(List<Frame.Yielded> values) {
        int join = body.cursor.newBlock();
        Value.Temp result = body.graph.temp(commonType(values));
        for (Frame.Yielded v : values) {
            body.graph.add(v.block(), new Event.Copy(result, v.value(), v.at()));
            body.graph.connect(v.block(), Edge.next(join));
        }
        body.cursor.startAt(join);
        return result;
    }

    /** The type all known ones agree on; of several the first that is above another, else unknown. */
    private TypeName commonType(List<Frame.Yielded> values) {
        List<TypeName> types = values.stream()
                .map(v -> v.value().type())
                .filter(t -> !t.isUnknown())
                .distinct()
                .toList();
        if (types.size() <= 1) {
            return types.isEmpty() ? TypeName.UNKNOWN : types.get(0);
        }
        return types.stream()
                .filter(t -> types.stream().allMatch(o -> body.file.members().isSubtype(o, t)))
                .findFirst()
                .orElse(TypeName.UNKNOWN);
    }
}
