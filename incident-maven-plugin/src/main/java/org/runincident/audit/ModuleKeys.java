package org.runincident.audit;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.runincident.audit.cache.Fingerprint;
import org.runincident.audit.source.SourceFile;

/**
 * For each module a digest of everything its verdicts depend on: the program and the Java it runs on, the settings, the
 * module's files and class path, and the same of all that is upstream of it. And the same without what its own audited files
 * hold: its frame, in which edits can be told from one another.
 */
final class ModuleKeys {
    private final AuditRequest request;
    private final Map<SourceFile, String> contents;
    private final Map<Path, String> stamps;
    private final Map<String, String> whole = new HashMap<>();
    private final Map<String, String> frames = new HashMap<>();
    private String run;

    private ModuleKeys(AuditRequest request, Map<SourceFile, String> contents, Map<Path, String> stamps) {
        this.request = request;
        this.contents = contents;
        this.stamps = stamps;
    }

    static ModuleKeys of(Reactor reactor, Workers workers) {
        List<SourceFile> files = reactor.modules().stream()
                .flatMap(module -> Stream.concat(module.all().stream(), module.mappers().stream()))
                .toList();
        TreeSet<Path> classPath = new TreeSet<>();
        reactor.modules().forEach(module -> classPath.addAll(module.module().classPath()));
        ModuleKeys keys = new ModuleKeys(
                reactor.request(),
                mapped(files, file -> Fingerprint.ofContent(file.file()), workers),
                mapped(List.copyOf(classPath), Fingerprint::ofStamps, workers));
        keys.make(reactor);
        return keys;
    }

    private void make(Reactor reactor) {
        Map<String, String> own = new HashMap<>();
        for (ModuleSources sources : reactor.modules()) {
            String name = sources.module().name();
            String frame = frame(sources, reactor.directory(sources.module()));
            frames.put(name, frame);
            own.put(name, new Fingerprint().add(frame).add(contents(sources)).hex());
        }
        run = digestOfRun();
        for (ModuleSources sources : reactor.modules()) {
            AuditModule module = sources.module();
            List<String> upstream = reactor.upstream(module).stream()
                    .map(other -> own.get(other.module().name()))
                    .toList();
            whole.put(module.name(), key(run, own.get(module.name()), upstream));
            frames.put(module.name(), key(run, frames.get(module.name()), upstream));
        }
    }

    private static String key(String run, String own, List<String> upstream) {
        Fingerprint key = new Fingerprint().add(run).add(own);
        upstream.forEach(key::add);
        return key.hex();
    }

    /** The digest of all that a module's verdicts depend on. */
    String whole(AuditModule module) {
        return whole.get(module.name());
    }

    /** The same without what stands in its audited files. */
    String frame(AuditModule module) {
        return frames.get(module.name());
    }

    /** The digest of what has to be the same for one text to say the same, wherever it stands. */
    String run(AuditModule module) {
        return new Fingerprint().add(run).add(String.valueOf(module.encoding())).hex();
    }

    /** The digest of what a file holds. */
    String content(SourceFile file) {
        return contents.get(file);
    }

    private static <T> Map<T, String> mapped(List<T> items, Function<T, String> value, Workers workers) {
        List<String> values = workers.map(items, value);
        Map<T, String> mapped = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            mapped.put(items.get(i), values.get(i));
        }
        return mapped;
    }

    /** What all modules have in common. */
    private String digestOfRun() {
        Fingerprint fingerprint = new Fingerprint()
                .add(request.rules().name())
                .add(String.valueOf(request.preFilter()))
                .add(System.getProperty("java.home"))
                .add(Runtime.version().toString());
        classPath().stream().sorted().forEach(entry -> fingerprint.add(bytesOf(entry)));
        return fingerprint.hex();
    }

    /** Jars and folders that this program is made of, its libraries included, in the order they are looked into. */
    static List<Path> classPath() {
        if (ModuleKeys.class.getClassLoader() instanceof URLClassLoader realm) {
            return Stream.of(realm.getURLs()).map(ModuleKeys::path).toList();
        }
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    private static Path path(URL url) {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class path entry without a path: " + url, e);
        }
    }

    /** Of our own jars every byte counts: a snapshot is built again and again under one name. */
    private static String bytesOf(Path entry) {
        return entry.getFileName().toString().startsWith("incident-") && Files.isRegularFile(entry)
                ? Fingerprint.ofContent(entry)
                : Fingerprint.ofStamps(entry);
    }

    private List<String> contents(ModuleSources sources) {
        return sources.audited().stream().sorted().map(contents::get).toList();
    }

    private String frame(ModuleSources sources, String directory) {
        AuditModule module = sources.module();
        Fingerprint fingerprint = new Fingerprint()
                .add(module.name())
                .add(directory)
                .add(String.valueOf(module.encoding()))
                .add(config(module));
        for (Path root : module.sourceRoots()) {
            fingerprint.add(relative(root)).add(String.valueOf(Files.isDirectory(root)));
        }
        fingerprint.add(module.classPath().stream().map(stamps::get).toList());
        fingerprint.add(
                sources.audited().stream().sorted().map(SourceFile::path).toList());
        add(sources.generated(), fingerprint);
        add(sources.tests(), fingerprint);
        add(sources.mappers(), fingerprint);
        return fingerprint.hex();
    }

    private void add(List<SourceFile> files, Fingerprint fingerprint) {
        Map<String, String> byPath = new TreeMap<>();
        files.forEach(file -> byPath.put(file.path(), contents.get(file)));
        fingerprint.add(List.copyOf(byPath.keySet())).add(List.copyOf(byPath.values()));
    }

    private String config(AuditModule module) {
        return module.config()
                .file()
                .map(file -> relative(file) + "\n" + Fingerprint.ofContent(file))
                .orElse("");
    }

    private String relative(Path path) {
        return request.root()
                .relativize(path.toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
    }
}
