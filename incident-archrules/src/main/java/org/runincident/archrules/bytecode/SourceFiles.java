package org.runincident.archrules.bytecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The sources of class files, where they are at hand. Only comments and names of exceptions are taken from them. */
public final class SourceFiles {
    /** No source is at hand. */
    public static final SourceFiles NONE = new SourceFiles(List.of());

    private final List<Path> roots;
    private final Map<String, SourceHints> read = new ConcurrentHashMap<>();

    /** @param roots folders that hold sources by the folders of their packages; those that do not exist are passed over */
    public SourceFiles(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /** Where a file is; empty when it is not at hand. */
    public Optional<Path> find(String file) {
        return roots.stream()
                .map(r -> r.resolve(file))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    SourceHints hints(String file) {
        return read.computeIfAbsent(file, this::read);
    }

    private SourceHints read(String file) {
        Optional<Path> path = find(file);
        if (path.isEmpty()) {
            return SourceHints.NONE;
        }
        try {
            return new SourceText(Files.readString(path.get()));
        } catch (IOException unreadable) {
            return SourceHints.NONE; // not UTF-8, or gone: nothing is taken from it
        }
    }
}
