package org.runincident.audit.catalog;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithArguments;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What happens to a code where it is named. */
final class Usage {
    /** Calls that look at a code, or list it, and give it to nobody. */
    private static final Set<String> LOOKS = Set.of(
            "equals",
            "compareTo",
            "contains",
            "containsKey",
            "get",
            "getOrDefault",
            "put",
            "is",
            "has",
            "in",
            "range",
            "complementOf",
            "isSameAs",
            "asList",
            "entry");

    private static final Set<String> COLLECTIONS =
            Set.of("Set", "List", "Map", "EnumSet", "EnumMap", "Arrays", "Stream");
    private static final Set<String> SAYS =
            Set.of("message", "withMessage", "detail", "withDetail", "reason", "withReason");

    private Usage() {}

    /** Whether the code goes somewhere: into a reason, an exception, a slot, back to the caller. */
    static boolean raises(Expression name) {
        Node child = name;
        for (Node parent = up(child); parent != null; child = parent, parent = up(child)) {
            if (parent instanceof EnclosedExpr || parent instanceof CastExpr) {
                continue;
            }
            if (parent instanceof ConditionalExpr choice) {
                if (choice.getCondition() == child) {
                    return false;
                }
                continue;
            }
            if (parent instanceof MethodCallExpr call
                    && call.getScope().filter(child::equals).isPresent()) {
                // Code.exception("..."): what is made of it is what counts.
                return isThrown(call);
            }
            if (parent instanceof MethodCallExpr call) {
                return !looks(call);
            }
            return parent instanceof ObjectCreationExpr
                    || parent instanceof AssignExpr assign && assign.getValue() == child && !isConstant(child)
                    || parent instanceof ReturnStmt
                    || parent instanceof LambdaExpr
                    || isResultOfSwitch(parent, child);
        }
        return false;
    }

    /** The innermost node of that kind around a node. */
    static <N extends Node> Optional<N> ancestor(Node node, Class<N> kind) {
        for (Node at = up(node); at != null; at = up(at)) {
            if (kind.isInstance(at)) {
                return Optional.of(kind.cast(at));
            }
        }
        return Optional.empty();
    }

    private static Node up(Node node) {
        return node.getParentNode().orElse(null);
    }

    private static boolean looks(MethodCallExpr call) {
        String name = call.getNameAsString();
        String scope = call.getScope().map(Object::toString).orElse("");
        return LOOKS.contains(name)
                || name.startsWith("assert")
                || COLLECTIONS.contains(scope)
                || ancestor(call, FieldDeclaration.class)
                        .filter(FieldDeclaration::isStatic)
                        .isPresent()
                || ancestor(call, AnnotationExpr.class).isPresent()
                || ancestor(call, EnumConstantDeclaration.class).isPresent();
    }

    private static boolean isThrown(MethodCallExpr call) {
        Node top = call;
        while (up(top) instanceof MethodCallExpr outer
                && outer.getScope().filter(top::equals).isPresent()) {
            top = outer;
        }
        return up(top) instanceof ThrowStmt || up(top) instanceof ReturnStmt && makesException(call);
    }

    private static boolean makesException(MethodCallExpr call) {
        String name = call.getNameAsString().toLowerCase(Locale.ROOT);
        return name.contains("exception") || name.contains("error") || name.contains("fail");
    }

    private static boolean isConstant(Node node) {
        return ancestor(node, FieldDeclaration.class).isPresent();
    }

    private static boolean isResultOfSwitch(Node parent, Node child) {
        if (!(parent instanceof ExpressionStmt) && !(parent instanceof YieldStmt)) {
            return false;
        }
        return parent.getParentNode().filter(SwitchEntry.class::isInstance).isPresent()
                && ancestor(parent, SwitchExpr.class).isPresent();
    }

    /** The text that goes along with the code; empty without one. */
    static String message(Expression name) {
        Node top = name;
        for (Node parent = up(top); parent != null; top = parent, parent = up(top)) {
            if (!(parent instanceof Expression)
                    || parent instanceof BinaryExpr
                    || parent instanceof InstanceOfExpr
                    || parent instanceof AssignExpr
                    || parent instanceof LambdaExpr
                    || parent instanceof SwitchExpr
                    || parent instanceof ArrayInitializerExpr) {
                break;
            }
        }
        return top instanceof Expression outer ? message(outer, name).orElse("") : "";
    }

    /** Of the calls around the code: one that says so by its name, else the one that takes the code. */
    private static Optional<String> message(Expression outer, Expression name) {
        List<MethodCallExpr> calls = outer.findAll(MethodCallExpr.class);
        Optional<String> said = calls.stream()
                .filter(call -> SAYS.contains(call.getNameAsString()))
                .flatMap(call -> text(call.getArguments()).stream())
                .findFirst();
        return said.or(() -> innermostCall(name, outer).flatMap(call -> text(call.getArguments())));
    }

    private static Optional<NodeWithArguments<?>> innermostCall(Expression name, Expression outer) {
        for (Node at = up(name); at != null && at != up(outer); at = up(at)) {
            if (at instanceof NodeWithArguments<?> call) {
                return Optional.of(call);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(NodeList<Expression> arguments) {
        return arguments.stream().flatMap(a -> FixedText.of(a).stream()).findFirst();
    }
}
