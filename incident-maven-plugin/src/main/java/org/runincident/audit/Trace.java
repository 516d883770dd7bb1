package org.runincident.audit;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.runincident.code.MethodKey;
import org.runincident.flow.Program;

/**
 * What must be known of an earlier judgement to tell whether an edit can change it.
 *
 * @param whole key of the verdicts it came to
 * @param looked methods whose bodies had a say in what was found elsewhere
 * @param names names of all methods that have a body, upstream included
 * @param owners qualified names of all types that have a method with a body, upstream included
 */
record Trace(String whole, Set<MethodKey> looked, Set<String> names, Set<String> owners) {

    static Trace of(String whole, Program program, Set<MethodKey> asked) {
        Set<String> names = new TreeSet<>();
        Set<String> owners = new TreeSet<>();
        program.graphs().forEach(graph -> {
            names.add(graph.method().key().name());
            owners.add(graph.method().key().owner());
        });
        Set<MethodKey> looked = new LinkedHashSet<>();
        asked.stream()
                .filter(method -> program.graph(method).isPresent())
                .sorted()
                .forEach(looked::add);
        return new Trace(whole, looked, names, owners);
    }

    /** The same for other verdicts. */
    Trace of(String other) {
        return new Trace(other, looked, names, owners);
    }
}
