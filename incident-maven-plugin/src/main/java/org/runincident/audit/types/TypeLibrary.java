package org.runincident.audit.types;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.runincident.audit.source.Outline;
import org.runincident.audit.source.SourceFile;
import org.runincident.audit.source.SourceText;

/**
 * What the type indexes of several modules have in common: every file is scanned once, every jar opened once, and a source is
 * read once, with the names its own module sees. Safe for several threads. Closing it closes the jars of all its indexes.
 */
public final class TypeLibrary implements AutoCloseable {
    private final Map<String, TypeIndex> indexes = new ConcurrentHashMap<>();
    private final Map<SourceFile, Outline> outlines = new ConcurrentHashMap<>();
    private final ClassFiles classFiles = new ClassFiles();

    /**
     * The index of what one module sees.
     *
     * @param module its name, as in its files
     * @param sources its own and those of the modules upstream
     * @param classPath jars and folders of class files; those of the running JDK are always seen
     * @param encoding what the build says its sources are written in where they are not UTF-8; may be null
     */
    public TypeIndex index(
            String module, Collection<SourceFile> sources, Collection<Path> classPath, Charset encoding) {
        TreeMap<SourceFile, Outline> outlined = new TreeMap<>();
        for (SourceFile source : sources) {
            outlined.put(source, outline(source, encoding));
        }
        TypeIndex index = new TypeIndex(this, outlined, new ClassPath(classPath, classFiles), encoding);
        indexes.put(module, index);
        return index;
    }

    private Outline outline(SourceFile source, Charset encoding) {
        Outline known = outlines.get(source);
        return known != null
                ? known
                : outlines.computeIfAbsent(
                        source, s -> Outline.of(SourceText.read(s, encoding).text()));
    }

    /** Takes what a file declares from somebody who has it, so that the file is not scanned. */
    public void know(SourceFile source, Outline outline) {
        outlines.putIfAbsent(source, outline);
    }

    /** What a file declares, if anybody has asked or told. */
    public Optional<Outline> outlineOf(SourceFile source) {
        return Optional.ofNullable(outlines.get(source));
    }

    /** The index of a file's own module; the asking one when that has none. */
    TypeIndex indexOf(SourceFile file, TypeIndex asking) {
        return indexes.getOrDefault(file.module(), asking);
    }

    @Override
    public void close() {
        classFiles.close();
    }
}
