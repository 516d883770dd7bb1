package org.runincident.flow;

import java.util.List;
import org.runincident.code.MethodDeclaration;

/**
 * What is left of a method body once a front end has read it.
 *
 * @param file path relative to the audited root
 * @param method what the body belongs to; initializers have the names of {@link org.runincident.code.MethodKey}
 * @param receiver {@code this}; null in static methods
 * @param blocks the entry first; a block's id is its index
 */
public record EventGraph(
        String file,
        MethodDeclaration method,
        Value.Variable receiver,
        List<Value.Variable> parameters,
        List<Block> blocks,
        List<Handler> handlers,
        List<Dispatch> dispatches,
        List<Lambda> lambdas,
        List<FinallyExit> finallyExits) {
    public EventGraph {
        parameters = List.copyOf(parameters);
        blocks = List.copyOf(blocks);
        handlers = List.copyOf(handlers);
        dispatches = List.copyOf(dispatches);
        lambdas = List.copyOf(lambdas);
        finallyExits = List.copyOf(finallyExits);
    }

    public Block entry() {
        return blocks.get(0);
    }

    public Block block(int id) {
        return blocks.get(id);
    }

    public Lambda lambda(int id) {
        return lambdas.get(id);
    }
}
