package org.runincident.audit;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.runincident.vocabulary.IncidentConfig;

/**
 * A module as the audit sees it.
 *
 * @param name as people know it; unique in a request
 * @param directory its folder; baselines and identities are relative to it
 * @param audited whether findings are wanted; otherwise it is only upstream of one that is
 * @param sourceRoots folders with the sources that are judged; one that does not exist is empty
 * @param generatedRoots folders with generated sources; only read for types
 * @param testRoots folders with tests; only read for types, and only by this module
 * @param classPath jars and folders of class files
 * @param encoding what its sources are written in where they are not UTF-8; null when the build does not say
 * @param upstream names of all modules it depends on, directly or not
 * @param config what its {@code incident.json} says
 * @param cache folder for what is kept of it from one run to the next, its configuration being that of its file; null to keep
 *     nothing
 * @param classes folder with its compiled classes, from which sources in other languages than Java are judged; null for none
 */
public record AuditModule(
        String name,
        Path directory,
        boolean audited,
        List<Path> sourceRoots,
        List<Path> generatedRoots,
        List<Path> testRoots,
        List<Path> classPath,
        Charset encoding,
        Set<String> upstream,
        IncidentConfig config,
        Path cache,
        Path classes) {
    public AuditModule {
        sourceRoots = List.copyOf(sourceRoots);
        generatedRoots = List.copyOf(generatedRoots);
        testRoots = List.copyOf(testRoots);
        classPath = List.copyOf(classPath);
        upstream = Set.copyOf(upstream);
    }

    /** A module of its own with one source root and the defaults for the rest. */
    public static AuditModule of(String name, Path directory, Path sourceRoot) {
        return builder(name, directory).sourceRoots(List.of(sourceRoot)).build();
    }

    /** A module that is audited, has no files yet, and of which nothing is kept. */
    public static Builder builder(String name, Path directory) {
        return new Builder(name, directory);
    }

    /** The same with another class path. */
    public AuditModule withClassPath(Collection<Path> jars) {
        return copy().classPath(List.copyOf(new TreeSet<>(jars))).build();
    }

    /** The same with other configuration. */
    public AuditModule withConfig(IncidentConfig other) {
        return copy().config(other).build();
    }

    /** The same downstream of others. */
    public AuditModule withUpstream(Set<String> others) {
        return copy().upstream(others).build();
    }

    /** The same, kept in another folder; null to keep nothing. */
    public AuditModule withCache(Path folder) {
        return copy().cache(folder).build();
    }

    /** The same with a folder of compiled classes, or null for none. */
    public AuditModule withClasses(Path folder) {
        return copy().classes(folder).build();
    }

    /** The same as something that is only upstream of others. */
    public AuditModule notAudited() {
        return copy().audited(false).build();
    }

    private Builder copy() {
        return new Builder(name, directory)
                .audited(audited)
                .sourceRoots(sourceRoots)
                .generatedRoots(generatedRoots)
                .testRoots(testRoots)
                .classPath(classPath)
                .encoding(encoding)
                .upstream(upstream)
                .config(config)
                .cache(cache)
                .classes(classes);
    }

    /** Puts a module together; what each part means stands at the record. */
    public static final class Builder {
        private final String name;
        private final Path directory;
        private boolean audited = true;
        private List<Path> sourceRoots = List.of();
        private List<Path> generatedRoots = List.of();
        private List<Path> testRoots = List.of();
        private List<Path> classPath = List.of();
        private Charset encoding;
        private Set<String> upstream = Set.of();
        private IncidentConfig config = IncidentConfig.defaults();
        private Path cache;
        private Path classes;

        private Builder(String name, Path directory) {
            this.name = name;
            this.directory = directory;
        }

        public Builder audited(boolean value) {
            audited = value;
            return this;
        }

        public Builder sourceRoots(List<Path> value) {
            sourceRoots = value;
            return this;
        }

        public Builder generatedRoots(List<Path> value) {
            generatedRoots = value;
            return this;
        }

        public Builder testRoots(List<Path> value) {
            testRoots = value;
            return this;
        }

        public Builder classPath(List<Path> value) {
            classPath = value;
            return this;
        }

        public Builder encoding(Charset value) {
            encoding = value;
            return this;
        }

        public Builder upstream(Set<String> value) {
            upstream = value;
            return this;
        }

        public Builder config(IncidentConfig value) {
            config = value;
            return this;
        }

        public Builder cache(Path value) {
            cache = value;
            return this;
        }

        public Builder classes(Path value) {
            classes = value;
            return this;
        }

        public AuditModule build() {
            return new AuditModule(
                    name,
                    directory,
                    audited,
                    sourceRoots,
                    generatedRoots,
                    testRoots,
                    classPath,
                    encoding,
                    upstream,
                    config,
                    cache,
                    classes);
        }
    }
}
