package org.runincident.archrules.bytecode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.runincident.code.Declarations;
import org.runincident.code.MethodKey;
import org.runincident.flow.Bodies;
import org.runincident.flow.DeclaredMirror;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Helpers;
import org.runincident.flow.Program;
import org.runincident.rule.allow.Allowance;

/**
 * Class files as the judgement looks at them. Files are named by the folders of their package and the source they were
 * compiled from, as far as the class files tell.
 */
public final class CompiledProgram implements Program {
    private final ClassDeclarations declarations;
    private final Bodies bodies;
    private final Set<String> files = new HashSet<>();
    private final Set<String> generated = new HashSet<>();
    private final List<DeclaredMirror> mirrors = new ArrayList<>();
    private final List<Allowance> allowances = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * Reads class files.
     *
     * @param classes the bytes of each; damaged ones are left out
     * @param library where types are found that are not among them
     * @param sources their sources, where they are at hand
     * @param audited whether findings are wanted in a file
     */
    public CompiledProgram(
            Collection<byte[]> classes,
            ClassFiles library,
            SourceFiles sources,
            Predicate<String> audited,
            Helpers helpers) {
        List<CompiledClass> read = read(List.copyOf(classes), helpers);
        read.sort(Comparator.comparing(c -> c.node().name));
        declarations = new ClassDeclarations(read, library);
        List<EventGraph> graphs = graphs(read, sources, helpers);
        for (CompiledClass each : read) {
            if (audited.test(each.file())) {
                files.add(each.file());
            }
            GeneratedMembers.of(each, declarations).forEach(key -> generated.add(key.signature()));
            mirrors.addAll(Mirrors.of(each, declarations, sources.hints(each.file())));
            allowances.addAll(ClassAllowances.of(each));
        }
        files().forEach(file -> allowances.addAll(sources.hints(file).allowances(file)));
        mirrors.sort(Comparator.comparing(DeclaredMirror::at));
        bodies = new Bodies(graphs);
    }

    private List<CompiledClass> read(List<byte[]> classes, Helpers helpers) {
        List<Optional<CompiledClass>> answers = new ArrayList<>(Collections.nCopies(classes.size(), Optional.empty()));
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            int index = i;
            tasks.add(() -> answers.set(index, CompiledClass.read(classes.get(index))));
        }
        helpers.run(tasks);
        List<CompiledClass> read = new ArrayList<>();
        for (Optional<CompiledClass> answer : answers) {
            answer.ifPresentOrElse(read::add, () -> problems.add("a class file could not be read"));
        }
        return read;
    }

    /** Class by class, in their order, whoever reads them. */
    private List<EventGraph> graphs(List<CompiledClass> classes, SourceFiles sources, Helpers helpers) {
        List<List<EventGraph>> graphs = new ArrayList<>(Collections.nCopies(classes.size(), List.of()));
        List<List<String>> unread = new ArrayList<>(Collections.nCopies(classes.size(), List.of()));
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            int index = i;
            tasks.add(() -> {
                CompiledClass type = classes.get(index);
                List<String> told = new ArrayList<>();
                graphs.set(
                        index,
                        MethodGraphs.of(new ClassContext(type, declarations, sources.hints(type.file())), told::add));
                unread.set(index, told);
            });
        }
        helpers.run(tasks);
        unread.forEach(problems::addAll);
        return graphs.stream().flatMap(List::stream).toList();
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
    public boolean isAudited(String file) {
        return files.contains(file);
    }

    @Override
    public Collection<DeclaredMirror> mirrors() {
        return mirrors;
    }

    /** How a class that was read is named here, by its binary name ({@code a.b.Outer$Inner}); empty when it was not. */
    public Optional<String> nameOf(String binaryName) {
        return declarations
                .compiled(binaryName.replace('.', '/'))
                .map(c -> c.name().text());
    }

    /** The file a class that was read was compiled from, by its binary name; empty when it was not. */
    public Optional<String> fileOf(String binaryName) {
        return declarations.compiled(binaryName.replace('.', '/')).map(CompiledClass::file);
    }

    /** Files that class files say they were compiled from, as far as findings in them are wanted; sorted. */
    public Set<String> files() {
        return new TreeSet<>(files);
    }

    /** Whether nobody wrote a member: a tool made it, and says so. */
    public boolean isGenerated(MethodKey member) {
        return member != null && generated.contains(member.signature());
    }

    /** What the authors allow, in annotations, and in comments where the sources are at hand. */
    public List<Allowance> allowances() {
        return allowances;
    }

    /** What could not be read, a sentence each. */
    public List<String> problems() {
        return problems;
    }
}
