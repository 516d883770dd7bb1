package org.runincident.archrules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.runincident.archrules.bytecode.CompiledProgram;
import org.runincident.archrules.bytecode.LoadedClasses;
import org.runincident.archrules.bytecode.SourceFiles;
import org.runincident.flow.Helpers;

/** The class files behind the classes ArchUnit has imported, and the sources beside them. */
final class ImportedCode {
    /** Folders above one of classes in which a module's sources are looked for: {@code build/classes/java/main} is deepest. */
    private static final int HIGHEST = 5;

    private final List<byte[]> classes = new ArrayList<>();
    private final Set<Path> roots = new LinkedHashSet<>();

    private ImportedCode() {}

    /** Reads the program that imported classes are. */
    static CompiledProgram read(Collection<JavaClass> imported, Helpers helpers) {
        ImportedCode code = new ImportedCode();
        try (OpenJars jars = new OpenJars()) {
            imported.stream()
                    .sorted(Comparator.comparing(JavaClass::getFullName))
                    .filter(type -> !type.isArray())
                    .forEach(type -> type.getSource().ifPresent(source -> code.add(type, source, jars)));
        }
        return new CompiledProgram(
                code.classes,
                new LoadedClasses(Thread.currentThread().getContextClassLoader()),
                new SourceFiles(code.sourceRoots()),
                file -> true,
                helpers);
    }

    private void add(JavaClass type, Source source, OpenJars jars) {
        try {
            classes.add(jars.bytes(source.getUri()));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(
                    "the class file of " + type.getName() + " cannot be read again", unreadable);
        }
        root(type, source.getUri()).ifPresent(roots::add);
    }

    /** The folder of class files a class was imported from; empty for a jar. */
    private static Optional<Path> root(JavaClass type, URI uri) {
        if (!"file".equals(uri.getScheme())) {
            return Optional.empty();
        }
        Path root = Path.of(uri).getParent();
        long folders = type.getPackageName().isEmpty()
                ? 0
                : type.getPackageName().chars().filter(c -> c == '.').count() + 1;
        for (long i = 0; i < folders && root != null; i++) {
            root = root.getParent();
        }
        return Optional.ofNullable(root);
    }

    /** Folders with sources of the modules the class files are in: {@code src/main/java} and its siblings. */
    private List<Path> sourceRoots() {
        List<Path> found = new ArrayList<>();
        for (Path root : roots) {
            Path module = root;
            for (int i = 0; i < HIGHEST && module != null && !Files.isDirectory(module.resolve("src")); i++) {
                module = module.getParent();
            }
            if (module != null && Files.isDirectory(module.resolve("src"))) {
                for (Path set : folders(module.resolve("src"))) {
                    found.addAll(folders(set));
                }
            }
        }
        return found;
    }

    private static List<Path> folders(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException gone) {
            return List.of();
        }
    }
}
