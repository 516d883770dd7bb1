package org.runincident.audit.types;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import java.util.List;

/** Finds the declaration of a local variable or parameter, and with it the variable's type. */
final class VariableTypes {
    private final FileNames names;
    private final ExpressionTypes types;

    VariableTypes(FileNames names, ExpressionTypes types) {
        this.names = names;
        this.types = types;
    }

    /** The type of the local variable or parameter of that name; null when there is none, so that it may be a field. */
    GenericType of(String name, Node at) {
        Node inner = at;
        for (Node node = at.getParentNode().orElse(null);
                node != null;
                node = node.getParentNode().orElse(null)) {
            GenericType found = declaredBy(node, inner, name);
            if (found != null) {
                return found;
            }
            if (node instanceof BodyDeclaration<?> member) {
                GenericType bound = boundByPattern(member, name, at);
                if (bound != null) {
                    return bound;
                }
            }
            if (node instanceof TypeDeclaration<?>) {
                return null;
            }
            inner = node;
        }
        return null;
    }

    private GenericType declaredBy(Node node, Node inner, String name) {
        if (node instanceof BlockStmt block) {
            return declaredBefore(block.getStatements(), inner, name);
        }
        if (node instanceof SwitchEntry entry) {
            return declaredBefore(entry.getStatements(), inner, name);
        }
        if (node instanceof ForStmt loop) {
            return declaredIn(loop.getInitialization(), name);
        }
        if (node instanceof ForEachStmt loop) {
            VariableDeclarator variable = loop.getVariableDeclarator();
            return inner != loop.getIterable() && variable.getNameAsString().equals(name)
                    ? ofLoop(loop, variable)
                    : null;
        }
        if (node instanceof TryStmt guarded) {
            return inner == guarded.getTryBlock() || inner instanceof Expression
                    ? declaredIn(guarded.getResources(), name)
                    : null;
        }
        if (node instanceof CatchClause handler) {
            return parameter(List.of(handler.getParameter()), name);
        }
        if (node instanceof LambdaExpr lambda) {
            for (int i = 0; i < lambda.getParameters().size(); i++) {
                if (lambda.getParameter(i).getNameAsString().equals(name)) {
                    return types.parameterType(lambda, i);
                }
            }
            return null;
        }
        return node instanceof CallableDeclaration<?> callable
                ? parameter(callable.getParameters(), name)
                : node instanceof CompactConstructorDeclaration constructor ? component(constructor, name) : null;
    }

    private GenericType ofLoop(ForEachStmt loop, VariableDeclarator variable) {
        return variable.getType().isVarType()
                ? types.elementType(loop.getIterable())
                : names.generic(variable.getType());
    }

    private GenericType component(CompactConstructorDeclaration constructor, String name) {
        return constructor.getParentNode().orElse(null) instanceof RecordDeclaration declared
                ? parameter(declared.getParameters(), name)
                : null;
    }

    private GenericType declaredBefore(NodeList<Statement> statements, Node use, String name) {
        GenericType found = null;
        for (Statement statement : statements) {
            if (statement instanceof ExpressionStmt expression) {
                GenericType declared = declaredIn(List.of(expression.getExpression()), name);
                found = declared == null ? found : declared;
            }
            if (statement == use) {
                break;
            }
        }
        return found;
    }

    private GenericType declaredIn(List<Expression> expressions, String name) {
        for (Expression expression : expressions) {
            if (expression instanceof VariableDeclarationExpr declaration) {
                for (VariableDeclarator variable : declaration.getVariables()) {
                    if (variable.getNameAsString().equals(name)) {
                        return declared(
                                variable.getType(), variable.getInitializer().orElse(null));
                    }
                }
            }
        }
        return null;
    }

    private GenericType declared(Type type, Expression initializer) {
        if (!type.isVarType()) {
            return names.generic(type);
        }
        return initializer == null ? GenericType.UNKNOWN : types.generic(initializer);
    }

    private GenericType parameter(List<Parameter> parameters, String name) {
        for (Parameter parameter : parameters) {
            if (parameter.getNameAsString().equals(name)) {
                GenericType type = names.generic(parameter.getType());
                return parameter.isVarArgs() ? GenericType.arrayOf(type) : type;
            }
        }
        return null;
    }

    /** The last pattern before the use that binds the name: where exactly it is in scope does not matter for its type. */
    private GenericType boundByPattern(BodyDeclaration<?> member, String name, Node use) {
        TypePatternExpr nearest = null;
        for (TypePatternExpr pattern : types.patternsOf(member)) {
            boolean before = pattern.getNameAsString().equals(name)
                    && pattern.getRange().isPresent()
                    && use.getRange().isPresent()
                    && pattern.getRange().get().isBefore(use.getRange().get().begin);
            if (before) {
                nearest = pattern;
            }
        }
        return nearest == null || nearest.getType().isVarType() ? null : names.generic(nearest.getType());
    }
}
