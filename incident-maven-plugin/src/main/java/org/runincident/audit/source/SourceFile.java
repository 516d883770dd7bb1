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
    public boolean equals(Object other) {
        return this == other
                || other instanceof SourceFile source
                        && audited == source.audited
                        && path.equals(source.path)
                        && module.equals(source.module)
                        && file.equals(source.file);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public int compareTo(SourceFile other) {
        return ORDER.compare(this, other);
    }
}
