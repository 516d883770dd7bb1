package org.runincident.audit.source;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** The source files under some roots. */
public final class SourceSet {
    private SourceSet() {}

    /**
     * All {@code .java} files, sorted by path, each once.
     *
     * @param base the audited root, which paths are relative to
     */
    public static List<SourceFile> find(Path base, Collection<SourceRoot> roots) {
        return List.of();
    }
}
