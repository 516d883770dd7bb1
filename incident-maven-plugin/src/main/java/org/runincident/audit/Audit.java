package org.runincident.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.runincident.audit.fork.ChildJvm;
import org.runincident.audit.source.PreFilter;
import org.runincident.audit.source.SourceFile;
import org.runincident.audit.source.SourceLines;
import org.runincident.audit.types.TypeIndex;
import org.runincident.audit.types.TypeLibrary;
import org.runincident.code.MethodKey;
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
    private final Progress progress;
    private final Rules rules = Rules.all();
    private final Stopwatch stopwatch = new Stopwatch();

    private Audit(AuditRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * Audits.
     *
     * @return never null; whatever cannot be read is in its census
     */
    public static AuditResult run(AuditRequest request) {
        return run(request, Progress.NONE);
    }

    /** The same, with somebody who hears how far it is. */
    public static AuditResult run(AuditRequest request, Progress progress) {
        try (Workers workers = new Workers(request.threads());
                TypeLibrary library = new TypeLibrary()) {
            return workers.call(() -> new Audit(request, progress).run(workers, library));
        }
    }

    private AuditResult run(Workers workers, TypeLibrary library) {
        Reactor reactor = Reactor.find(request, workers);
        stopwatch.lap("find");
        ModuleMemory memory = ModuleMemory.of(reactor, workers);
        List<AuditModule> audited = reactor.modules().stream()
                .map(ModuleSources::module)
                .filter(AuditModule::audited)
                .toList();
        Map<String, Judged> judged = memory.recall(audited, workers);
        stopwatch.lap("recall");
        List<AuditModule> changed = audited.stream()
                .filter(module -> !judged.containsKey(module.name()))
                .toList();
        List<AuditModule> anew = changed.stream()
                .filter(module -> revise(module, reactor, memory, workers, library)
                        .map(revised -> judged.put(module.name(), revised) == null)
                        .isEmpty())
                .toList();
        if (anew.size() < changed.size()) {
            stopwatch.lap("revise");
        }
        List<String> notes = new ArrayList<>();
        Optional<ForkedAudit.Cost> fork = Optional.empty();
        if (!anew.isEmpty() && ForkedAudit.pays(request, reactor, anew)) {
            fork = fork(anew, notes);
            Map<String, Judged> elsewhere = memory.recall(anew, workers);
            judged.putAll(elsewhere);
            anew = anew.stream()
                    .filter(module -> !elsewhere.containsKey(module.name()))
                    .toList();
            stopwatch.lap("fork");
        }
        if (!anew.isEmpty()) {
            Map<String, Trace> traces = new ConcurrentHashMap<>();
            judged.putAll(judge(anew, reactor, traces, workers, library));
            memory.remember(anew.stream().map(reactor::sources).toList(), judged, traces, library, workers);
            stopwatch.lap("remember");
        }
        SourceLines lines = new SourceLines(request.root());
        List<ModuleResult> results = audited.stream()
                .map(module -> judgement(module, reactor, lines, workers)
                        .result(judged.get(module.name()), reactor.declarations(module)))
                .toList();
        notes.addAll(memory.notes());
        return new AuditResult(request.root(), results, stopwatch.stages(), notes, fork, memory.basis(audited));
    }

    /** Has modules judged in a JVM of its own; what it does not come to is judged here. */
    private Optional<ForkedAudit.Cost> fork(List<AuditModule> modules, List<String> notes) {
        try {
            return Optional.of(ForkedAudit.run(request, modules, progress, stopwatch));
        } catch (ChildJvm.Failed e) {
            notes.add("The audit has no JVM of its own, " + e.getMessage()
                    + ". It goes on in this one; incident.fork=off does so from the start.");
            return Optional.empty();
        }
    }

    /** The verdicts of before, where edits changed only what nobody but the edited bodies can notice. */
    private Optional<Judged> revise(
            AuditModule module, Reactor reactor, ModuleMemory memory, Workers workers, TypeLibrary library) {
        return memory.revise(reactor.sources(module), (sources, outdated) -> {
            reactor.upstream(module).forEach(other -> {
                memory.tellOutlines(other, library);
                reactor.index(other.module(), library);
            });
            memory.tellOutlines(sources, library);
            TypeIndex index = reactor.index(module, library);
            FileReading reading = new FileReading(module, index, request.preFilter() ? filter(module) : null);
            SourceLines lines = new SourceLines(request.root());
            return new EditedModule(
                            module, outdated.trace(), index, reading, judgement(module, reactor, lines, workers))
                    .after(outdated.judged(), outdated.edits());
        });
    }

    /** @param traces takes how the verdicts came about, by module */
    private Map<String, Judged> judge(
            List<AuditModule> changed,
            Reactor reactor,
            Map<String, Trace> traces,
            Workers workers,
            TypeLibrary library) {
        List<ModuleSources> needed = reactor.withUpstream(changed);
        Map<String, TypeIndex> indexes = new HashMap<>();
        List<TypeIndex> made = workers.map(needed, module -> reactor.index(module.module(), library));
        for (int i = 0; i < needed.size(); i++) {
            indexes.put(needed.get(i).module().name(), made.get(i));
        }
        stopwatch.lap("index");

        Map<String, List<FileFacts>> facts = read(needed, indexes, workers);
        stopwatch.lap("read");

        SourceLines lines = new SourceLines(request.root());
        progress.stage("modules judged", changed.size());
        List<Judged> results = workers.map(changed, module -> {
            ModuleProgram program =
                    new ModuleProgram(indexes.get(module.name()), facts.get(module.name()), upstream(module, facts));
            Set<MethodKey> looked = ConcurrentHashMap.newKeySet();
            Judged one = judgement(module, reactor, lines, workers).of(program, facts.get(module.name()), looked::add);
            if (module.cache() != null) {
                traces.put(module.name(), Trace.of("", program, looked));
            }
            progress.step();
            return one;
        });
        stopwatch.lap("judge");
        Map<String, Judged> judged = new HashMap<>();
        for (int i = 0; i < changed.size(); i++) {
            judged.put(changed.get(i).name(), results.get(i));
        }
        return judged;
    }

    private Judgement judgement(AuditModule module, Reactor reactor, SourceLines lines, Workers workers) {
        return new Judgement(request, rules, module, reactor.directory(module), lines, workers);
    }

    /** Reads the files of all modules in one go, so that many small modules keep the threads as busy as one large. */
    private Map<String, List<FileFacts>> read(
            List<ModuleSources> modules, Map<String, TypeIndex> indexes, Workers workers) {
        record Task(FileReading reading, SourceFile file) {}
        List<Task> tasks = new ArrayList<>();
        Map<String, List<FileFacts>> facts = new HashMap<>();
        for (ModuleSources sources : modules) {
            AuditModule module = sources.module();
            facts.put(module.name(), new ArrayList<>());
            PreFilter filter = request.preFilter() ? filter(module) : null;
            FileReading reading = new FileReading(module, indexes.get(module.name()), filter);
            sources.audited().forEach(file -> tasks.add(new Task(reading, file)));
        }
        progress.stage("files read", tasks.size());
        List<FileFacts> all = workers.map(tasks, task -> {
            FileFacts read = task.reading().read(task.file());
            progress.step();
            return read;
        });
        for (FileFacts read : all) {
            facts.get(read.source().module()).add(read);
        }
        List<Task> mappers = new ArrayList<>();
        for (ModuleSources sources : modules) {
            FileReading reading = new FileReading(
                    sources.module(), indexes.get(sources.module().name()), null);
            sources.mappers().forEach(file -> mappers.add(new Task(reading, file)));
        }
        workers.map(mappers, task -> Optional.ofNullable(task.reading().readMapper(task.file())))
                .forEach(read -> read.ifPresent(
                        mapper -> facts.get(mapper.source().module()).add(mapper)));
        return facts;
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
}
