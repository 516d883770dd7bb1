package org.runincident.audit;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.runincident.code.Declarations;
import org.runincident.code.TypeName;
import org.runincident.flow.Block;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Handler;
import org.runincident.flow.Value;

/** Collects the names in a body that nothing explains. */
final class UnknownTypes {
    private static final Set<String> PRIMITIVES =
            Set.of("void", "boolean", "byte", "short", "char", "int", "long", "float", "double");

    private final Declarations declarations;
    private final Set<String> names = new TreeSet<>();
    private final Set<TypeName> asked = new HashSet<>();

    private UnknownTypes(Declarations declarations) {
        this.declarations = declarations;
    }

    static Set<String> in(Iterable<EventGraph> graphs, Declarations declarations) {
        UnknownTypes unknown = new UnknownTypes(declarations);
        for (EventGraph graph : graphs) {
            graph.parameters().forEach(unknown::add);
            graph.handlers().stream().map(Handler::caught).forEach(types -> types.forEach(unknown::add));
            for (Block block : graph.blocks()) {
                block.events().forEach(unknown::add);
            }
        }
        return unknown.names;
    }

    private void add(Event event) {
        if (event instanceof Event.Create create) {
            add(create.type());
        } else if (event instanceof Event.Call call) {
            add(call.method().owner());
        } else if (event instanceof Event.Put put) {
            add(put.owner());
        } else if (event instanceof Event.Copy copy) {
            add(copy.to());
        }
    }

    private void add(Value value) {
        add(value.type());
    }

    private void add(TypeName type) {
        if (type.isUnknown() || !asked.add(type)) {
            return;
        }
        String element = type.text().replace("[]", "");
        if (!type.resolved() || !PRIMITIVES.contains(element) && !declarations.knows(TypeName.resolved(element))) {
            names.add(element);
        }
    }
}
