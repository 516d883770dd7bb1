package org.runincident.audit.types;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
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
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.runincident.audit.types.Generics.Signature;
import org.runincident.code.FieldDeclaration;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.TypeName;

/**
 * Static types of expressions, type arguments and the parameters of lambdas included, found from declarations outwards. What
 * cannot be told is {@link TypeName#UNKNOWN}. Remembers what it found; not safe for several threads.
 */
public final class ExpressionTypes {
    private static final TypeName CLASS = TypeName.resolved("java.lang.Class");

    private final FileNames names;
    private final Members members;
    private final Generics.Source generics;
    private final TypeArguments arguments;
    private final VariableTypes variables;
    private final CallTypes calls;
    private final Map<Expression, GenericType> known = new IdentityHashMap<>();
    private final Map<Node, List<TypePatternExpr>> patterns = new IdentityHashMap<>();

    public ExpressionTypes(FileNames names, Members members) {
        this.names = names;
        this.members = members;
        this.generics = members.declarations() instanceof Generics.Source source ? source : type -> Generics.NONE;
        this.arguments = new TypeArguments(generics, members);
        this.variables = new VariableTypes(names, this);
        this.calls = new CallTypes(names, members, arguments, this);
    }

    /** The erased static type of an expression. */
    public TypeName of(Expression expression) {
        return generic(expression).erased();
    }

    /** The erased type of what a loop over an expression gives. */
    public TypeName element(Expression iterable) {
        return elementType(iterable).erased();
    }

    /** The method a call most likely means, by the types of its receiver and arguments; empty when it is not seen. */
    public Optional<MethodDeclaration> method(MethodCallExpr call) {
        return calls.method(call);
    }

    /** The erased type of a parameter of a lambda, written or inferred from what takes the lambda. */
    public TypeName parameter(LambdaExpr lambda, int index) {
        return parameterType(lambda, index).erased();
    }

    /** Whether the function that a lambda is made for is known to give nothing back; unknown where another overload takes its value. */
    public boolean givesNothing(LambdaExpr lambda) {
        return target(lambda)
                        .flatMap(arguments::functionOf)
                        .filter(function -> function.returned().erased().equals(TypeName.VOID))
                        .isPresent()
                && !calls.mayWantValue(lambda);
    }

    GenericType elementType(Expression iterable) {
        return arguments.elementOf(generic(iterable));
    }

    /** The type of an expression; one that depends on itself is unknown. */
    GenericType generic(Expression expression) {
        GenericType found = known.get(expression);
        if (found == null) {
            known.put(expression, GenericType.UNKNOWN);
            found = compute(expression);
            known.put(expression, found);
        }
        return found;
    }

    private GenericType compute(Expression expression) {
        if (expression instanceof NameExpr name) {
            return name(name);
        }
        if (expression instanceof MethodCallExpr call) {
            return calls.returned(call);
        }
        if (expression instanceof FieldAccessExpr access) {
            return access(access);
        }
        if (expression instanceof ObjectCreationExpr creation) {
            return names.generic(creation.getType());
        }
        if (expression instanceof ThisExpr self) {
            return self.getTypeName().isPresent()
                    ? GenericType.of(names.typeNamed(self.getTypeName().get().asString(), self)
                            .orElse(TypeName.UNKNOWN))
                    : ofThis(self);
        }
        if (expression instanceof SuperExpr parent) {
            return superclass(parent);
        }
        if (expression instanceof EnclosedExpr enclosed) {
            return generic(enclosed.getInner());
        }
        if (expression instanceof CastExpr cast) {
            return names.generic(cast.getType());
        }
        if (expression instanceof ConditionalExpr choice) {
            GenericType first = generic(choice.getThenExpr());
            return first.isUnknown() ? generic(choice.getElseExpr()) : first;
        }
        if (expression instanceof AssignExpr assignment) {
            return generic(assignment.getTarget());
        }
        if (expression instanceof ArrayAccessExpr access) {
            return arguments.elementOf(generic(access.getName()));
        }
        if (expression instanceof ArrayCreationExpr creation) {
            return names.generic(creation.createdType());
        }
        if (expression instanceof ClassExpr literal) {
            return new GenericType(CLASS, List.of(names.generic(literal.getType())), "");
        }
        return ofLanguage(expression);
    }

