package org.runincident.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.TypeDeclaration;
import org.runincident.code.TypeKind;
import org.runincident.code.TypeName;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Program;
import org.runincident.flow.Value;
import org.runincident.vocabulary.Words;

/**
 * Which types visit the constants of an enum. Constants have no types of their own that a parameter could tell: the enum
 * takes the visitor in a method and calls it, and the visitor's methods are named for the constants ({@code visitTimedOut}).
 */
final class EnumVisits {
    private final Map<TypeName, TypeDeclaration> visited = new LinkedHashMap<>();

    EnumVisits(Program program) {
        Map<String, Optional<TypeDeclaration>> around = new HashMap<>();
        for (EventGraph graph : program.graphs()) {
            if (!graph.parameters().isEmpty()) {
                // Asked for by its method, so that whoever watches the program knows whose body had a say.
                around.computeIfAbsent(graph.method().key().owner(), owner -> enumAround(program, owner))
                        .filter(type -> program.graph(graph.method().key()).isPresent())
                        .ifPresent(type -> called(graph).forEach(visitor -> visited.putIfAbsent(visitor, type)));
            }
        }
    }

    /** The enum whose constants a type visits, as far as anybody calls it so. */
    Optional<TypeDeclaration> visitedBy(TypeName visitor) {
        return Optional.ofNullable(visited.get(visitor));
    }

    /** The visitor's methods by the constant each is named for. */
    static Map<String, MethodDeclaration> methods(TypeDeclaration visitor, VariantSet variants) {
        Map<String, MethodDeclaration> methods = new LinkedHashMap<>();
        for (VariantSet.Variant variant : variants.variants()) {
            String constant = variant.name().replace("_", "").toLowerCase(Locale.ROOT);
            visitor.methods().stream()
                    .filter(method -> !method.isStatic() && !method.isConstructor())
                    .filter(method -> isNamedFor(method.name(), constant))
                    .findFirst()
                    .ifPresent(method -> methods.put(variant.name(), method));
        }
        return methods;
    }

    /** {@code failed} or {@code visitFailed}, {@code onFailed}: the name, with at most one word before. */
    private static boolean isNamedFor(String method, String constant) {
        String whole = method.toLowerCase(Locale.ROOT);
        if (whole.equals(constant)) {
            return true;
        }
        List<String> words = Words.of(method);
        return words.size() > 1
                && String.join("", words.subList(1, words.size()))
                        .toLowerCase(Locale.ROOT)
                        .equals(constant);
    }

    /** Types of parameters that the method calls: what it does when it is the one to visit. */
    private static List<TypeName> called(EventGraph graph) {
        List<TypeName> called = new ArrayList<>();
        graph.blocks().stream().flatMap(block -> block.events().stream()).forEach(event -> {
            if (event instanceof Event.Call call
                    && call.receiver() instanceof Value.Variable receiver
                    && graph.parameters().contains(receiver)) {
                called.add(receiver.type());
            }
        });
        return called;
    }

    /** The enum a class is, or stands in: the body of a constant is a class of its own. */
    private static Optional<TypeDeclaration> enumAround(Program program, String owner) {
        for (String name = owner; !name.isEmpty(); name = outer(name)) {
            Optional<TypeDeclaration> type = program.declarations().type(TypeName.resolved(name));
            if (type.isPresent()
                    && type.get().kind() == TypeKind.ENUM
                    && !type.get().constants().isEmpty()) {
                return type;
            }
        }
        return Optional.empty();
    }

    private static String outer(String name) {
        return name.substring(0, Math.max(0, Math.max(name.lastIndexOf('$'), name.lastIndexOf('.'))));
    }
}
