package org.runincident.audit.cfg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.runincident.audit.source.JavaSourceParser;
import org.runincident.audit.source.ParsedFile;
import org.runincident.audit.source.SourceFile;
import org.runincident.audit.types.FileNames;
import org.runincident.audit.types.Members;
import org.runincident.audit.types.TypeIndex;
import org.runincident.code.Declarations;
import org.runincident.code.MethodKey;
import org.runincident.flow.EventGraph;
import org.runincident.flow.GraphChecks;
import org.runincident.flow.GraphPrinter;
import org.runincident.flow.Program;

/**
 * A program out of Java text, for tests: {@code Graphs.of("class A { void f() {} }").method("f")}.
 *
 * <p>Every graph is checked. A source is named after its package and first type ({@code a/b/Order.java}).
 */
public final class Graphs implements Program {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|enum|record)\\s+(\\w+)");

    private final Declarations declarations;
    private final List<EventGraph> graphs;

    private Graphs(Declarations declarations, List<EventGraph> graphs) {
        this.declarations = declarations;
        this.graphs = graphs;
    }

    /** The program of one or several sources, with the JDK in sight. */
    public static Graphs of(String... sources) {
        return of(false, sources);
    }

    /** As {@link #of}, for sources that do not parse whole. */
    public static Graphs ofBroken(String... sources) {
        return of(true, sources);
    }

    private static Graphs of(boolean broken, String... sources) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("graphs");
            List<SourceFile> files = new ArrayList<>();
            for (String source : sources) {
                String name = nameOf(source);
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, source);
                files.add(new SourceFile(name, file, "test", true));
            }
            return of(broken, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(folder);
        }
    }

    private static Graphs of(boolean broken, List<SourceFile> files) {
        TypeIndex index = TypeIndex.of(files, List.of());
        List<ParsedFile> parsed = new ArrayList<>();
        JavaSourceParser parser = new JavaSourceParser();
        for (SourceFile file : files) {
            ParsedFile one = parser.parse(file);
            Assertions.assertThat(one.problems().isEmpty())
                    .as(file.path() + one.problems())
                    .isNotEqualTo(broken);
            index.offer(one);
            parsed.add(one);
        }
        List<EventGraph> graphs = new ArrayList<>();
        for (ParsedFile one : parsed) {
            graphs.addAll(FileGraphs.of(
                    one,
                    new FileNames(one.unit(), index),
                    new Members(index),
                    problem -> Assertions.fail(problem.problem())));
        }
        for (EventGraph graph : graphs) {
            Assertions.assertThat(GraphChecks.violations(graph))
                    .as(GraphPrinter.print(graph))
                    .isEmpty();
        }
        graphs.sort(Comparator.comparing(EventGraph::file)
                .thenComparing(g -> g.method().at()));
        return new Graphs(index, graphs);
    }

    private static String nameOf(String source) {
        Matcher inPackage = PACKAGE.matcher(source);
        Matcher type = TYPE.matcher(source);
        String folder = inPackage.find() ? inPackage.group(1).replace('.', '/') + "/" : "";
        return folder + (type.find() ? type.group(1) : "Empty") + ".java";
    }

    private static void delete(Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only body of that member name. */
    public EventGraph method(String name) {
        List<EventGraph> found =
                graphs.stream().filter(g -> g.method().name().equals(name)).toList();
        Assertions.assertThat(found)
                .as(
                        "%s among %s",
                        name, graphs.stream().map(g -> g.method().key()).toList())
                .hasSize(1);
        return found.get(0);
    }

    /** The only body of that member name, as text. */
    public String print(String name) {
        return GraphPrinter.print(method(name));
    }

    @Override
    public Declarations declarations() {
        return declarations;
    }

    @Override
    public Collection<EventGraph> graphs() {
        return graphs;
    }

    @Override
    public Optional<EventGraph> graph(MethodKey method) {
        return graphs.stream().filter(g -> g.method().key().equals(method)).findFirst();
    }

    @Override
    public boolean isAudited(String file) {
        return true;
    }
}
