package org.runincident.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.runincident.code.Declarations;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.TypeDeclaration;
import org.runincident.code.TypeName;
import org.runincident.flow.Event;
import org.runincident.flow.MethodRef;
import org.runincident.flow.Program;
import org.runincident.flow.Value;
import org.runincident.vocabulary.Words;

/**
 * Classes that hand themselves over to be told of failures. An empty method of a class with a name may be there to be
 * overridden, or do nothing on purpose for whoever picks that class; in one that registers itself it drops what it asked for.
 */
final class OwnListeners {
    private static final Pattern ANONYMOUS = Pattern.compile("(.*[.$])?\\d+");
    private static final Set<String> REGISTERING =
            Set.of("listener", "handler", "callback", "observer", "subscriber", "subscribe", "watcher");

    private record HandOver(MethodRef callee, int argument) {}

    private final Program program;
    private final Declarations declarations;
    private final Map<String, List<HandOver>> byOwner = new HashMap<>();

    OwnListeners(Program program) {
        this.program = program;
        this.declarations = program.declarations();
    }

    /** Whether the class of an empty method is anonymous, or hands itself over to something that calls the method. */
    boolean isAskedFor(MethodDeclaration method) {
        String owner = method.key().owner();
        return ANONYMOUS.matcher(owner).matches()
                || byOwner.computeIfAbsent(owner, this::handOvers).stream().anyMatch(given -> takes(given, method))
                        && !isHook(TypeName.resolved(owner), method);
    }

    /** Where the methods of a class hand over the object they are called on. */
    private List<HandOver> handOvers(String owner) {
        List<HandOver> found = new ArrayList<>();
        declarations.type(TypeName.resolved(owner)).stream()
                .flatMap(type -> type.methods().stream())
                .flatMap(method -> program.graph(method.key()).stream())
                .flatMap(graph -> graph.blocks().stream())
                .flatMap(block -> block.events().stream())
                .forEach(event -> {
                    if (event instanceof Event.Call call) {
                        add(call.method(), call.arguments(), found);
                    } else if (event instanceof Event.Create create) {
                        add(create.method(), create.arguments(), found);
                    }
                });
        return found;
    }

    private static void add(MethodRef callee, List<Value> arguments, List<HandOver> found) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof Value.Variable variable && variable.role() == Value.Role.RECEIVER) {
                found.add(new HandOver(callee, i));
            }
        }
    }

    private boolean takes(HandOver given, MethodDeclaration method) {
        MethodDeclaration callee = given.callee.declaration();
        if (callee == null) {
            return Words.of(given.callee.name()).stream().anyMatch(REGISTERING::contains);
        }
        int last = callee.parameters().size() - 1;
        TypeName wanted = last < 0
                ? TypeName.UNKNOWN
                : callee.parameters().get(Math.min(given.argument, last)).type();
        return !wanted.text().equals(method.key().owner()) && declares(wanted, method);
    }

    private boolean declares(TypeName type, MethodDeclaration method) {
        return !type.isUnknown()
                && !declarations
                        .methods(type, method.name(), method.parameters().size())
                        .isEmpty();
    }

    private boolean isHook(TypeName owner, MethodDeclaration method) {
        return declarations.type(owner).filter(TypeDeclaration::isAbstract).isPresent()
                || declarations.allSubtypes(owner).stream()
                        .flatMap(below -> declarations.type(below).stream())
                        .flatMap(type -> type.methods().stream())
                        .anyMatch(other -> other.name().equals(method.name()));
    }
}
