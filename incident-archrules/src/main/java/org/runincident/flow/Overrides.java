package org.runincident.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.MethodKey;
import org.runincident.code.TypeName;

/** The bodies that a call of a method can run besides the one it names: those of overriding methods in known subtypes. */
final class Overrides {
    private final Program program;
    private final Map<MethodKey, List<EventGraph>> known = new HashMap<>();

    Overrides(Program program) {
        this.program = program;
    }

    List<EventGraph> of(MethodDeclaration method) {
        if (method.isPrivate() || method.isStatic() || method.isConstructor()) {
            return List.of();
        }
        return known.computeIfAbsent(method.key(), this::find);
    }

    private List<EventGraph> find(MethodKey method) {
        List<EventGraph> found = new ArrayList<>();
        for (TypeName subtype : program.declarations().allSubtypes(TypeName.resolved(method.owner()))) {
            MethodKey overriding = new MethodKey(subtype.text(), method.name(), method.parameterTypes());
            program.graph(overriding).ifPresent(found::add);
        }
        return List.copyOf(found);
    }
}
