package org.runincident.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;
import org.runincident.audit.AuditModule;
import org.runincident.vocabulary.ConfigReader;
import org.runincident.vocabulary.IncidentConfig;

/** Turns projects of a reactor into modules of an audit. */
final class ReactorModules {
    private final Map<String, MavenProject> projects = new LinkedHashMap<>();
    private final ClassPaths classPaths;
    private final ConfigReader configs;
    private final Path root;
    private final boolean includeTests;
    private final boolean keeps;
    private final boolean bytecode;

    /**
     * @param keeps whether verdicts are kept below the build directories
     * @param bytecode whether sources in other languages than Java are judged by their compiled classes
     */
    ReactorModules(
            Collection<MavenProject> all,
            ClassPaths classPaths,
            ConfigReader configs,
            Path root,
            boolean includeTests,
            boolean keeps,
            boolean bytecode) {
        all.forEach(project -> projects.put(gav(project), project));
        this.classPaths = classPaths;
        this.configs = configs;
        this.root = root;
        this.includeTests = includeTests;
        this.keeps = keeps;
        this.bytecode = bytecode;
    }

    /** The wanted projects as audited modules, and what is upstream of them; projects without sources are left out. */
    List<AuditModule> of(Collection<MavenProject> wanted) {
        Set<MavenProject> needed = new LinkedHashSet<>(wanted);
        wanted.forEach(project -> needed.addAll(upstream(project)));
        List<AuditModule> modules = new ArrayList<>();
        for (MavenProject project : needed) {
            if (!project.getPackaging().equals("pom") || !sources(project).isEmpty() || hasHouseRules(project)) {
                modules.add(module(project, wanted.contains(project)));
            }
        }
        return modules;
    }

    /** A parent without sources is looked at only for what its own {@code incident.json} holds on to in its folder. */
    private boolean hasHouseRules(MavenProject project) {
        Path folder = project.getBasedir().toPath();
        return Files.isRegularFile(folder.resolve(IncidentConfig.FILE_NAME))
                && !configs.nearest(folder, root).ratchets().isEmpty();
    }

    private AuditModule module(MavenProject project, boolean audited) {
        Set<MavenProject> upstream = upstream(project);
        Set<Path> classPath = new LinkedHashSet<>(classPaths.of(project));
        upstream.forEach(other -> classPath.addAll(classPaths.of(other)));
        List<Path> sources = new ArrayList<>(sources(project));
        List<Path> tests = SourceRoots.test(project);
        if (includeTests) {
            sources.addAll(tests);
        }
        return AuditModule.builder(name(project), project.getBasedir().toPath())
                .audited(audited)
                .sourceRoots(sources)
                .generatedRoots(generated(project, "generated-sources"))
                .testRoots(includeTests ? List.of() : tests)
                .classPath(List.copyOf(classPath))
                .encoding(encoding(project))
                .upstream(new TreeSet<>(upstream.stream().map(this::name).toList()))
                .config(configs.nearest(project.getBasedir().toPath(), root))
                .cache(keeps ? Path.of(project.getBuild().getDirectory()).resolve("incident/cache") : null)
                .classes(bytecode ? Path.of(project.getBuild().getOutputDirectory()) : null)
                .build();
    }

    private static List<Path> sources(MavenProject project) {
        Path build = Path.of(project.getBuild().getDirectory());
        return SourceRoots.main(project).stream()
                .filter(folder -> !folder.startsWith(build))
                .filter(folder -> !project.getPackaging().equals("pom") || Files.isDirectory(folder))
                .toList();
    }

    /** Folders below the build directory, registered in this build or not: a full build and the next look must agree. */
    private static List<Path> generated(MavenProject project, String folder) {
        Path below = Path.of(project.getBuild().getDirectory()).resolve(folder);
        if (!Files.isDirectory(below)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(below)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(below + " cannot be listed", e);
        }
    }

    private static Charset encoding(MavenProject project) {
        String name = project.getProperties().getProperty("project.build.sourceEncoding");
        try {
            return name == null ? null : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            // incident:allow DiscardedNarrowException because an encoding that nobody knows says as little as none
            return null;
        }
    }

    private Set<MavenProject> upstream(MavenProject project) {
        Set<MavenProject> found = new LinkedHashSet<>();
        collect(project, found);
        found.remove(project);
        return found;
    }

    private void collect(MavenProject project, Set<MavenProject> found) {
        for (Dependency dependency : project.getDependencies()) {
            MavenProject other = projects.get(ClassPaths.gav(dependency));
            boolean seen = includeTests || !"test".equals(dependency.getScope());
            if (other != null && seen && found.add(other)) {
                collect(other, found);
            }
        }
    }

    /** The artifact's id, with the group where two modules share it. */
    private String name(MavenProject project) {
        boolean shared = projects.values().stream()
                        .filter(other -> other.getArtifactId().equals(project.getArtifactId()))
                        .count()
                > 1;
        return shared ? project.getGroupId() + ":" + project.getArtifactId() : project.getArtifactId();
    }

    private static String gav(MavenProject project) {
        return project.getGroupId() + ":" + project.getArtifactId() + ":" + project.getVersion();
    }
}
