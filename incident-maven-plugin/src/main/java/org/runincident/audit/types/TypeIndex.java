package org.runincident.audit.types;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.runincident.audit.source.ParsedFile;
import org.runincident.audit.source.SourceFile;
import org.runincident.code.Declarations;
import org.runincident.code.TypeDeclaration;
import org.runincident.code.TypeName;

/**
 * Every type that can be seen: those of the sources, found by a lexical scan and read on demand, and those of class files.
 * Sources win over class files of the same name. Safe for several threads.
 */
public final class TypeIndex implements Declarations {

    private TypeIndex() {}

    /**
     * An index over sources and class files.
     *
     * @param classPath jars and folders of class files; those of the running JDK are always seen
     */
    public static TypeIndex of(Collection<SourceFile> sources, Collection<Path> classPath) {
        return new TypeIndex();
    }

    /** Takes the declarations of a file that was parsed for another end, so that it is not parsed again. */
    public void offer(ParsedFile file) {}

    @Override
    public Optional<TypeDeclaration> type(TypeName name) {
        return Optional.empty();
    }

    @Override
    public Collection<TypeName> directSubtypes(TypeName name) {
        return List.of();
    }
}
