package org.runincident.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiFunction;
import org.runincident.audit.cache.CacheFile;
import org.runincident.audit.cache.Fingerprint;
import org.runincident.audit.cache.KeptTexts;
import org.runincident.audit.cache.RecordCodec;
import org.runincident.audit.source.Outline;
import org.runincident.audit.source.SourceFile;
import org.runincident.audit.types.TypeLibrary;

/**
 * Verdicts kept from one run to the next: those of a module stand as long as nothing they depend on has changed, or only what
 * nobody else can notice. What is kept and cannot be used is dropped, and a note says so.
 */
final class ModuleMemory {
    /** With more files edited a module is judged anew without a look at each. */
    private static final int MOST_EDITS = 20;

    private final AuditRequest request;
    private final ModuleKeys keys;
    private final Map<String, String> notes = new ConcurrentSkipListMap<>();

    private ModuleMemory(AuditRequest request, ModuleKeys keys) {
        this.request = request;
        this.keys = keys;
    }

    static ModuleMemory of(Reactor reactor, Workers workers) {
        boolean any = reactor.modules().stream().anyMatch(sources -> isKept(sources.module()));
        return new ModuleMemory(reactor.request(), any ? ModuleKeys.of(reactor, workers) : null);
    }

    private static boolean isKept(AuditModule module) {
        return module.cache() != null;
    }

    /** A digest of all that the verdicts of some modules depend on; empty when nothing is kept of one of them. */
    Optional<String> basis(List<AuditModule> modules) {
        if (!modules.stream().allMatch(ModuleMemory::isKept)) {
            return Optional.empty();
        }
        Fingerprint all = new Fingerprint();
        modules.forEach(module -> all.add(module.name()).add(keys.whole(module)));
        return Optional.of(all.hex());
    }

    /** The verdicts that still stand, by module. */
    Map<String, Judged> recall(List<AuditModule> modules, Workers workers) {
        List<AuditModule> kept = modules.stream().filter(ModuleMemory::isKept).toList();
        List<Optional<Judged>> found = workers.map(kept, module -> verdicts(module, keys.whole(module)));
        Map<String, Judged> recalled = new HashMap<>();
        for (int i = 0; i < kept.size(); i++) {
            String name = kept.get(i).name();
            found.get(i).ifPresent(judged -> recalled.put(name, judged));
        }
        return recalled;
    }

    private Optional<Judged> verdicts(AuditModule module, String key) {
        return read(module, Kept.VERDICTS, key, bytes -> new RecordCodec<>(Judged.class).read(bytes));
    }

    /** Verdicts of which not all stand, how they came about, and which files were edited since. */
    record Outdated(Judged judged, Trace trace, List<EditedModule.Edit> edits) {}

    /**
     * The latest verdicts of a module of which only audited files have changed since.
     *
     * @param now how they become those of now, if they can; what it answers is kept
     */
    Optional<Judged> revise(ModuleSources sources, BiFunction<ModuleSources, Outdated, Optional<Judged>> now) {
        AuditModule module = sources.module();
        if (!isKept(module)) {
            return Optional.empty();
        }
        Optional<Trace> trace =
                read(module, Kept.TRACE, keys.frame(module), bytes -> new RecordCodec<>(Trace.class).read(bytes));
        Optional<KeptTexts> texts = trace.flatMap(t -> read(module, Kept.TEXTS, t.whole(), KeptTexts::read));
        Optional<List<EditedModule.Edit>> edits = texts.flatMap(t -> edits(sources, t));
        if (edits.isEmpty()) {
            return Optional.empty();
        }
        Optional<Judged> revised = verdicts(module, trace.get().whole())
                .flatMap(judged -> now.apply(sources, new Outdated(judged, trace.get(), edits.get())));
        revised.ifPresent(judged -> {
            edits.get().forEach(edit -> texts.get().put(edit.file().path(), edit.after()));
            keep(module, judged, trace.get().of(keys.whole(module)), texts.get());
        });
        return revised;
    }

    /** Empty when there are too many, or a file is being edited. */
    private Optional<List<EditedModule.Edit>> edits(ModuleSources sources, KeptTexts texts) {
        Map<String, String> before = texts.contents();
        List<EditedModule.Edit> edits = new ArrayList<>();
        for (SourceFile file : sources.audited()) {
            String content = keys.content(file);
            String kept = before.get(file.path());
            if (kept == null || edits.size() > MOST_EDITS) {
                return Optional.empty();
            }
            if (!kept.equals(content)) {
                Optional<byte[]> bytes = bytes(file);
                if (bytes.isEmpty()) {
                    return Optional.empty();
                }
                edits.add(new EditedModule.Edit(file, texts.bytes(file.path()), bytes.get()));
            }
        }
        return Optional.of(edits);
    }

