package org.runincident.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.runincident.code.Span;

/** Names of variables that anonymous and local classes read from the methods around them, found when somebody asks. */
public final class CapturedNames {
    private final Program program;
    private Map<String, List<Reading>> byFile;

    /**
     * A method that reads some.
     *
     * @param at where the method is
     */
    public record Reading(Span at, Set<String> names) {}

    public CapturedNames(Program program) {
        this.program = program;
    }

    /** The methods of a file that read some. */
    public List<Reading> inFile(String file) {
        if (byFile == null) {
            byFile = new HashMap<>();
            program.graphs().forEach(this::read);
        }
        return byFile.getOrDefault(file, List.of());
    }

    private void read(EventGraph graph) {
        Set<String> names = new HashSet<>();
        for (Block block : graph.blocks()) {
            for (Event event : block.events()) {
                for (Value value : EventValues.read(event)) {
                    if (value instanceof Value.Variable variable && variable.role() == Value.Role.CAPTURED) {
                        names.add(variable.name());
                    }
                }
            }
        }
        if (!names.isEmpty()) {
            byFile.computeIfAbsent(graph.file(), file -> new ArrayList<>())
                    .add(new Reading(graph.method().at(), names));
        }
    }

    /** What classes inside of a method read. */
    public Set<String> within(EventGraph graph) {
        List<Reading> readings = inFile(graph.file());
        if (readings.isEmpty()) {
            return Set.of();
        }
        int first = graph.method().at().line();
        int last = graph.blocks().stream()
                .flatMap(block -> block.events().stream())
                .mapToInt(event -> event.at().endLine())
                .max()
                .orElse(first);
        int end = Math.max(last, graph.method().at().endLine());
        return readings.stream()
                .filter(reading -> first <= reading.at.line() && reading.at.line() <= end)
                .flatMap(reading -> reading.names.stream())
                .collect(Collectors.toSet());
    }
}
