package org.runincident.flow;

import java.util.List;
import org.runincident.code.Span;

/**
 * A lambda spliced into its graph: at the place where it is written, control either runs its body or passes it by.
 *
 * @param entry first block of the body
 * @param exit block where the body's ways out and the way round it meet
 */
public record Lambda(int id, List<Value.Variable> parameters, int entry, int exit, Span at) {
    public Lambda {
        parameters = List.copyOf(parameters);
    }
}
