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

    /** A module of which nothing is kept. */
    public AuditModule(
            String name,
            Path directory,
            boolean audited,
            List<Path> sourceRoots,
            List<Path> generatedRoots,
            List<Path> testRoots,
            List<Path> classPath,
            Charset encoding,
            Set<String> upstream,
            IncidentConfig config) {
        this(
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
                null,
                null);
    }

    /** The same with a folder of compiled classes, or null for none. */
    public AuditModule withClasses(Path folder) {
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
                folder);
    }

    /** A module of its own with one source root and the defaults for the rest. */
    public static AuditModule of(String name, Path directory, Path sourceRoot) {
        return new AuditModule(
                name,
                directory,
                true,
                List.of(sourceRoot),
                List.of(),
                List.of(),
                List.of(),
                null,
                Set.of(),
                IncidentConfig.defaults());
    }

    /** The same with another class path. */
    public AuditModule withClassPath(Collection<Path> jars) {
        return new AuditModule(
                name,
                directory,
                audited,
                sourceRoots,
                generatedRoots,
                testRoots,
                List.copyOf(new TreeSet<>(jars)),
                encoding,
                upstream,
                config,
                cache,
                classes);
    }

    /** The same with other configuration. */
    public AuditModule withConfig(IncidentConfig other) {
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
                other,
                cache,
                classes);
    }

    /** The same downstream of others. */
    public AuditModule withUpstream(Set<String> others) {
        return new AuditModule(
                name,
                directory,
                audited,
                sourceRoots,
                generatedRoots,
                testRoots,
                classPath,
                encoding,
                others,
                config,
                cache,
                classes);
    }

    /** The same, kept in another folder. */
    public AuditModule withCache(Path folder) {
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
                folder,
                classes);
    }
}
