package org.runincident.flow.status;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.runincident.code.Declarations;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.MethodKey;
import org.runincident.code.TypeName;
import org.runincident.flow.EventGraph;
import org.runincident.flow.MethodRef;
import org.runincident.flow.Program;
import org.runincident.flow.Value;

/** Which bodies a call can mean: the method itself, and what is known to override it. Safe for several threads. */
final class Targets {

    /** Beyond that many, a call says nothing about what happens: {@code run}, {@code accept}, {@code handle}. */
    private static final int MOST = 24;

    private record Asked(MethodKey key, TypeName owner, boolean exact) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Asked asked
                    && exact == asked.exact
                    && owner.equals(asked.owner)
                    && key.equals(asked.key);
        }

        @Override
        public int hashCode() {
            return 31 * key.hashCode() + owner.hashCode();
        }
    }

    private final Program program;
    private final Map<String, Map<String, List<EventGraph>>> byOwner = new HashMap<>();
    private final Map<Asked, List<EventGraph>> known = new ConcurrentHashMap<>();

    Targets(Program program) {
        this.program = program;
        for (EventGraph graph : program.graphs()) {
            MethodKey key = graph.method().key();
            byOwner.computeIfAbsent(key.owner(), owner -> new HashMap<>())
                    .computeIfAbsent(key.name(), name -> new ArrayList<>())
                    .add(graph);
        }
    }

    /** Bodies of a call, sorted by method; empty when none is visible or too many are. */
    List<EventGraph> of(MethodRef method, Value receiver) {
        MethodDeclaration declaration = method.declaration();
        if (declaration == null) {
            return List.of();
        }
        boolean exact = declaration.isConstructor()
                || declaration.isStatic()
                || declaration.isPrivate()
                || isSuperCall(method, receiver);
        TypeName owner = method.owner().resolved()
                ? method.owner()
                : TypeName.resolved(declaration.key().owner());
        return known.computeIfAbsent(
                new Asked(declaration.key(), owner, exact), asked -> find(declaration, owner, exact));
    }

    private boolean isSuperCall(MethodRef method, Value receiver) {
        return receiver instanceof Value.Variable variable
                && variable.role() == Value.Role.RECEIVER
                && !method.owner().isUnknown()
                && !method.owner().equals(variable.type())
                && program.declarations()
                        .isSubtype(variable.type(), method.owner())
                        .isYes();
    }

    private List<EventGraph> find(MethodDeclaration declaration, TypeName owner, boolean exact) {
        Map<MethodKey, EventGraph> found = new LinkedHashMap<>();
        Optional<EventGraph> own = program.graph(declaration.key());
        own.ifPresent(graph -> found.put(graph.method().key(), graph));
        if (!exact) {
            Declarations declarations = program.declarations();
            for (TypeName subtype : declarations.allSubtypes(owner)) {
                bodies(subtype.text(), declaration)
                        .forEach(graph -> found.put(graph.method().key(), graph));
            }
        }
        return found.size() > MOST ? own.map(List::of).orElse(List.of()) : List.copyOf(found.values());
    }

    private List<EventGraph> bodies(String owner, MethodDeclaration declaration) {
        List<EventGraph> candidates =
                byOwner.getOrDefault(owner, Map.of()).getOrDefault(declaration.name(), List.of()).stream()
                        .filter(graph -> graph.method().parameters().size()
                                == declaration.parameters().size())
                        .toList();
        List<EventGraph> same = candidates.stream()
                .filter(graph -> graph.method()
                        .key()
                        .parameterTypes()
                        .equals(declaration.key().parameterTypes()))
                .toList();
        return same.isEmpty() ? candidates : same;
    }
}
