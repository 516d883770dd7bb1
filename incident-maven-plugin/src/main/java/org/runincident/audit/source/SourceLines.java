package org.runincident.audit.source;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines of source files, read when somebody wants to see them: a report quotes few of the files that were audited. Keeps
 * the last few files. Safe for several threads.
 */
public final class SourceLines {
    private static final int KEPT = 16;

    private final Path root;
    private final Map<String, List<String>> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
            return size() > KEPT;
        }
    };

    /** @param root folder that paths are relative to */
    public SourceLines(Path root) {
        this.root = root;
    }

    public Path root() {
        return root;
    }

    /** The lines of a file; none when it cannot be read. */
    public synchronized List<String> of(String path) {
        List<String> lines = kept.get(path);
        if (lines == null) {
            SourceFile file = new SourceFile(path, root.resolve(path), "", false);
            lines = List.of(SourceText.read(file, null).text().split("\n", -1));
            kept.put(path, lines);
        }
        return lines;
    }

    /** One line, from 1; empty when there is no such line. */
    public String line(String path, int number) {
        List<String> lines = of(path);
        return number < 1 || number > lines.size() ? "" : lines.get(number - 1);
    }
}
