package org.runincident.audit;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.runincident.audit.cache.CacheFile;
import org.runincident.audit.cache.RecordCodec;

/**
 * Verdicts kept from one run to the next: those of a module stand as long as nothing they depend on has changed. What is kept
 * and cannot be used is dropped, and a note says so.
 */
final class ModuleMemory {
    private final AuditRequest request;
    private final Map<String, String> keys;
    private final RecordCodec<Judged> codec;
    private final Set<String> notes = new ConcurrentSkipListSet<>();

    private ModuleMemory(AuditRequest request, Map<String, String> keys) {
        this.request = request;
        this.keys = keys;
        this.codec = keys.isEmpty() ? null : new RecordCodec<>(Judged.class);
    }

    static ModuleMemory of(Reactor reactor, Workers workers) {
        boolean any = reactor.modules().stream().anyMatch(sources -> isKept(sources.module()));
        return new ModuleMemory(reactor.request(), any ? ModuleKeys.of(reactor, workers) : Map.of());
    }

    private static boolean isKept(AuditModule module) {
        return module.cache() != null;
    }

    /** The verdicts that still stand, by module. */
    Map<String, Judged> recall(List<AuditModule> modules, Workers workers) {
        List<AuditModule> kept = modules.stream().filter(ModuleMemory::isKept).toList();
        List<Optional<Judged>> found = workers.map(kept, this::recall);
        Map<String, Judged> recalled = new HashMap<>();
        for (int i = 0; i < kept.size(); i++) {
            String name = kept.get(i).name();
            found.get(i).ifPresent(judged -> recalled.put(name, judged));
        }
        return recalled;
    }

    private Optional<Judged> recall(AuditModule module) {
        try {
            return file(module).read(keys.get(module.name())).map(codec::read);
        } catch (CacheFile.Unusable | IllegalArgumentException e) {
            note(module, e instanceof CacheFile.Unusable ? e.getMessage() : "is damaged", "it is made anew");
            return Optional.empty();
        }
    }

    /** Keeps verdicts. */
    void remember(List<AuditModule> modules, Map<String, Judged> judged, Workers workers) {
        List<AuditModule> kept = modules.stream().filter(ModuleMemory::isKept).toList();
        workers.map(kept, module -> {
            try {
                file(module).write(keys.get(module.name()), codec.write(judged.get(module.name())));
            } catch (CacheFile.Unusable e) {
                note(module, e.getMessage(), "the next run starts from nothing");
            }
            return module;
        });
    }

    private CacheFile file(AuditModule module) {
        Path folder = module.cache();
        return new CacheFile(folder.resolve("verdicts-" + request.rules().name().toLowerCase(Locale.ROOT) + ".bin"));
    }

    private void note(AuditModule module, String problem, String consequence) {
        Path file = Path.of(file(module).toString()).toAbsolutePath().normalize();
        Path shown = file.startsWith(request.root()) ? request.root().relativize(file) : file;
        notes.add("What was kept of " + module.name() + " " + problem + ": "
                + shown.toString().replace('\\', '/') + "; " + consequence);
    }

    /** Sentences on what could not be used; sorted. */
    List<String> notes() {
        return List.copyOf(notes);
    }
}
