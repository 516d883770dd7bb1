package org.runincident.flow.caught;

import java.util.HashSet;
import java.util.Set;
import org.runincident.code.Span;
import org.runincident.flow.Definitions;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Handler;
import org.runincident.flow.Value;

/** Throw statements that throw on what a handler around them has caught. */
public final class Rethrows {
    private Rethrows() {}

    /** Whether the throw statement there throws the exception of a handler whose body it stands in. */
    public static boolean throwsCaught(EventGraph graph, Span statement) {
        Definitions definitions = new Definitions(graph);
        Set<Value> caught = new HashSet<>();
        graph.handlers().stream()
                .filter(h -> h.kind() == Handler.Kind.CATCH && h.body().contains(statement))
                .forEach(h -> caught.add(h.variable()));
        return graph.blocks().stream()
                .flatMap(b -> b.events().stream())
                .anyMatch(e -> e instanceof Event.Throw end
                        && statement.contains(end.at())
                        && comesFrom(end.value(), caught, definitions, 0));
    }

    private static boolean comesFrom(Value value, Set<Value> caught, Definitions definitions, int depth) {
        if (caught.contains(value)) {
            return true;
        }
        if (depth > 8) {
            return false;
        }
        if (definitions.of(value) instanceof Event.Combine combine) {
            return combine.parts().stream().anyMatch(part -> comesFrom(part, caught, definitions, depth + 1));
        }
        return definitions.copiesTo(value).stream().anyMatch(from -> comesFrom(from, caught, definitions, depth + 1));
    }
}
