package org.runincident.audit.cfg;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.runincident.code.TypeName;
import org.runincident.flow.Dispatch;
import org.runincident.flow.Value;

/** Reads a condition as a test of one value for some variants. */
final class ChainTests {
    private static final Set<String> EQUALITY = Set.of("equals", "equalsIgnoreCase");
    private static final Set<String> CONSUMING =
            Set.of("next", "poll", "read", "take", "pop", "remove", "nextToken", "readLine");

    private final Body body;

    /** @param subject source text of what is tested; equal texts mean the same value */
    record Test(String subject, List<Dispatch.Label> labels, boolean guarded) {
        /** Whether it compares the value with a constant or a type. */
        boolean isComparison() {
            return labels.stream()
                    .anyMatch(l -> !(l instanceof Dispatch.Label.Asked) && !(l instanceof Dispatch.Label.OfNull));
        }
    }

    ChainTests(Body body) {
        this.body = body;
    }

    /** The test a condition makes; null when it is of another kind. */
    Test of(Expression condition) {
        if (condition instanceof EnclosedExpr enclosed) {
            return of(enclosed.getInner());
        } else if (condition instanceof InstanceOfExpr test) {
            return instance(test);
        } else if (condition instanceof MethodCallExpr call) {
            return EQUALITY.contains(call.getNameAsString()) ? equalsCall(call) : asked(call);
        } else if (condition instanceof BinaryExpr binary) {
            return switch (binary.getOperator()) {
                case EQUALS -> equality(binary.getLeft(), binary.getRight());
                case OR -> anyOf(Operators.operands(binary));
                case AND -> guarded(Operators.operands(binary));
                default -> null;
            };
        }
        return null;
    }

    private Test instance(InstanceOfExpr test) {
        String subject = stable(test.getExpression());
        if (subject == null) {
            return null;
        }
        boolean total = test.getPattern().map(body.patterns::isTotal).orElse(true);
        TypeName type = test.getPattern().map(p -> body.patterns.type(p)).orElseGet(() -> body.resolve(test.getType()));
        return new Test(subject, List.of(new Dispatch.Label.OfType(type, total)), !total);
    }

    /** A question put to the value itself. */
    private Test asked(MethodCallExpr call) {
        Expression scope = call.getScope().orElse(null);
        String name = call.getNameAsString();
        boolean question = name.length() > 2 && (name.startsWith("is") || name.startsWith("has"));
        String subject = question && call.getArguments().isEmpty() && scope != null ? stable(scope) : null;
        return subject == null ? null : new Test(subject, List.of(new Dispatch.Label.Asked(name)), false);
    }

    private Test equalsCall(MethodCallExpr call) {
        List<Expression> arguments = call.getArguments();
        Expression scope = call.getScope().orElse(null);
        if (arguments.size() == 2
                && scope instanceof NameExpr n
                && n.getNameAsString().equals("Objects")) {
            return equality(arguments.get(0), arguments.get(1));
        }
        return arguments.size() == 1 && scope != null ? equality(scope, arguments.get(0)) : null;
    }

    private Test equality(Expression left, Expression right) {
        Dispatch.Label label = label(right);
        String subject = label == null ? null : stable(left);
        if (subject == null) {
            label = label(left);
            subject = label == null ? null : stable(right);
        }
        return subject == null ? null : new Test(subject, List.of(label), false);
    }

    private Test anyOf(List<Expression> operands) {
        List<Dispatch.Label> labels = new ArrayList<>();
        String subject = null;
        boolean guarded = false;
        for (Expression operand : operands) {
            Test test = of(operand);
            if (test == null || subject != null && !subject.equals(test.subject)) {
                return null;
            }
            subject = test.subject;
            labels.addAll(test.labels);
            guarded |= test.guarded;
        }
        return new Test(subject, labels, guarded);
    }

    private Test guarded(List<Expression> operands) {
        for (Expression operand : operands) {
            Test test = of(operand);
            if (test != null && test.isComparison()) {
                return new Test(test.subject, test.labels, true);
            }
        }
        return null;
    }

    /** What an expression names as a variant; null when it is no constant. */
    Dispatch.Label label(Expression expression) {
        if (expression instanceof EnclosedExpr enclosed) {
            return label(enclosed.getInner());
        } else if (expression instanceof LiteralExpr literal) {
            Value value = Literals.value(literal);
            if (value instanceof Value.Null) {
                return new Dispatch.Label.OfNull();
            }
            return value instanceof Value.Literal l && !(l.value() instanceof Boolean)
                    ? new Dispatch.Label.OfValue(l.value())
                    : null;
        }
        Value constant = body.names.constant(expression);
        if (constant instanceof Value.Constant c) {
            return new Dispatch.Label.Named(c.name());
        }
        return constant instanceof Value.Literal l ? new Dispatch.Label.OfValue(l.value()) : null;
    }

    /** Text of an expression that gives the same value when read twice: a variable, a field, a getter; null for others. */
    private static String stable(Expression expression) {
        if (expression instanceof NameExpr name) {
            return name.getNameAsString();
        } else if (expression instanceof ThisExpr) {
            return "this";
        } else if (expression instanceof EnclosedExpr enclosed) {
            return stable(enclosed.getInner());
        } else if (expression instanceof FieldAccessExpr access) {
            String scope = stable(access.getScope());
            return scope == null ? null : scope + "." + access.getNameAsString();
        } else if (expression instanceof MethodCallExpr call
                && call.getArguments().isEmpty()
                && !CONSUMING.contains(call.getNameAsString())) {
            String scope =
                    call.getScope().isEmpty() ? "this" : stable(call.getScope().get());
            return scope == null ? null : scope + "." + call.getNameAsString() + "()";
        }
        return null;
    }
}
