package org.runincident.flow.caught;

import java.util.Map;
import org.runincident.code.Span;
import org.runincident.flow.CapturedNames;
import org.runincident.flow.Program;
import org.runincident.flow.Value;

/** Which variables of the method around them anonymous classes read. */
final class Captures {
    private final CapturedNames names;

    Captures(Program program) {
        names = new CapturedNames(program);
    }

    /**
     * What a new object keeps of an exception because its class body sees a variable that holds it; null for nothing.
     *
     * @param creation the whole {@code new} expression, class body included
     */
    Holding seen(String file, Span creation, Map<Value, Holding> held) {
        Holding strongest = null;
        for (CapturedNames.Reading reading : names.inFile(file)) {
            if (creation.contains(reading.at())) {
                for (Map.Entry<Value, Holding> entry : held.entrySet()) {
                    if (entry.getKey() instanceof Value.Variable variable
                            && reading.names().contains(variable.name())) {
                        strongest = Holding.stronger(strongest, entry.getValue());
                    }
                }
            }
        }
        return strongest;
    }
}
