package org.runincident.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.runincident.audit.cfg.FileGraphs;
import org.runincident.audit.source.JavaSourceParser;
import org.runincident.audit.source.ParsedFile;
import org.runincident.audit.source.PreFilter;
import org.runincident.audit.source.SourceFile;
import org.runincident.audit.source.SourceRoot;
import org.runincident.audit.source.SourceSet;
import org.runincident.audit.source.SourceText;
import org.runincident.audit.types.FileNames;
import org.runincident.audit.types.Members;
import org.runincident.audit.types.TypeIndex;
import org.runincident.code.Declarations;
import org.runincident.code.MethodKey;
import org.runincident.flow.Bodies;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Helpers;
import org.runincident.flow.Program;
import org.runincident.flow.status.StatusAnalysis;
import org.runincident.rule.Rule;
import org.runincident.rule.Rules;
import org.runincident.vocabulary.Vocabulary;

/** The parts of an audit in which most of its time goes, each alone on one thread over one folder of sources. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class Parts {
    /** A folder of sources. */
    @Param("")
    public String sources;

    private final List<String> texts = new ArrayList<>();
    private final List<ParsedFile> parsed = new ArrayList<>();
    private PreFilter filter;
    private TypeIndex index;
    private Program program;

    @Setup
    public void read() {
        Path folder = Path.of(sources);
        List<SourceFile> files = SourceSet.find(folder, List.of(new SourceRoot(folder, "bench", true)));
        index = TypeIndex.of(files, List.of());
        Set<String> words = new TreeSet<>();
        for (Rule rule : Rules.all().list()) {
            words.addAll(List.of(rule.info().triggers()));
            words.addAll(rule.info().family().triggers());
        }
        filter = new PreFilter(words);
        JavaSourceParser parser = new JavaSourceParser();
        for (SourceFile file : files) {
            String text = SourceText.read(file, null).text();
            texts.add(text);
            if (filter.matters(text)) {
                ParsedFile tree = parser.parse(file, text);
                index.offer(tree);
                parsed.add(tree);
            }
        }
        program = new Sources(index, new Bodies(lowered()));
    }

    private List<EventGraph> lowered() {
        List<EventGraph> graphs = new ArrayList<>();
        for (ParsedFile file : parsed) {
            graphs.addAll(FileGraphs.of(file, new FileNames(file.unit(), index), new Members(index)));
        }
        return graphs;
    }

    /** Looks for words that matter in every file. */
    @Benchmark
    public long preFilter() {
        return texts.stream().filter(filter::matters).count();
    }

    /** Turns the syntax trees of the files that matter into event graphs, types included. */
    @Benchmark
    public int lowering() {
        return lowered().size();
    }

    /** The typestate of statuses over all event graphs. */
    @Benchmark
    public int pathSolver() {
        return StatusAnalysis.of(program, Vocabulary.defaults(), Helpers.NONE)
                .sites()
                .size();
    }

    /** Bodies and what is declared around them. */
    private record Sources(Declarations declarations, Bodies bodies) implements Program {
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
            return true;
        }
    }

    /** Measures all of them; milliseconds for one pass, by name. */
    static Map<String, Double> measure(Path folder) throws IOException {
        try {
            Collection<RunResult> results = new Runner(new OptionsBuilder()
                            .include(Parts.class.getName() + ".*")
                            .param("sources", folder.toString())
                            .forks(1)
                            .warmupIterations(3)
                            .warmupTime(TimeValue.seconds(3))
                            .measurementIterations(5)
                            .measurementTime(TimeValue.seconds(3))
                            .jvmArgs("-Xmx1g")
                            .build())
                    .run();
            Map<String, Double> times = new LinkedHashMap<>();
            results.forEach(result -> times.put(
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getScore()));
            return times;
        } catch (RunnerException e) {
            throw new IOException("the parts could not be measured", e);
        }
    }
}
