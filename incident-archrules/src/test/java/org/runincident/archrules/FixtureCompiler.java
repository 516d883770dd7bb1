package org.runincident.archrules;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.runincident.archrules.bytecode.ClassFiles;

/**
 * Compiles fixtures one by one, as their types have the same names, against the libraries of this test and small stubs. The
 * class path is opened once for all of them: that takes longer than a fixture.
 */
final class FixtureCompiler implements AutoCloseable {
    private static final List<String> OPTIONS = List.of("-g", "-parameters", "-proc:none", "-nowarn");

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
    private final Path folder;
    private final Path stubs;

    /** @param folder where it writes; empty so far */
    FixtureCompiler(Path folder) throws IOException {
        this.folder = folder;
        this.stubs = folder.resolve("_stubs");
        List<Path> libraries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, libraries);
        compile(CompiledFixture.filesBelow(CompiledFixture.FOLDER.resolve("_stubs"), ".java"), stubs);
        List<Path> withStubs = new ArrayList<>(List.of(stubs));
        withStubs.addAll(libraries);
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, withStubs);
    }

    Path folder() {
        return folder;
    }

    void compile(List<Path> sources, Path classes) throws IOException {
        Files.createDirectories(classes);
        files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
        StringBuilder errors = new StringBuilder();
        boolean done = javac.getTask(
                        null,
                        files,
                        problem -> errors.append(problem).append('\n'),
                        OPTIONS,
                        null,
                        files.getJavaFileObjectsFromPaths(sources))
                .call();
        if (!done) {
            throw new IllegalStateException("does not compile: " + errors);
        }
    }

    /** Class files of what fixtures compile against. */
    ClassFiles stubs() {
        return internal -> {
            Path file = stubs.resolve(internal + ".class");
            try {
                return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
