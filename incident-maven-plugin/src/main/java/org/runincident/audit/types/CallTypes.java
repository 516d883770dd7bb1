package org.runincident.audit.types;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.runincident.audit.types.Generics.Signature;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.TypeName;

/** Types of calls: which method is meant, what its type variables stand for, what it gives back. */
final class CallTypes {
    private static final TypeName GET_CLASS = TypeName.resolved("java.lang.Class");

    private final FileNames names;
    private final Members members;
    private final TypeArguments arguments;
    private final ExpressionTypes types;
    private final Map<Expression, Optional<Target>> targets = new IdentityHashMap<>();

    CallTypes(FileNames names, Members members, TypeArguments arguments, ExpressionTypes types) {
        this.names = names;
        this.members = members;
        this.arguments = arguments;
        this.types = types;
    }

    /**
     * The method a call means.
     *
     * @param values what is known of type variables before lambdas among the arguments are looked into
     */
    private record Target(MethodDeclaration method, Signature signature, Map<String, GenericType> values) {}

    Optional<MethodDeclaration> method(MethodCallExpr call) {
        return target(call).map(Target::method);
    }

    GenericType returned(MethodCallExpr call) {
        Target target = target(call).orElse(null);
        if (target == null) {
            return GenericType.UNKNOWN;
        }
        if (target.method().name().equals("getClass") && call.getArguments().isEmpty()) {
            return GenericType.of(GET_CLASS);
        }
        GenericType returned = target.signature().returned();
        if (!returned.isOpen()) {
            return returned;
        }
        Map<String, GenericType> values = new HashMap<>(target.values());
        for (int i = 0; i < call.getArguments().size(); i++) {
            inferFromFunction(target, call.getArgument(i), i, values);
        }
        return ExpressionTypes.closed(returned.with(values).with(values).with(left(call, target, values)));
    }

    /**
     * Variables of the method that nothing gave a value yet, under names of their own: of {@code collect(toList())} only the
     * outer call knows what is collected.
     */
    private static Map<String, GenericType> left(MethodCallExpr call, Target target, Map<String, GenericType> values) {
        Map<String, GenericType> left = new HashMap<>();
        for (String variable : target.signature().variables()) {
            if (!values.containsKey(variable)) {
                String own = variable
                        + TypeArguments.FREE
                        + call.getRange().map(Object::toString).orElse("");
                left.put(variable, GenericType.variable(own, TypeName.OBJECT));
            }
        }
        return left;
    }

    private void inferFromFunction(Target target, Expression argument, int index, Map<String, GenericType> values) {
        boolean function = argument instanceof LambdaExpr || argument instanceof MethodReferenceExpr;
        GenericType parameter = parameter(target, index);
        if (!function || !parameter.isOpen()) {
            return;
        }
        arguments.functionOf(parameter.with(values)).ifPresent(signature -> {
            GenericType result = types.resultOf(argument, signature);
            arguments.infer(signature.returned(), result, values);
        });
    }

    /** The type of the parameter that takes an argument, as far as it is known without the argument. */
    Optional<GenericType> parameter(MethodCallExpr call, Expression argument) {
        return target(call).flatMap(target -> parameter(target, call.getArguments(), argument));
    }

    Optional<GenericType> parameter(ObjectCreationExpr creation, Expression argument) {
        return target(creation).flatMap(target -> parameter(target, creation.getArguments(), argument));
    }

    private Optional<GenericType> parameter(Target target, NodeList<Expression> written, Expression argument) {
        for (int i = 0; i < written.size(); i++) {
            if (written.get(i) == argument) {
                return Optional.of(parameter(target, i).with(target.values()));
            }
        }
        return Optional.empty();
    }

    private static GenericType parameter(Target target, int index) {
        List<GenericType> parameters = target.signature().parameters();
        int last = parameters.size() - 1;
        if (last < 0) {
            return GenericType.UNKNOWN;
        }
        GenericType parameter = parameters.get(Math.min(index, last));
        boolean spread = target.method().varargs() && index >= last && parameter.isArray();
        return spread && !parameter.arguments().isEmpty() ? parameter.argument(0) : parameter;
    }

    /** Whether an overload of the method that a lambda is handed to takes a function with a value in its place. */
    boolean mayWantValue(LambdaExpr lambda) {
        Expression call = (Expression) lambda.getParentNode()
                .filter(parent -> parent instanceof MethodCallExpr || parent instanceof ObjectCreationExpr)
                .orElse(null);
        if (call == null) {
            return false;
        }
        List<Expression> written = call instanceof MethodCallExpr method
                ? method.getArguments()
                : ((ObjectCreationExpr) call).getArguments();
        return target(call)
                .filter(target -> members.takesFunctionWithValue(
                        target.method().key(),
                        written.size(),
                        written.indexOf(lambda),
                        lambda.getParameters().size()))
                .isPresent();
    }

