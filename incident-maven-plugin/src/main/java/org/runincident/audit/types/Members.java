package org.runincident.audit.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.runincident.code.Answer;
import org.runincident.code.Declarations;
import org.runincident.code.FieldDeclaration;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.MethodKey;
import org.runincident.code.ParameterDeclaration;
import org.runincident.code.Span;
import org.runincident.code.TypeDeclaration;
import org.runincident.code.TypeKind;
import org.runincident.code.TypeName;
import org.runincident.flow.MethodRef;

/** Finds the member a name means on a type. Safe for several threads. */
public final class Members {
    private static final String ARRAY = "[]";
    private static final String LAMBDA = "->";
    private static final Map<String, String> BOXES = Map.of(
            "boolean", "java.lang.Boolean",
            "byte", "java.lang.Byte",
            "char", "java.lang.Character",
            "double", "java.lang.Double",
            "float", "java.lang.Float",
            "int", "java.lang.Integer",
            "long", "java.lang.Long",
            "short", "java.lang.Short");
    private static final List<String> NUMBERS = List.of("byte", "short", "char", "int", "long", "float", "double");
    private static final Set<String> ABOVE_ARRAYS =
            Set.of("java.lang.Object", "java.lang.Cloneable", "java.io.Serializable");

    /** How well an argument fits a parameter; the sum decides between overloads. */
    private static final int EXACT = 0;

    private static final int CONVERTED = 1;
    private static final int UNSEEN = 2;
    private static final int BOXED = 4;
    private static final int SPREAD = 16;
    private static final int MISFIT = 64;

