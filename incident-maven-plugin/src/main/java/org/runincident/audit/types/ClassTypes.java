package org.runincident.audit.types;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.runincident.code.TypeDeclaration;
import org.runincident.code.TypeName;

/** Types of class files, each read once, when it is asked for. Safe for several threads. */
final class ClassTypes implements AutoCloseable {
    private final ClassPath path;
    private final Map<TypeName, Optional<ClassPath.Entry>> entries = new ConcurrentHashMap<>();
    private final Map<TypeName, Optional<TypeDeclaration>> types = new ConcurrentHashMap<>();

    ClassTypes(Collection<Path> classPath) {
        this.path = new ClassPath(classPath);
    }

    boolean knows(TypeName name) {
        return entry(name).isPresent();
    }

    Optional<TypeDeclaration> type(TypeName name) {
        Optional<TypeDeclaration> found = types.get(name);
        return found != null ? found : types.computeIfAbsent(name, this::read);
    }

    private Optional<TypeDeclaration> read(TypeName name) {
        return entry(name).map(path::read).map(bytes -> ClassFileReader.read(name, bytes));
    }

    private Optional<ClassPath.Entry> entry(TypeName name) {
        Optional<ClassPath.Entry> found = entries.get(name);
        return found != null ? found : entries.computeIfAbsent(name, this::find);
    }

    /** The name does not tell where the package ends: the longest package that exists is tried first. */
    private Optional<ClassPath.Entry> find(TypeName name) {
        String text = name.text();
        if (text.endsWith("[]") || text.isEmpty()) {
            return Optional.empty();
        }
        for (int dot = text.lastIndexOf('.'); ; dot = text.lastIndexOf('.', dot - 1)) {
            String packagePath = dot < 0 ? "" : text.substring(0, dot).replace('.', '/');
            String classPath = text.substring(dot + 1).replace('.', '$');
            ClassPath.Entry entry = path.find(packagePath, classPath);
            if (entry != null || dot < 0) {
                return Optional.ofNullable(entry);
            }
        }
    }

    @Override
    public void close() {
        path.close();
    }
}