    private Optional<Target> target(Expression call) {
        Optional<Target> found = targets.get(call);
        if (found == null) {
            targets.put(call, Optional.empty()); // a call that asks for itself finds nothing
            found = call instanceof MethodCallExpr method
                    ? ofMethod(method)
                    : call instanceof ObjectCreationExpr creation ? ofConstructor(creation) : Optional.empty();
            targets.put(call, found);
        }
        return found;
    }

    private Optional<Target> ofMethod(MethodCallExpr call) {
        List<TypeName> argumentTypes = erased(call.getArguments());
        String name = call.getNameAsString();
        if (call.getScope().isPresent()) {
            return types.receiver(call.getScope().get())
                    .flatMap(receiver -> target(
                            receiver,
                            members.method(receiver.erased(), name, argumentTypes)
                                    .declaration(),
                            call.getArguments()));
        }
        for (TypeName type = names.enclosingType(call); !type.isUnknown(); type = types.outer(type)) {
            MethodDeclaration method = members.method(type, name, argumentTypes).declaration();
            if (method != null) {
                return target(GenericType.of(type), method, call.getArguments());
            }
        }
        return names.staticImportOwner(name)
                .flatMap(owner -> target(
                        GenericType.of(owner),
                        members.method(owner, name, argumentTypes).declaration(),
                        call.getArguments()));
    }

    private Optional<Target> ofConstructor(ObjectCreationExpr creation) {
        GenericType type = names.generic(creation.getType());
        return target(
                type,
                members.constructor(type.erased(), erased(creation.getArguments()))
                        .declaration(),
                creation.getArguments());
    }

    private List<TypeName> erased(NodeList<Expression> written) {
        List<TypeName> erased = new ArrayList<>();
        for (Expression argument : written) {
            erased.add(
                    argument instanceof LambdaExpr lambda
                            ? Members.lambda(lambda.getParameters().size())
                            : argument instanceof MethodReferenceExpr ? TypeName.UNKNOWN : types.of(argument));
        }
        return erased;
    }

    private Optional<Target> target(GenericType receiver, MethodDeclaration method, NodeList<Expression> written) {
        if (method == null) {
            return Optional.empty();
        }
        Signature signature = arguments.signature(method);
        TypeName declaring = TypeName.resolved(method.key().owner());
        Map<String, GenericType> values = new HashMap<>(
                arguments.valuesOf(arguments.as(receiver, declaring).orElse(receiver)));
        signature.variables().forEach(values::remove);
        Target target = new Target(method, signature, values);
        for (int i = 0; i < written.size(); i++) {
            GenericType parameter = parameter(target, i);
            boolean function = written.get(i) instanceof LambdaExpr || written.get(i) instanceof MethodReferenceExpr;
            if (!function && parameter.isOpen()) {
                arguments.infer(parameter, types.generic(written.get(i)), values);
            }
        }
        return Optional.of(target);
    }

    /** What a method reference gives back when it is used as that function. */
    GenericType returned(MethodReferenceExpr reference, Signature function) {
        boolean ofType = reference.getScope() instanceof TypeExpr;
        GenericType owner = reference.getScope() instanceof TypeExpr type
                ? ofTypeOrVariable(type)
                : types.generic(reference.getScope());
        if (reference.getIdentifier().equals("new")) {
            return owner;
        }
        List<TypeName> parameters = function.parameters().stream()
                .map(GenericType::erased)
                .map(erased -> erased.equals(TypeName.OBJECT) ? TypeName.UNKNOWN : erased)
                .toList();
        MethodDeclaration method = members.method(owner.erased(), reference.getIdentifier(), parameters)
                .declaration();
        if (ofType && !parameters.isEmpty() && (method == null || !method.isStatic())) {
            MethodDeclaration ofFirst = members.method(
                            owner.erased(), reference.getIdentifier(), parameters.subList(1, parameters.size()))
                    .declaration();
            method = ofFirst == null ? method : ofFirst;
        }
        if (method == null) {
            return GenericType.UNKNOWN;
        }
        GenericType receiver =
                ofType && !parameters.isEmpty() ? function.parameters().get(0) : owner;
        TypeName declaring = TypeName.resolved(method.key().owner());
        Map<String, GenericType> values =
                arguments.valuesOf(arguments.as(receiver, declaring).orElse(owner));
        return ExpressionTypes.closed(arguments.signature(method).returned().with(values));
    }

    /** The parser takes the scope of {@code x::m} for a type. */
    private GenericType ofTypeOrVariable(TypeExpr scope) {
        GenericType variable = types.variable(scope.getTypeAsString(), scope);
        return variable == null ? names.generic(scope.getType()) : variable;
    }
}