    private GenericType ofLanguage(Expression expression) {
        if (expression instanceof LiteralExpr literal) {
            return GenericType.of(literal(literal));
        }
        if (expression instanceof InstanceOfExpr) {
            return GenericType.of(TypeName.BOOLEAN);
        }
        if (expression instanceof BinaryExpr binary) {
            return GenericType.of(binary(binary));
        }
        return GenericType.UNKNOWN;
    }

    private static TypeName literal(LiteralExpr literal) {
        if (literal.isStringLiteralExpr() || literal.isTextBlockLiteralExpr()) {
            return TypeName.STRING;
        }
        if (literal.isBooleanLiteralExpr()) {
            return TypeName.BOOLEAN;
        }
        if (literal.isCharLiteralExpr()) {
            return TypeName.resolved("char");
        }
        if (literal.isIntegerLiteralExpr()) {
            return TypeName.INT;
        }
        if (literal.isLongLiteralExpr()) {
            return TypeName.resolved("long");
        }
        boolean single = literal instanceof LiteralStringValueExpr number
                && number.getValue().toLowerCase(java.util.Locale.ROOT).endsWith("f");
        return literal.isDoubleLiteralExpr() ? TypeName.resolved(single ? "float" : "double") : TypeName.UNKNOWN;
    }

    private TypeName binary(BinaryExpr binary) {
        return switch (binary.getOperator()) {
            case OR, AND, EQUALS, NOT_EQUALS, LESS, GREATER, LESS_EQUALS, GREATER_EQUALS -> TypeName.BOOLEAN;
            case PLUS -> {
                boolean text = binary.getLeft().isStringLiteralExpr()
                        || binary.getRight().isStringLiteralExpr()
                        || of(binary.getLeft()).equals(TypeName.STRING);
                yield text ? TypeName.STRING : TypeName.UNKNOWN;
            }
            default -> TypeName.UNKNOWN;
        };
    }

    /** The type of a local variable or parameter; null when there is none of that name. */
    GenericType variable(String name, Node at) {
        return variables.of(name, at);
    }

    private GenericType name(NameExpr name) {
        GenericType variable = variable(name.getNameAsString(), name);
        if (variable != null) {
            return variable;
        }
        for (TypeName type = names.enclosingType(name); !type.isUnknown(); type = outer(type)) {
            Optional<GenericType> field = field(GenericType.of(type), name.getNameAsString());
            if (field.isPresent()) {
                return field.get();
            }
        }
        return names.staticImportOwner(name.getNameAsString())
                .flatMap(owner -> field(GenericType.of(owner), name.getNameAsString()))
                .orElse(GenericType.UNKNOWN);
    }

    /** The type around a nested one; unknown when it is at top level. */
    TypeName outer(TypeName type) {
        int dot = type.text().lastIndexOf('.');
        String around = dot < 0 ? "" : type.text().substring(0, dot);
        if (around.endsWith(FileNames.LOCAL)) {
            around = around.substring(0, around.length() - FileNames.LOCAL.length());
        }
        TypeName outer = TypeName.resolved(around);
        return members.declarations().knows(outer) ? outer : TypeName.UNKNOWN;
    }

    private GenericType access(FieldAccessExpr access) {
        return receiver(access.getScope())
                .flatMap(scope -> field(scope, access.getNameAsString()))
                .orElse(GenericType.UNKNOWN);
    }

    /** What a member is taken from: a value, or the type a name means. */
    Optional<GenericType> receiver(Expression scope) {
        GenericType value = generic(scope);
        if (!value.isUnknown()) {
            return Optional.of(value);
        }
        boolean name = scope instanceof NameExpr || scope instanceof FieldAccessExpr;
        return name ? names.typeNamed(written(scope), scope).map(GenericType::of) : Optional.empty();
    }

    /** As it stands in the source; names joined by dots, which nearly all are, without the parser's printer. */
    private static String written(Expression name) {
        if (name instanceof NameExpr simple) {
            return simple.getNameAsString();
        }
        return name instanceof FieldAccessExpr access
                ? written(access.getScope()) + "." + access.getNameAsString()
                : name.toString();
    }

    private Optional<GenericType> field(GenericType owner, String name) {
        Optional<FieldDeclaration> field = members.field(owner.erased(), name);
        if (field.isEmpty()) {
            return Optional.empty();
        }
        for (var declaring : members.declarations().lineage(owner.erased())) {
            if (declaring.field(name).isPresent()) {
                GenericType type = generics.generics(declaring.name()).fields().get(name);
                Optional<GenericType> seen = arguments.as(owner, declaring.name());
                if (type != null && seen.isPresent()) {
                    return Optional.of(type.with(arguments.valuesOf(seen.get())));
                }
                break;
            }
        }
        return Optional.of(GenericType.of(field.get().type()));
    }