    /** Methods of a type that a name and a number of arguments can mean. */
    private record Asked(TypeName owner, String name, int arguments) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Asked asked
                    && arguments == asked.arguments
                    && name.equals(asked.name)
                    && owner.equals(asked.owner);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * owner.hashCode() + name.hashCode()) + arguments;
        }
    }

    private final Declarations declarations;
    private final Map<Asked, List<MethodDeclaration>> candidates = new ConcurrentHashMap<>();

    public Members(Declarations declarations) {
        this.declarations = declarations;
    }

    /** Where members are looked up. */
    public Declarations declarations() {
        return declarations;
    }

    /** Stands for the type of a lambda of that many parameters among argument types. */
    public static TypeName lambda(int parameters) {
        return TypeName.written(LAMBDA + parameters);
    }

    /**
     * The method a call most likely means; its declaration is null when none is seen.
     *
     * @param argumentTypes static types of the arguments; {@link #lambda} or {@link TypeName#UNKNOWN} for lambdas and method
     *     references
     */
    public MethodRef method(TypeName owner, String name, List<TypeName> argumentTypes) {
        if (owner.isUnknown()) {
            return new MethodRef(owner, name, null);
        }
        if (isArray(owner) && name.equals("clone") && argumentTypes.isEmpty()) {
            return new MethodRef(owner, name, ImplicitMembers.method(owner, name, owner, List.of(), false, Span.NONE));
        }
        return new MethodRef(owner, name, best(candidates(owner, name, argumentTypes.size()), argumentTypes));
    }

    /** The constructor a creation most likely means; its declaration is null when none is seen. */
    public MethodRef constructor(TypeName owner, List<TypeName> argumentTypes) {
        return new MethodRef(owner, "<init>", best(candidates(owner, "<init>", argumentTypes.size()), argumentTypes));
    }

    private List<MethodDeclaration> candidates(TypeName owner, String name, int arguments) {
        Asked asked = new Asked(owner, name, arguments);
        List<MethodDeclaration> found = candidates.get(asked);
        if (found == null) {
            found = new ArrayList<>(declarations.methods(owner, name, arguments));
            if (!name.equals("<init>")) {
                found.addAll(declarations.methods(TypeName.OBJECT, name, arguments));
            }
            candidates.put(asked, found);
        }
        return found;
    }

    /** A field of a type or of one of its supertypes; {@code length} of arrays. */
    public Optional<FieldDeclaration> field(TypeName owner, String name) {
        if (isArray(owner)) {
            return name.equals("length")
                    ? Optional.of(new FieldDeclaration(name, TypeName.INT, false, true, null, Set.of()))
                    : Optional.empty();
        }
        return declarations.field(owner, name);
    }

    /** The nearest of the candidates that fit best; null when there are none. */
    private MethodDeclaration best(List<MethodDeclaration> candidates, List<TypeName> arguments) {
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        MethodDeclaration best = null;
        int least = Integer.MAX_VALUE;
        for (MethodDeclaration candidate : candidates) {
            int distance = distance(candidate, arguments);
            if (distance < least) {
                best = candidate;
                least = distance;
            }
        }
        return best;
    }

    private int distance(MethodDeclaration method, List<TypeName> arguments) {
        int plain = method.parameters().size() == arguments.size() ? distance(method, arguments, false) : MISFIT * 64;
        return method.varargs() ? Math.min(plain, SPREAD + distance(method, arguments, true)) : plain;
    }

    private int distance(MethodDeclaration method, List<TypeName> arguments, boolean spread) {
        List<ParameterDeclaration> parameters = method.parameters();
        int sum = 0;
        for (int i = 0; i < arguments.size(); i++) {
            int last = parameters.size() - 1;
            TypeName parameter = parameters.get(Math.min(i, last)).type();
            sum += distance(arguments.get(i), spread && i >= last ? elementOf(parameter) : parameter);
        }
        return sum;
    }

    private int distance(TypeName argument, TypeName parameter) {
        if (argument.text().startsWith(LAMBDA)) {
            return distanceOfLambda(argument, parameter);
        }
        if (argument.equals(parameter) && !argument.isUnknown()) {
            return EXACT;
        }
        if (argument.isUnknown() || parameter.isUnknown()) {
            return UNSEEN;
        }
        boolean fromPrimitive = isPrimitive(argument);
        boolean toPrimitive = isPrimitive(parameter);
        if (fromPrimitive && toPrimitive) {
            return widening(argument, parameter);
        }
        if (fromPrimitive) {
            return BOXED + distance(boxed(argument), parameter);
        }
        if (toPrimitive) {
            TypeName box = boxed(parameter);
            return argument.equals(box) ? BOXED : argument.resolved() ? MISFIT : UNSEEN;
        }
        return distanceOfReference(argument, parameter);
    }

    private int distanceOfReference(TypeName argument, TypeName parameter) {
        if (parameter.equals(TypeName.OBJECT)) {
            return CONVERTED + 1; // anything more precise is better
        }
        if (isArray(argument) || isArray(parameter)) {
            if (isArray(argument) && isArray(parameter)) {
                return distance(elementOf(argument), elementOf(parameter));
            }
            return isArray(argument) && !ABOVE_ARRAYS.contains(parameter.text()) ? MISFIT : UNSEEN;
        }
        Answer below = declarations.isSubtype(argument, parameter);
        return below.isYes() ? CONVERTED : below.isNo() ? MISFIT : UNSEEN;
    }

    private static int widening(TypeName from, TypeName to) {
        int steps = NUMBERS.indexOf(to.text()) - NUMBERS.indexOf(from.text());
        boolean numbers = NUMBERS.contains(from.text()) && NUMBERS.contains(to.text());
        return numbers && steps > 0 && !to.text().equals("char") ? CONVERTED : MISFIT;
    }

    private int distanceOfLambda(TypeName lambda, TypeName parameter) {
        Optional<TypeDeclaration> type = declarations.type(parameter);
        if (isPrimitive(parameter)
                || isArray(parameter)
                || type.isPresent() && type.get().kind() != TypeKind.INTERFACE) {
            return MISFIT;
        }
        if (type.isEmpty()) {
            return UNSEEN;
        }
        String arity = lambda.text().substring(LAMBDA.length());
        Optional<MethodDeclaration> function = function(parameter);
        return function.isPresent()
                        && String.valueOf(function.get().parameters().size()).equals(arity)
                ? EXACT
                : MISFIT;
    }

    /** Whether a method of that name takes, as that argument, a function of so many parameters that gives a value back. */
    boolean takesFunctionWithValue(MethodKey method, int arguments, int argument, int arity) {
        return declarations.methods(TypeName.resolved(method.owner()), method.name(), arguments).stream()
                .filter(candidate -> argument < candidate.parameters().size())
                .map(candidate -> function(candidate.parameters().get(argument).type()))
                .flatMap(Optional::stream)
                .anyMatch(function -> function.parameters().size() == arity
                        && !function.returnType().equals(TypeName.VOID));
    }

    /** The one abstract method of a functional interface; empty for other types. */
    public Optional<MethodDeclaration> function(TypeName type) {
        MethodDeclaration found = null;
        List<TypeDeclaration> lineage = declarations.lineage(type);
        for (TypeDeclaration declaration : lineage) {
            for (MethodDeclaration method : declaration.methods()) {
                if (method.isAbstract() && !method.isStatic() && !isInherited(method, lineage, declaration)) {
                    if (found != null && !overrides(found, method)) {
                        return Optional.empty();
                    }
                    found = found == null ? method : found;
                }
            }
        }
        return Optional.ofNullable(found);
    }

    /** Whether Object, or a nearer type in the lineage, has a body for it. */
    private boolean isInherited(MethodDeclaration method, List<TypeDeclaration> lineage, TypeDeclaration declaring) {
        boolean ofObject = declarations
                .methods(TypeName.OBJECT, method.name(), method.parameters().size())
                .stream()
                .anyMatch(m -> overrides(m, method));
        if (ofObject) {
            return true;
        }
        for (TypeDeclaration nearer : lineage) {
            if (nearer == declaring) {
                return false;
            }
            if (nearer.methods().stream().anyMatch(m -> !m.isAbstract() && overrides(m, method))) {
                return true;
            }
        }
        return false;
    }

    private static boolean overrides(MethodDeclaration one, MethodDeclaration other) {
        return one.name().equals(other.name())
                && one.parameters().size() == other.parameters().size();
    }

    /** The class that holds a value of a primitive type as an object; other types stay. */
    static TypeName boxed(TypeName type) {
        String box = BOXES.get(type.text());
        return box == null ? type : TypeName.resolved(box);
    }

    private static boolean isPrimitive(TypeName type) {
        return BOXES.containsKey(type.text());
    }

    private static boolean isArray(TypeName type) {
        return type.text().endsWith(ARRAY);
    }

    private static TypeName elementOf(TypeName array) {
        return isArray(array)
                ? new TypeName(array.text().substring(0, array.text().length() - ARRAY.length()), array.resolved())
                : array;
    }
}
