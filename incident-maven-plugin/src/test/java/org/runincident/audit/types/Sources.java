package org.runincident.audit.types;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.runincident.audit.source.JavaSourceParser;
import org.runincident.audit.source.ParsedFile;
import org.runincident.audit.source.SourceFile;
import org.runincident.code.TypeName;

/** A few source files in a folder, for tests. */
final class Sources {
    private final Path folder;
    private final List<SourceFile> files = new ArrayList<>();

    Sources(Path folder) {
        this.folder = folder;
    }

    /** Adds a file; its name is its place among the files. */
    SourceFile add(String text) {
        String name = "F" + files.size() + ".java";
        try {
            Path file = Files.writeString(folder.resolve(name), text);
            SourceFile source = new SourceFile(name, file, "m", true);
            files.add(source);
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TypeIndex index() {
        return TypeIndex.of(files, List.of());
    }

    static ParsedFile parse(SourceFile file) {
        return new JavaSourceParser().parse(file);
    }

    static TypeName type(String qualified) {
        return TypeName.resolved(qualified);
    }
}
