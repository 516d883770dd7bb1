package org.runincident.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.runincident.code.Declarations;
import org.runincident.code.MethodKey;
import org.runincident.flow.Bodies;
import org.runincident.flow.DeclaredMirror;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Program;

/** A module with what is upstream of it. */
final class ModuleProgram implements Program {
    private final Declarations declarations;
    private final Bodies bodies;
    private final List<DeclaredMirror> mirrors = new ArrayList<>();
    private final Set<String> audited = new HashSet<>();

    /**
     * @param own files of the module
     * @param upstream files of the modules upstream of it
     */
    ModuleProgram(Declarations declarations, Collection<FileFacts> own, Collection<FileFacts> upstream) {
        this.declarations = declarations;
        List<EventGraph> graphs = new ArrayList<>();
        for (FileFacts file : own) {
            graphs.addAll(file.graphs());
            mirrors.addAll(file.mirrors());
            if (file.fate() != FileFacts.Fate.EXCLUDED) {
                audited.add(file.source().path());
            }
        }
        upstream.forEach(file -> graphs.addAll(file.graphs()));
        mirrors.sort(Comparator.comparing(DeclaredMirror::at));
        bodies = new Bodies(graphs);
    }

    @Override
    public Declarations declarations() {
        return declarations;
    }

    @Override
    public Collection<EventGraph> graphs() {
        return bodies.all();
    }

    @Override
    public Optional<EventGraph> graph(MethodKey method) {
        return bodies.of(method);
    }

    @Override
    public Collection<DeclaredMirror> mirrors() {
        return mirrors;
    }

    @Override
    public boolean isAudited(String file) {
        return audited.contains(file);
    }
}
