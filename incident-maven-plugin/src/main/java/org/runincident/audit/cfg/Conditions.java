package org.runincident.audit.cfg;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.List;
import org.runincident.code.TypeName;
import org.runincident.flow.Condition;
import org.runincident.flow.Event;
import org.runincident.flow.Value;

/** Conditions as branches: taken apart until each edge says one thing. */
final class Conditions {
    private final Body body;
    private Value firstSubject;

    /** Makes the condition of an edge, for either answer. */
    private interface Test {
        Condition onEdge(boolean holds);
    }

    Conditions(Body body) {
        this.body = body;
    }

    /** Lowers the condition of a statement, as {@link #decide}; {@link #firstSubject} then tells what it compares first. */
    void begin(Expression condition, int ifTrue, int ifFalse) {
        firstSubject = null;
        decide(condition, ifTrue, ifFalse);
    }

    /** The value that the last statement's condition compares first; unknown when it compares none. */
    Value firstSubject() {
        return firstSubject == null ? Value.UNKNOWN : firstSubject;
    }

    /** Ends the current block: control goes to one block when the expression is true, to the other when not. */
    void decide(Expression condition, int ifTrue, int ifFalse) {
        if (condition instanceof EnclosedExpr enclosed) {
            decide(enclosed.getInner(), ifTrue, ifFalse);
        } else if (condition instanceof UnaryExpr unary
                && unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
            decide(unary.getExpression(), ifFalse, ifTrue);
        } else if (condition instanceof BooleanLiteralExpr literal) {
            body.cursor.goTo(literal.getValue() ? ifTrue : ifFalse);
        } else if (condition instanceof BinaryExpr binary) {
            decide(binary, ifTrue, ifFalse);
        } else if (condition instanceof InstanceOfExpr test) {
            decide(test, ifTrue, ifFalse);
        } else if (condition instanceof MethodCallExpr call) {
            branch(test(call), ifTrue, ifFalse);
        } else if (condition instanceof ConditionalExpr choice) {
            int yes = body.cursor.newBlock();
            int no = body.cursor.newBlock();
            decide(choice.getCondition(), yes, no);
            body.cursor.startAt(yes);
            decide(choice.getThenExpr(), ifTrue, ifFalse);
            body.cursor.startAt(no);
            decide(choice.getElseExpr(), ifTrue, ifFalse);
        } else {
            branch(isTrue(body.value(condition)), ifTrue, ifFalse);
        }
    }

    private void decide(BinaryExpr binary, int ifTrue, int ifFalse) {
        switch (binary.getOperator()) {
            case AND:
            case OR:
                boolean and = binary.getOperator() == BinaryExpr.Operator.AND;
                List<Expression> operands = Operators.operands(binary);
                for (Expression operand : operands.subList(0, operands.size() - 1)) {
                    int next = body.cursor.newBlock();
                    decide(operand, and ? next : ifTrue, and ? ifFalse : next);
                    body.cursor.startAt(next);
                }
                decide(operands.get(operands.size() - 1), ifTrue, ifFalse);
                break;
            case EQUALS:
                branch(comparison(binary), ifTrue, ifFalse);
                break;
            case NOT_EQUALS:
                branch(comparison(binary), ifFalse, ifTrue);
                break;
            default:
                branch(isTrue(body.value(binary)), ifTrue, ifFalse);
        }
    }

    private Test comparison(BinaryExpr binary) {
        Value left = body.value(binary.getLeft());
        Value right = body.value(binary.getRight());
        return equality(left, right);
    }

    private void decide(InstanceOfExpr expression, int ifTrue, int ifFalse) {
        Value subject = body.value(expression.getExpression());
        PatternExpr pattern = expression.getPattern().orElse(null);
        TypeName type = pattern == null ? body.resolve(expression.getType()) : body.patterns.type(pattern);
        Test test = holds -> new Condition.IsInstance(subject, type, holds);
        if (pattern == null) {
            branch(test, ifTrue, ifFalse);
            return;
        }
        int matched = body.cursor.newBlock();
        branch(test, matched, ifFalse);
        body.cursor.startAt(matched);
        body.patterns.bind(pattern, subject);
        if (!body.patterns.isTotal(pattern)) {
            body.cursor.branch(ifFalse, null);
        }
        body.cursor.goTo(ifTrue);
    }

    private Test test(MethodCallExpr call) {
        String name = call.getNameAsString();
        boolean onObjects = call.getScope()
                .filter(s -> s instanceof NameExpr n && n.getNameAsString().equals("Objects"))
                .isPresent();
        Value result = body.value(call);
        Event.Call event = lastCall(result);
        if (event != null) {
            List<Value> arguments = event.arguments();
            if (name.equals("equals") && arguments.size() == 1 && event.receiver() != null) {
                return equality(event.receiver(), arguments.get(0));
            } else if (onObjects && name.equals("equals") && arguments.size() == 2) {
                return equality(arguments.get(0), arguments.get(1));
            } else if (onObjects && name.equals("isNull") && arguments.size() == 1) {
                return holds -> new Condition.IsNull(arguments.get(0), holds);
            } else if (onObjects && name.equals("nonNull") && arguments.size() == 1) {
                return holds -> new Condition.IsNull(arguments.get(0), !holds);
            }
        }
        return isTrue(result);
    }

    /** The call that was just lowered; it may have ended its block. */
    private Event.Call lastCall(Value result) {
        return body.calls.last() instanceof Event.Call c && c.to().equals(result) ? c : null;
    }

    private static Test equality(Value left, Value right) {
        boolean swap = isFixed(left) && !isFixed(right);
        Value subject = swap ? right : left;
        Value other = swap ? left : right;
        if (other instanceof Value.Null) {
            return holds -> new Condition.IsNull(subject, holds);
        } else if (other instanceof Value.Literal l && l.value() instanceof Boolean b) {
            return holds -> new Condition.IsTrue(subject, holds == b);
        }
        return holds -> new Condition.IsEqual(subject, other, holds);
    }

    private static boolean isFixed(Value value) {
        return value instanceof Value.Constant || value instanceof Value.Literal || value instanceof Value.Null;
    }

    private static Test isTrue(Value value) {
        return holds -> new Condition.IsTrue(value, holds);
    }

    private void branch(Test test, int ifTrue, int ifFalse) {
        Condition holds = test.onEdge(true);
        if (firstSubject == null && (holds instanceof Condition.IsEqual || holds instanceof Condition.IsInstance)) {
            firstSubject = holds.subject();
        }
        body.cursor.branch(ifTrue, holds);
        body.cursor.branch(ifFalse, test.onEdge(false));
        body.cursor.stop();
    }
}
