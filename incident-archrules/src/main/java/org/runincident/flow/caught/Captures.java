package org.runincident.flow.caught;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.runincident.code.Span;
import org.runincident.flow.EventGraph;
import org.runincident.flow.EventValues;
import org.runincident.flow.Program;
import org.runincident.flow.Value;

/** Which variables of the method around them anonymous classes read. */
final class Captures {
    private final Program program;
    private Map<String, List<Reading>> byFile;

    private record Reading(Span at, Set<String> names) {}

    Captures(Program program) {
        this.program = program;
    }

    /**
     * What a new object keeps of an exception because its class body sees a variable that holds it; null for nothing.
     *
     * @param creation the whole {@code new} expression, class body included
     */
    Holding seen(String file, Span creation, Map<Value, Holding> held) {
        Holding strongest = null;
        for (Reading reading : inFile(file)) {
            if (creation.contains(reading.at)) {
                for (Map.Entry<Value, Holding> entry : held.entrySet()) {
                    if (entry.getKey() instanceof Value.Variable variable && reading.names.contains(variable.name())) {
                        strongest = Holding.stronger(strongest, entry.getValue());
                    }
                }
            }
        }
        return strongest;
    }

    private List<Reading> inFile(String file) {
        if (byFile == null) {
            byFile = new HashMap<>();
            program.graphs().forEach(this::read);
        }
        return byFile.getOrDefault(file, List.of());
    }

    private void read(EventGraph graph) {
        Set<String> names = graph.blocks().stream()
                .flatMap(block -> block.events().stream())
                .flatMap(event -> EventValues.read(event).stream())
                .filter(value -> value instanceof Value.Variable v && v.role() == Value.Role.CAPTURED)
                .map(value -> ((Value.Variable) value).name())
                .collect(Collectors.toSet());
        if (!names.isEmpty()) {
            byFile.computeIfAbsent(graph.file(), f -> new ArrayList<>())
                    .add(new Reading(graph.method().at(), names));
        }
    }
}
