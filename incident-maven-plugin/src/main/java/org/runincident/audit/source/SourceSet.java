package org.runincident.audit.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The source files under some roots. */
public final class SourceSet {
    private final Path base;
    private final Path realBase;
    private final Map<Path, SourceFile> found = new TreeMap<>();

    private SourceSet(Path base) {
        this.base = base.toAbsolutePath().normalize();
        this.realBase = real(this.base);
    }

    /**
     * All {@code .java} files, sorted by path, each once. Roots that do not exist are passed over, and so is a folder that
     * cannot be listed; a symbolic link is followed only where it leads to a place under the base or its own root.
     *
     * @param base the audited root, which paths are relative to
     */
    public static List<SourceFile> find(Path base, Collection<SourceRoot> roots) {
        SourceSet set = new SourceSet(base);
        roots.stream()
                .sorted(Comparator.comparing((SourceRoot root) -> !root.audited())
                        .thenComparing(SourceRoot::directory))
                .forEach(set::add);
        return set.found.values().stream().sorted().toList();
    }

    private void add(SourceRoot root) {
        Path directory = root.directory().toAbsolutePath().normalize();
        Path realRoot = real(directory);
        if (!Files.isDirectory(realRoot)) {
            return;
        }
        Set<Path> visited = new HashSet<>();
        Deque<Folder> links = new ArrayDeque<>(List.of(new Folder(directory, realRoot)));
        while (!links.isEmpty()) {
            walk(links.poll(), root, realRoot, visited, links);
        }
    }

    /** A folder as it was reached, and where it really is. */
    private record Folder(Path path, Path real) {}

    private void walk(Folder top, SourceRoot root, Path realRoot, Set<Path> visited, Deque<Folder> links) {
        Deque<Folder> work = new ArrayDeque<>(List.of(top));
        while (!work.isEmpty()) {
            Folder folder = work.poll();
            if (!visited.add(folder.real())) {
                continue;
            }
            for (Path entry : entries(folder.path())) {
                Path name = entry.getFileName();
                if (Files.isSymbolicLink(entry)) {
                    Path target = real(entry);
                    if (target.startsWith(realBase) || target.startsWith(realRoot)) {
                        take(new Folder(entry, target), root, links);
                    }
                } else {
                    take(new Folder(entry, folder.real().resolve(name)), root, work);
                }
            }
        }
    }

    private void take(Folder entry, SourceRoot root, Deque<Folder> folders) {
        boolean java = entry.path().getFileName().toString().endsWith(".java");
        if (java && Files.isRegularFile(entry.real())) {
            found.computeIfAbsent(
                    entry.real(),
                    real -> new SourceFile(relative(entry.path()), entry.path(), root.module(), root.audited()));
        } else if (Files.isDirectory(entry.real(), LinkOption.NOFOLLOW_LINKS)) {
            folders.add(entry);
        }
    }

    private String relative(Path file) {
        boolean sameDrive = java.util.Objects.equals(base.getRoot(), file.getRoot());
        return (sameDrive ? base.relativize(file) : file).toString().replace('\\', '/');
    }

    private static List<Path> entries(Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (IOException | UncheckedIOException | java.nio.file.DirectoryIteratorException e) {
            return List.of(); // a folder that may not be read holds nothing for us
        }
        entries.sort(null);
        return entries;
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
