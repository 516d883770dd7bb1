package org.runincident.flow.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.runincident.flow.Condition;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Handler;
import org.runincident.flow.Lambda;
import org.runincident.flow.Value;

/** A function that is told of a result or of a failure ({@code (result, failure) -> ..}) is given one of the two. */
final class ResultOrFailure {

    private final Map<Value, Value> others = new HashMap<>();

    ResultOrFailure(EventGraph graph) {
        for (Lambda lambda : graph.lambdas()) {
            List<Value.Variable> parameters = lambda.parameters();
            if (parameters.size() == 2
                    && !parameters.get(0).type().is("java.lang.Void")
                    && graph.handlers().stream().anyMatch(handler -> isTold(handler, parameters.get(1)))) {
                others.put(parameters.get(0), parameters.get(1));
                others.put(parameters.get(1), parameters.get(0));
            }
        }
    }

    private static boolean isTold(Handler handler, Value.Variable failure) {
        return handler.kind() == Handler.Kind.CALLBACK && failure.equals(handler.variable());
    }

    /** Takes note that one of the two is null: the other is not; false when it has to be. */
    boolean take(PathState state, Condition condition) {
        if (!(condition instanceof Condition.IsNull test) || !test.holds()) {
            return true;
        }
        Value other = others.get(test.subject());
        if (other == null) {
            return true;
        }
        AbstractValue given = state.read(other).without(List.of(Atom.NULL));
        if (given != null) {
            state.write(other, given);
        }
        return given != null;
    }
}
