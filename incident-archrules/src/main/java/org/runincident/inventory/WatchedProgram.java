package org.runincident.inventory;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.runincident.code.Declarations;
import org.runincident.code.MethodKey;
import org.runincident.flow.DeclaredMirror;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Program;

/** A program that tells of every body somebody asks for by its method, there or not. */
final class WatchedProgram implements Program {
    private final Program program;
    private final Consumer<MethodKey> asked;

    WatchedProgram(Program program, Consumer<MethodKey> asked) {
        this.program = program;
        this.asked = asked;
    }

    @Override
    public Optional<EventGraph> graph(MethodKey method) {
        asked.accept(method);
        return program.graph(method);
    }

    @Override
    public Declarations declarations() {
        return program.declarations();
    }

    @Override
    public Collection<EventGraph> graphs() {
        return program.graphs();
    }

    @Override
    public boolean isAudited(String file) {
        return program.isAudited(file);
    }

    @Override
    public Collection<DeclaredMirror> mirrors() {
        return program.mirrors();
    }
}
