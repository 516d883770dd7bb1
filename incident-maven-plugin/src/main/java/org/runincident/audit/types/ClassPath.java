package org.runincident.audit.types;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.runincident.audit.types.ClassFiles.ClassFile;
import org.runincident.audit.types.ClassFiles.Holder;
import org.runincident.code.TypeName;

/** The types of the class files that one module sees; the JDK's come last. Safe for several threads. */
final class ClassPath {
    private static final String SUFFIX = ".class";

    private final ClassFiles files;
    private final List<Path> entries;
    private final Map<TypeName, Optional<ClassFile>> found = new ConcurrentHashMap<>();
    private volatile Map<String, List<Holder>> packages;

    /** @param entries jars and folders, the first that holds a class wins */
    ClassPath(Collection<Path> entries, ClassFiles files) {
        this.entries = List.copyOf(new LinkedHashSet<>(entries));
        this.files = files;
    }

    boolean knows(TypeName name) {
        return file(name).isPresent();
    }

    Optional<ReadType> type(TypeName name) {
        return file(name).flatMap(file -> files.read(name, file));
    }

    private Optional<ClassFile> file(TypeName name) {
        Optional<ClassFile> file = found.get(name);
        return file != null ? file : found.computeIfAbsent(name, this::find);
    }

    /** The name does not tell where the package ends: the longest package that exists is tried first. */
    private Optional<ClassFile> find(TypeName name) {
        String text = name.text();
        if (text.endsWith("[]") || text.isEmpty()) {
            return Optional.empty();
        }
        for (int dot = text.lastIndexOf('.'); ; dot = text.lastIndexOf('.', dot - 1)) {
            String packagePath = dot < 0 ? "" : text.substring(0, dot).replace('.', '/');
            ClassFile file = find(packagePath, text.substring(dot + 1).replace('.', '$'));
            if (file != null || dot < 0) {
                return Optional.ofNullable(file);
            }
        }
    }

    private ClassFile find(String packagePath, String className) {
        String file = (packagePath.isEmpty() ? "" : packagePath + "/") + className + SUFFIX;
        for (Holder holder : packages().getOrDefault(packagePath, List.of())) {
            try {
                if (holder.holds(file)) {
                    return new ClassFile(holder, file);
                }
            } catch (IOException | RuntimeException e) {
                continue; // a name that no file can have, or a file that went away
            }
        }
        return null;
    }

    /** Opened when first asked: a module whose sources answer everything opens no jar. */
    private Map<String, List<Holder>> packages() {
        Map<String, List<Holder>> known = packages;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            if (packages == null) {
                Map<String, List<Holder>> opened = new HashMap<>();
                entries.forEach(entry -> add(files.holder(entry), opened));
                add(files.jdk(), opened);
                packages = opened;
            }
            return packages;
        }
    }

    private static void add(Holder holder, Map<String, List<Holder>> packages) {
        holder.packages()
                .forEach(name ->
                        packages.computeIfAbsent(name, n -> new ArrayList<>(1)).add(holder));
    }
}
