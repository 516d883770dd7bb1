package org.runincident.audit.source;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * A source file that was found.
 *
 * @param path relative to the audited root, with {@code /}
 * @param file where it lies
 * @param module the name of its module
 * @param audited whether findings are wanted in it
 */
public record SourceFile(String path, Path file, String module, boolean audited) implements Comparable<SourceFile> {
    private static final Comparator<SourceFile> ORDER = Comparator.comparing(SourceFile::path);

    @Override
    public int compareTo(SourceFile other) {
        return ORDER.compare(this, other);
    }
}
