package org.runincident.inventory;

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

/** Names of variables that anonymous and local classes read from the methods around them. */
final class CapturedNames {
    private final Program program;
    private Map<String, List<Reading>> byFile;

    private record Reading(Span at, Set<String> names) {}

    CapturedNames(Program program) {
        this.program = program;
    }

    private void read(EventGraph graph) {
        Set<String> names = graph.blocks().stream()
                .flatMap(block -> block.events().stream())
                .flatMap(event -> EventValues.read(event).stream())
                .filter(value -> value instanceof Value.Variable v && v.role() == Value.Role.CAPTURED)
                .map(value -> ((Value.Variable) value).name())
                .collect(Collectors.toSet());
        if (!names.isEmpty()) {
            byFile.computeIfAbsent(graph.file(), file -> new ArrayList<>())
                    .add(new Reading(graph.method().at(), names));
        }
    }

    /** What classes inside of the method read. */
    Set<String> within(EventGraph graph) {
        if (byFile == null) {
            byFile = new HashMap<>();
            program.graphs().forEach(this::read);
        }
        List<Reading> readings = byFile.getOrDefault(graph.file(), List.of());
        if (readings.isEmpty()) {
            return Set.of();
        }
        int first = graph.method().at().line();
        int last = graph.blocks().stream()
                .flatMap(block -> block.events().stream())
                .mapToInt(event -> event.at().endLine())
                .max()
                .orElse(first);
        return readings.stream()
                .filter(reading -> first <= reading.at.line()
                        && reading.at.line()
                                <= Math.max(last, graph.method().at().endLine()))
                .flatMap(reading -> reading.names.stream())
                .collect(Collectors.toSet());
    }
}