    /** What a file holds, if it is what was there when the run began. */
    private Optional<byte[]> bytes(SourceFile file) {
        try {
            byte[] bytes = Files.readAllBytes(file.file());
            return Optional.of(bytes).filter(b -> Fingerprint.of(b).equals(keys.content(file)));
        } catch (IOException e) {
            // incident:allow DiscardedNarrowException because the module is then judged anew, which says what is wrong
            return Optional.empty();
        }
    }

    /** Keeps verdicts, and how they came about. */
    void remember(
            List<ModuleSources> modules,
            Map<String, Judged> judged,
            Map<String, Trace> traces,
            TypeLibrary library,
            Workers workers) {
        for (ModuleSources sources : modules) {
            AuditModule module = sources.module();
            if (isKept(module)) {
                KeptTexts texts = new KeptTexts();
                workers.map(sources.audited(), file -> {
                    bytes(file).ifPresent(bytes -> texts.put(file.path(), bytes, keys.content(file)));
                    return file;
                });
                keep(
                        module,
                        judged.get(module.name()),
                        traces.get(module.name()).of(keys.whole(module)),
                        texts);
                keepOutlines(sources, library);
            }
        }
    }

    private void keep(AuditModule module, Judged judged, Trace trace, KeptTexts texts) {
        write(module, Kept.VERDICTS, trace.whole(), new RecordCodec<>(Judged.class).write(judged));
        write(module, Kept.TEXTS, trace.whole(), texts.write());
        write(module, Kept.TRACE, keys.frame(module), new RecordCodec<>(Trace.class).write(trace));
    }

    /**
     * What files declare.
     *
     * @param byContent by the digest of what the file holds
     */
    private record Outlines(Map<String, Outline> byContent) {}

    /** Tells a library what the files of a module declare, as far as an earlier run has found out. */
    void tellOutlines(ModuleSources sources, TypeLibrary library) {
        AuditModule module = sources.module();
        if (isKept(module)) {
            read(module, Kept.OUTLINES, keys.run(module), bytes -> new RecordCodec<>(Outlines.class).read(bytes))
                    .ifPresent(known -> sources.all().forEach(file -> {
                        Outline outline = known.byContent().get(keys.content(file));
                        if (outline != null) {
                            library.know(file, outline);
                        }
                    }));
        }
    }

    private void keepOutlines(ModuleSources sources, TypeLibrary library) {
        Map<String, Outline> byContent = new TreeMap<>();
        sources.all()
                .forEach(file ->
                        library.outlineOf(file).ifPresent(outline -> byContent.put(keys.content(file), outline)));
        AuditModule module = sources.module();
        write(
                module,
                Kept.OUTLINES,
                keys.run(module),
                new RecordCodec<>(Outlines.class).write(new Outlines(byContent)));
    }

    /** What is kept of a module, a file each. */
    private enum Kept {
        VERDICTS,
        TRACE,
        TEXTS,
        OUTLINES
    }

    private interface Reading<T> {
        /** @throws IllegalArgumentException when the bytes are something else */
        T read(byte[] bytes);
    }

    private <T> Optional<T> read(AuditModule module, Kept kept, String key, Reading<T> reading) {
        CacheFile file = file(module, kept);
        try {
            return file.read(key).map(reading::read);
        } catch (CacheFile.Unusable | IllegalArgumentException e) {
            note(module, file, e instanceof CacheFile.Unusable ? e.getMessage() : "is damaged", "it is made anew");
            return Optional.empty();
        }
    }

    private void write(AuditModule module, Kept kept, String key, byte[] bytes) {
        CacheFile file = file(module, kept);
        try {
            file.write(key, bytes);
        } catch (CacheFile.Unusable e) {
            note(module, file, e.getMessage(), "the next run starts from nothing");
        }
    }

    private CacheFile file(AuditModule module, Kept kept) {
        String name = kept.name().toLowerCase(Locale.ROOT) + "-"
                + request.rules().name().toLowerCase(Locale.ROOT);
        return new CacheFile(module.cache().resolve(name + ".bin"));
    }

    private void note(AuditModule module, CacheFile kept, String problem, String consequence) {
        Path file = Path.of(kept.toString()).toAbsolutePath().normalize();
        Path shown = file.startsWith(request.root()) ? request.root().relativize(file) : file;
        String what = "What was kept of " + module.name() + " " + problem + ": ";
        // What is wrong with one file is wrong with its neighbours.
        notes.putIfAbsent(what, what + shown.toString().replace('\\', '/') + "; " + consequence);
    }

    /** Sentences on what could not be used; sorted. */
    List<String> notes() {
        return List.copyOf(notes.values());
    }
}
