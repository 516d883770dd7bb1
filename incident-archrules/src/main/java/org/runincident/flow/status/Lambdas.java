package org.runincident.flow.status;

import java.util.HashSet;
import java.util.Set;
import org.runincident.flow.Block;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Lambda;
import org.runincident.flow.Value;
import org.runincident.vocabulary.Vocabulary;

/** Which lambdas of a graph surely run where they are written, so that there is no way round them. */
final class Lambdas {

    private final Set<Integer> entries = new HashSet<>();
    private final Set<Integer> exits = new HashSet<>();

    Lambdas(EventGraph graph, Vocabulary vocabulary) {
        if (graph.lambdas().isEmpty()) {
            return;
        }
        Set<String> running = vocabulary.lists().words("alwaysRunning");
        Set<Integer> surely = new HashSet<>();
        for (Block block : graph.blocks()) {
            for (Event event : block.events()) {
                if (event instanceof Event.Call call
                        && running.contains(call.method().name())) {
                    for (Value argument : call.arguments()) {
                        if (argument instanceof Value.LambdaBody body) {
                            surely.add(body.id());
                        }
                    }
                }
            }
        }
        for (Lambda lambda : graph.lambdas()) {
            if (surely.contains(lambda.id())) {
                entries.add(lambda.entry());
                exits.add(lambda.exit());
            }
        }
    }

    /** Whether the edge is the way round a lambda that surely runs. */
    boolean isNeverTaken(Block block, Edge edge) {
        return exits.contains(edge.target())
                && block.edges().stream().anyMatch(other -> entries.contains(other.target()));
    }
}
