package org.runincident.audit;

import java.util.List;
import java.util.Optional;
import org.runincident.code.Declarations;
import org.runincident.code.MethodKey;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Program;

/** Some bodies of one file, as if there were no others. */
record FileExcerpt(String file, Declarations declarations, List<EventGraph> graphs) implements Program {

    @Override
    public List<EventGraph> graphs() {
        return graphs;
    }

    @Override
    public Optional<EventGraph> graph(MethodKey method) {
        return graphs.stream()
                .filter(graph -> graph.method().key().equals(method))
                .findFirst();
    }

    @Override
    public boolean isAudited(String path) {
        return file.equals(path);
    }
}
