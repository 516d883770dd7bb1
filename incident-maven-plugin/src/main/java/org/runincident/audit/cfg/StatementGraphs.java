package org.runincident.audit.cfg;

import java.util.ArrayList;
import java.util.List;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.GraphBuilder;
import org.runincident.flow.MethodRef;
import org.runincident.flow.Value;

/** Bodies for methods that are a statement and nothing else: the statement runs, given the parameters. */
final class StatementGraphs {

    private StatementGraphs() {}

    /**
     * The body of a method that runs a statement.
     *
     * @param parameters in the names by which the statement knows them
     * @param at where the statement is written
     */
    static EventGraph of(
            String file,
            MethodDeclaration method,
            List<Value.Variable> parameters,
            GraphBuilder graph,
            Value text,
            Span at) {
        List<Value> arguments = new ArrayList<>();
        arguments.add(text);
        arguments.addAll(parameters);
        Value.Temp result = graph.temp(method.returnType());
        graph.add(
                0,
                new Event.Call(
                        result, null, new MethodRef(TypeName.UNKNOWN, "execute", null), arguments, true, at, at));
        graph.add(0, new Event.Return(result, -1, at));
        return graph.build(file, method, null, parameters);
    }
}
