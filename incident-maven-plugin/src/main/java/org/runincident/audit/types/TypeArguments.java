package org.runincident.audit.types;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.runincident.audit.types.Generics.Signature;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.TypeName;

/** What type parameters stand for: along supertypes, and from parameters to arguments. */
final class TypeArguments {
    /** Part of the name of a variable that an outer call may still give a value. */
    static final String FREE = "@";

    private static final TypeName ITERABLE = TypeName.resolved("java.lang.Iterable");
    private static final int DEEPEST = 8;

    private final Generics.Source generics;
    private final Members members;

    TypeArguments(Generics.Source generics, Members members) {
        this.generics = generics;
        this.members = members;
    }

    /** The values of a type's own parameters; empty for a raw type. */
    Map<String, GenericType> valuesOf(GenericType type) {
        Map<String, GenericType> values = new HashMap<>();
        List<String> parameters = generics.generics(type.erased()).parameters();
        for (int i = 0; i < parameters.size() && i < type.arguments().size(); i++) {
            values.put(parameters.get(i), type.argument(i));
        }
        return values;
    }

    /** The type seen as one of its supertypes, with the arguments that come to it; empty when it is not known to be below. */
    Optional<GenericType> as(GenericType type, TypeName supertype) {
        Deque<GenericType> work = new ArrayDeque<>(List.of(type));
        Set<TypeName> seen = new HashSet<>();
        while (!work.isEmpty()) {
            GenericType next = work.poll();
            if (next.erased().equals(supertype)) {
                return Optional.of(next);
            }
            if (!seen.add(next.erased())) {
                continue;
            }
            Map<String, GenericType> values = valuesOf(next);
            Set<TypeName> generic = new HashSet<>();
            for (GenericType above : generics.generics(next.erased()).supertypes()) {
                generic.add(above.erased());
                work.add(above.with(values));
            }
            for (TypeName above : members.declarations().supertypes(next.erased())) {
                if (!generic.contains(above)) {
                    work.add(GenericType.of(above));
                }
            }
        }
        return Optional.empty();
    }

    /** What a loop over a value of that type gives. */
    GenericType elementOf(GenericType type) {
        if (type.isArray()) {
            String text = type.erased().text();
            return type.arguments().isEmpty()
                    ? GenericType.of(new TypeName(
                            text.substring(0, text.length() - 2), type.erased().resolved()))
                    : type.argument(0);
        }
        return as(type, ITERABLE).map(iterable -> iterable.argument(0)).orElse(GenericType.UNKNOWN);
    }

    /** What a functional interface takes and gives, with its arguments put in; empty when it is none. */
    Optional<Signature> functionOf(GenericType type) {
        Optional<MethodDeclaration> function = members.function(type.erased());
        if (function.isEmpty()) {
            return Optional.empty();
        }
        MethodDeclaration method = function.get();
        TypeName declaring = TypeName.resolved(method.key().owner());
        Map<String, GenericType> values = valuesOf(as(type, declaring).orElse(type));
        Signature open = signature(method);
        return Optional.of(new Signature(
                List.of(),
                open.parameters().stream().map(p -> p.with(values)).toList(),
                open.returned().with(values)));
    }

    /** The generic side of a method; made from the erased one where it has none. */
    Signature signature(MethodDeclaration method) {
        Signature written = generics.generics(TypeName.resolved(method.key().owner()))
                .methods()
                .get(method.key());
        if (written != null
                && written.parameters().size() == method.parameters().size()) {
            return written;
        }
        return new Signature(
                List.of(),
                method.parameters().stream().map(p -> GenericType.of(p.type())).toList(),
                GenericType.of(method.returnType()));
    }

    /** Finds values for type variables by laying the type of an argument beside that of its parameter. */
    void infer(GenericType parameter, GenericType argument, Map<String, GenericType> values) {
        infer(parameter, argument, values, 0);
    }

    private void infer(GenericType parameter, GenericType argument, Map<String, GenericType> values, int depth) {
        if (depth > DEEPEST || argument.isUnknown() || !parameter.isOpen()) {
            return;
        }
        if (parameter.isVariable()) {
            GenericType value = values.putIfAbsent(parameter.variable(), boxed(argument));
            if (value != null && argument.variable().contains(FREE)) {
                values.putIfAbsent(argument.variable(), value);
            }
            return;
        }
        if (parameter.isArray()) {
            if (argument.isArray()) {
                infer(parameter.argument(0), elementOf(argument), values, depth + 1);
            }
            return;
        }
        as(argument, parameter.erased()).ifPresent(seen -> {
            for (int i = 0; i < parameter.arguments().size(); i++) {
                infer(parameter.argument(i), seen.argument(i), values, depth + 1);
            }
        });
    }

    private static GenericType boxed(GenericType type) {
        TypeName box = Members.boxed(type.erased());
        return box.equals(type.erased()) ? type : GenericType.of(box);
    }
}
