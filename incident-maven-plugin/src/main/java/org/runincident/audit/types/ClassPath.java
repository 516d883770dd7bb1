package org.runincident.audit.types;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Class files of jars, folders and the running JDK, found by name. A jar that cannot be opened holds nothing. Safe for several
 * threads; nothing is loaded.
 */
final class ClassPath implements AutoCloseable {
    private static final String SUFFIX = ".class";

    private final List<Path> entries;
    private final Map<Path, ZipFile> jars = new LinkedHashMap<>();
    private final Map<String, List<Path>> packages = new HashMap<>();
    private final Map<String, Path> jdkPackages = new HashMap<>();
    private boolean opened;
    private boolean closed;

    /** @param entries jars and folders, the first that holds a class wins */
    ClassPath(Collection<Path> entries) {
        this.entries = List.copyOf(new java.util.LinkedHashSet<>(entries));
    }

    /**
     * A class file that exists.
     *
     * @param holder the jar or folder, or a module of the JDK
     */
    record Entry(Path holder, String file) {}

    /**
     * Looks for a class file.
     *
     * @param packagePath with {@code /}
     * @param className with {@code $}
     * @return null when there is none
     */
    Entry find(String packagePath, String className) {
        String file = (packagePath.isEmpty() ? "" : packagePath + "/") + className + SUFFIX;
        try {
            for (Path holder : holders(packagePath)) {
                if (holds(holder, file)) {
                    return new Entry(holder, file);
                }
            }
            Path module = jdkPackages.get(packagePath);
            return module != null && Files.exists(module.resolve(file)) ? new Entry(module, file) : null;
        } catch (IOException | RuntimeException e) {
            return null; // a name that no file can have, or a file that went away
        }
    }

    private boolean holds(Path holder, String file) throws IOException {
        ZipFile jar = jars.get(holder);
        return jar == null ? isExactly(holder.resolve(file)) : jar.getEntry(file) != null;
    }

    /** The bytes of a class file; null when it cannot be read. */
    byte[] read(Entry entry) {
        try {
            ZipFile jar = jars.get(entry.holder());
            if (jar == null) {
                return Files.readAllBytes(entry.holder().resolve(entry.file()));
            }
            ZipEntry found = jar.getEntry(entry.file());
            try (InputStream in = jar.getInputStream(found)) {
                return in.readAllBytes();
            }
        } catch (IOException | RuntimeException e) {
            return null; // a damaged jar
        }
    }

    /** On file systems that do not tell upper from lower case, {@code status.class} is not {@code Status.class}. */
    private static boolean isExactly(Path file) throws IOException {
        return Files.isRegularFile(file) && file.toRealPath().getFileName().equals(file.getFileName());
    }

    private synchronized List<Path> holders(String packagePath) {
        if (!opened) {
            opened = true;
            entries.forEach(this::open);
            openJdk();
        }
        return closed ? List.of() : packages.getOrDefault(packagePath, List.of());
    }

    private void open(Path entry) {
        try {
            Set<String> found = new HashSet<>();
            if (Files.isDirectory(entry)) {
                collectFolders(entry, found);
            } else if (Files.isRegularFile(entry)) {
                ZipFile jar = new ZipFile(entry.toFile());
                jars.put(entry, jar);
                jar.stream().forEach(e -> collect(e.getName(), found));
            }
            found.forEach(
                    one -> packages.computeIfAbsent(one, p -> new ArrayList<>()).add(entry));
        } catch (IOException | RuntimeException e) {
            jars.remove(entry); // not a jar: its types stay unknown, and the census counts them
        }
    }

    private static void collect(String name, Set<String> found) {
        if (name.endsWith(SUFFIX)) {
            int slash = name.lastIndexOf('/');
            found.add(slash < 0 ? "" : name.substring(0, slash));
        }
    }

    private static void collectFolders(Path root, Set<String> found) throws IOException {
        try (var files = Files.walk(root)) {
            files.forEach(file -> collect(root.relativize(file).toString().replace('\\', '/'), found));
        }
    }

    private void openJdk() {
        try {
            FileSystem jrt = FileSystems.getFileSystem(URI.create("jrt:/"));
            for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
                Path folder = jrt.getPath("/modules", module.descriptor().name());
                module.descriptor().packages().forEach(name -> jdkPackages.putIfAbsent(name.replace('.', '/'), folder));
            }
        } catch (RuntimeException e) {
            jdkPackages.clear(); // a runtime image without a file system: its types stay unknown
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (ZipFile jar : jars.values()) {
            try {
                jar.close();
            } catch (IOException e) {
                continue; // it was only read
            }
        }
    }
}
