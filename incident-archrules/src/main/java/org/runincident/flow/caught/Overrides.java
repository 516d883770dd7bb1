package org.runincident.flow.caught;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.MethodKey;
import org.runincident.code.TypeName;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Program;

/** The bodies that a call of a method can run besides the one it names: those of overriding methods in known subtypes. */
final class Overrides {
    private record Question(MethodKey method, TypeName receiver) {}

    private final Program program;
    private final Map<Question, List<EventGraph>> known = new HashMap<>();

    Overrides(Program program) {
        this.program = program;
    }

    /**
     * Bodies a call can run, the named method's own left out.
     *
     * @param receiver static type of the receiver; only what is below it counts. Types from class files are too general to
     *     say anything: everything is an {@code AutoCloseable}
     */
    List<EventGraph> of(MethodDeclaration method, TypeName receiver) {
        if (method.isPrivate() || method.isStatic() || method.isConstructor()) {
            return List.of();
        }
        TypeName declaring = TypeName.resolved(method.key().owner());
        TypeName top = receiver.resolved() && isFromSource(receiver) ? receiver : declaring;
        return isFromSource(top)
                ? known.computeIfAbsent(new Question(method.key(), top), q -> find(method, top))
                : List.of();
    }

    private boolean isFromSource(TypeName type) {
        return program.declarations().type(type).filter(t -> t.isFromSource()).isPresent();
    }

    private List<EventGraph> find(MethodDeclaration method, TypeName top) {
        List<TypeName> types = new ArrayList<>(program.declarations().allSubtypes(top));
        types.add(top);
        Set<MethodKey> keys = new LinkedHashSet<>();
        for (TypeName type : types) {
            nearest(type, method).ifPresent(keys::add);
        }
        keys.remove(method.key());
        List<EventGraph> found = new ArrayList<>();
        keys.forEach(key -> program.graph(key).ifPresent(found::add));
        return List.copyOf(found);
    }

    /** The method that a type has under that signature, its own or inherited. */
    private Optional<MethodKey> nearest(TypeName type, MethodDeclaration method) {
        int parameters = method.parameters().size();
        List<MethodDeclaration> candidates = program.declarations().methods(type, method.name(), parameters);
        return candidates.stream()
                .map(MethodDeclaration::key)
                .filter(key -> key.parameterTypes().equals(method.key().parameterTypes()))
                .findFirst()
                // With type parameters bound the erased parameter types differ: one candidate can only be the one.
                .or(() -> candidates.stream()
                        .filter(c -> !c.isAbstract())
                        .map(MethodDeclaration::key)
                        .findFirst());
    }
}