    /** Inside an anonymous class {@code this} is a value of the type it is made from. */
    private GenericType ofThis(Node at) {
        for (Node node = at; node != null; node = node.getParentNode().orElse(null)) {
            boolean member = node instanceof BodyDeclaration<?>;
            if (member && node.getParentNode().orElse(null) instanceof ObjectCreationExpr creation) {
                return names.generic(creation.getType());
            }
        }
        return GenericType.of(names.enclosingType(at));
    }

    private GenericType superclass(SuperExpr parent) {
        TypeName own = names.enclosingType(parent);
        return members.declarations().supertypes(own).stream()
                .map(above -> arguments.as(GenericType.of(own), above).orElse(GenericType.of(above)))
                .findFirst()
                .orElse(GenericType.of(TypeName.OBJECT));
    }

    GenericType parameterType(LambdaExpr lambda, int index) {
        var written = lambda.getParameter(index).getType();
        if (!written.isUnknownType() && !written.isVarType()) {
            return names.generic(written);
        }
        return target(lambda)
                .flatMap(arguments::functionOf)
                .filter(function -> index < function.parameters().size())
                .map(function -> closed(function.parameters().get(index)))
                .orElse(GenericType.UNKNOWN);
    }

    /** A variable nobody could give a value is no better than unknown, unless its bound says something. */
    static GenericType closed(GenericType type) {
        boolean saysNothing = type.isVariable() && type.erased().equals(TypeName.OBJECT);
        return saysNothing ? GenericType.UNKNOWN : type;
    }

    /** The type a lambda or method reference is made for. */
    private Optional<GenericType> target(Expression lambda) {
        Node parent = lambda.getParentNode().orElse(null);
        if (parent instanceof MethodCallExpr call) {
            return calls.parameter(call, lambda);
        }
        if (parent instanceof ObjectCreationExpr creation) {
            return calls.parameter(creation, lambda);
        }
        if (parent instanceof VariableDeclarator variable && !variable.getType().isVarType()) {
            return Optional.of(names.generic(variable.getType()));
        }
        if (parent instanceof AssignExpr assignment) {
            return Optional.of(generic(assignment.getTarget()));
        }
        if (parent instanceof CastExpr cast) {
            return Optional.of(names.generic(cast.getType()));
        }
        if (parent instanceof EnclosedExpr || parent instanceof ConditionalExpr) {
            return target((Expression) parent);
        }
        return parent instanceof ReturnStmt ? returnType(parent) : Optional.empty();
    }

    private Optional<GenericType> returnType(Node at) {
        for (Node node = at; node != null; node = node.getParentNode().orElse(null)) {
            if (node instanceof LambdaExpr) {
                return Optional.empty();
            }
            if (node instanceof CallableDeclaration<?> callable) {
                return callable.toMethodDeclaration().map(method -> names.generic(method.getType()));
            }
        }
        return Optional.empty();
    }

    /** What a lambda or method reference gives back when it is used as that function. */
    GenericType resultOf(Expression argument, Signature function) {
        if (argument instanceof LambdaExpr lambda) {
            return lambda.getExpressionBody().map(this::generic).orElseGet(() -> firstReturned(lambda.getBody(), 0));
        }
        return argument instanceof MethodReferenceExpr reference
                ? calls.returned(reference, function)
                : GenericType.UNKNOWN;
    }

    private GenericType firstReturned(Node node, int depth) {
        if (node instanceof ReturnStmt statement) {
            return statement.getExpression().map(this::generic).orElse(GenericType.UNKNOWN);
        }
        if (node instanceof Expression || node instanceof BodyDeclaration<?> || depth > 50) {
            return GenericType.UNKNOWN; // another lambda's or class's return
        }
        for (Node child : node.getChildNodes()) {
            GenericType returned = firstReturned(child, depth + 1);
            if (!returned.isUnknown()) {
                return returned;
            }
        }
        return GenericType.UNKNOWN;
    }

    /** All type patterns of a member, in source order. */
    List<TypePatternExpr> patternsOf(BodyDeclaration<?> member) {
        return names.anyPattern() ? patterns.computeIfAbsent(member, m -> m.findAll(TypePatternExpr.class)) : List.of();
    }
}
