package org.runincident.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.runincident.audit.source.MapperFiles;
import org.runincident.audit.source.PreFilter;
import org.runincident.audit.source.SourceFile;
import org.runincident.audit.source.SourceLines;
import org.runincident.audit.source.SourceRoot;
import org.runincident.audit.source.SourceSet;
import org.runincident.audit.types.TypeIndex;
import org.runincident.audit.types.TypeLibrary;
import org.runincident.rule.Rule;
import org.runincident.rule.Rules;
import org.runincident.vocabulary.OutcomeWords;
import org.runincident.vocabulary.WordLists;

/**
 * The audit: sources in, findings and inventory out.
 *
 * <p>A verdict depends on the module's own sources and on what is upstream of it, on nothing else: not on the number of
 * threads, the order of files, or which other modules are audited in the same run. Nothing of the audited project is
 * executed.
 */
public final class Audit {
    private final AuditRequest request;
    private final Rules rules = Rules.all();
    private final Stopwatch stopwatch = new Stopwatch();

    private Audit(AuditRequest request) {
        this.request = request;
    }

    /**
     * Audits.
     *
     * @return never null; whatever cannot be read is in its census
     */
    public static AuditResult run(AuditRequest request) {
        try (Workers workers = new Workers(request.threads());
                TypeLibrary library = new TypeLibrary()) {
            return workers.call(() -> new Audit(request).run(workers, library));
        }
    }

    private AuditResult run(Workers workers, TypeLibrary library) {
        List<AuditModule> modules = new ArrayList<>(request.modules());
        modules.sort(Comparator.comparing(this::directory).thenComparing(AuditModule::name));
        Map<String, ModuleSources> sources = new HashMap<>();
        workers.map(modules, module -> ModuleSources.find(request.root(), module))
                .forEach(found -> sources.put(found.module().name(), found));
        stopwatch.lap("find");

        Map<String, TypeIndex> indexes = new HashMap<>();
        List<TypeIndex> made = workers.map(modules, module -> index(module, sources, library));
        for (int i = 0; i < modules.size(); i++) {
            indexes.put(modules.get(i).name(), made.get(i));
        }
        stopwatch.lap("index");

        Map<String, List<FileFacts>> facts = read(modules, sources, indexes, workers);
        stopwatch.lap("read");

        SourceLines lines = new SourceLines(request.root());
        List<AuditModule> audited =
                modules.stream().filter(AuditModule::audited).toList();
        List<ModuleResult> results = workers.map(audited, module -> {
            ModuleProgram program =
                    new ModuleProgram(indexes.get(module.name()), facts.get(module.name()), upstream(module, facts));
            return new Judgement(request, rules, module, directory(module), lines, workers)
                    .of(program, facts.get(module.name()));
        });
        stopwatch.lap("judge");
        return new AuditResult(request.root(), results, stopwatch.stages());
    }

    private String directory(AuditModule module) {
        return request.root()
                .relativize(module.directory().toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
    }

    private static TypeIndex index(AuditModule module, Map<String, ModuleSources> sources, TypeLibrary library) {
        ModuleSources own = sources.get(module.name());
        List<SourceFile> files = new ArrayList<>(own.visibleDownstream());
        files.addAll(own.tests());
        for (String name : new TreeSet<>(module.upstream())) {
            if (sources.containsKey(name)) {
                files.addAll(sources.get(name).visibleDownstream());
            }
        }
        return library.index(module.name(), files, module.classPath(), module.encoding());
    }

    /** Reads the files of all modules in one go, so that many small modules keep the threads as busy as one large. */
    private Map<String, List<FileFacts>> read(
            List<AuditModule> modules,
            Map<String, ModuleSources> sources,
            Map<String, TypeIndex> indexes,
            Workers workers) {
        record Task(FileReading reading, SourceFile file) {}
        List<Task> tasks = new ArrayList<>();
        Map<String, List<FileFacts>> facts = new HashMap<>();
        for (AuditModule module : modules) {
            facts.put(module.name(), new ArrayList<>());
            PreFilter filter = request.preFilter() ? filter(module) : null;
            FileReading reading = new FileReading(module, indexes.get(module.name()), filter);
            sources.get(module.name()).audited().forEach(file -> tasks.add(new Task(reading, file)));
        }
        for (FileFacts read : workers.map(tasks, task -> task.reading().read(task.file()))) {
            facts.get(read.source().module()).add(read);
        }
        List<Task> mappers = new ArrayList<>();
        for (AuditModule module : modules) {
            FileReading reading = new FileReading(module, indexes.get(module.name()), null);
            MapperFiles.find(request.root(), resources(module), module.name())
                    .forEach(file -> mappers.add(new Task(reading, file)));
        }
        workers.map(mappers, task -> Optional.ofNullable(task.reading().readMapper(task.file())))
                .forEach(read -> read.ifPresent(
                        mapper -> facts.get(mapper.source().module()).add(mapper)));
        return facts;
    }

    /** Where mapper files lie: among the resources, or beside the sources. */
    private static List<Path> resources(AuditModule module) {
        List<Path> folders = new ArrayList<>(module.sourceRoots());
        folders.add(module.directory().resolve("src/main/resources"));
        return folders;
    }

    /** What the rules ask for, and what the project has added to the vocabulary. */
    private PreFilter filter(AuditModule module) {
        Set<String> words = new TreeSet<>();
        for (Rule rule : rules.list()) {
            words.addAll(List.of(rule.info().triggers()));
            words.addAll(rule.info().family().triggers());
        }
        WordLists shipped = WordLists.defaults();
        WordLists here = module.config().words();
        for (String list : here.names()) {
            here.words(list).stream()
                    .filter(word -> !shipped.words(list).contains(word))
                    .flatMap(word -> Arrays.stream(word.split("[^\\p{Alnum}]+")))
                    .forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
        }
        if (here.words("outcomeTypes").contains(OutcomeWords.EVERY)) {
            words.add("if");
        }
        return new PreFilter(words);
    }

    private static Collection<FileFacts> upstream(AuditModule module, Map<String, List<FileFacts>> facts) {
        List<FileFacts> upstream = new ArrayList<>();
        new TreeSet<>(module.upstream()).forEach(name -> upstream.addAll(facts.getOrDefault(name, List.of())));
        return upstream;
    }

    /**
     * The files of one module.
     *
     * @param audited those that are judged
     * @param generated those that modules downstream see, too, and nobody judges
     * @param tests those that nobody else sees
     */
    private record ModuleSources(
            AuditModule module, List<SourceFile> audited, List<SourceFile> generated, List<SourceFile> tests) {

        static ModuleSources find(Path root, AuditModule module) {
            return new ModuleSources(
                    module,
                    find(root, module, module.sourceRoots(), true),
                    find(root, module, module.generatedRoots(), false),
                    find(root, module, module.testRoots(), false));
        }

        private static List<SourceFile> find(Path root, AuditModule module, List<Path> folders, boolean audited) {
            List<SourceRoot> roots = folders.stream()
                    .map(folder -> new SourceRoot(folder, module.name(), audited))
                    .toList();
            return SourceSet.find(root, roots);
        }

        List<SourceFile> visibleDownstream() {
            List<SourceFile> files = new ArrayList<>(audited);
            files.addAll(generated);
            return files;
        }
    }
}
