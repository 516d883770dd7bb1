package org.runincident.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.repository.RemoteRepository;
import org.runincident.audit.cache.CacheFile;
import org.runincident.audit.cache.Fingerprint;
import org.runincident.audit.cache.RecordCodec;

/**
 * Class paths kept from one build to the next. They stand as long as no project of the reactor declares other dependencies, and
 * all of their files are there; one with a version that can mean another file tomorrow is not kept.
 */
final class KeptClassPaths {
    private record Jars(List<String> paths) {}

    /** @param whole whether nothing is missing */
    record Found(List<Path> paths, boolean whole) {}

    private final MavenSession session;
    private final boolean keeps;
    private String reactor;
    private Set<String> own;

    /** @param keeps whether anything is kept */
    KeptClassPaths(MavenSession session, boolean keeps) {
        this.session = session;
        this.keeps = keeps && !session.getRequest().isUpdateSnapshots();
    }

    /** The class path of a project, found out where it is not kept. */
    List<Path> of(MavenProject project, Supplier<Found> resolve) {
        if (!keeps || !isFixed(project)) {
            return resolve.get().paths();
        }
        CacheFile file = new CacheFile(Path.of(project.getBuild().getDirectory())
                .resolve("incident/cache")
                .resolve("classpath.bin"));
        String key = new Fingerprint().add(reactor()).add(project.getId()).hex();
        return read(file, key).orElseGet(() -> {
            Found found = resolve.get();
            boolean fixed = found.paths().stream()
                    .noneMatch(path -> isOpen(path.getFileName().toString()));
            if (found.whole() && fixed) {
                write(file, key, found.paths());
            }
            return found.paths();
        });
    }

    private static Optional<List<Path>> read(CacheFile file, String key) {
        try {
            return file.read(key)
                    .map(bytes -> new RecordCodec<>(Jars.class).read(bytes))
                    .map(jars -> jars.paths().stream().map(Path::of).toList())
                    .filter(paths -> paths.stream().allMatch(Files::isRegularFile));
        } catch (CacheFile.Unusable | IllegalArgumentException e) {
            // incident:allow DiscardedNarrowException because the class path is then found out again, and nothing is
            // lost
            return Optional.empty();
        }
    }

    private static void write(CacheFile file, String key, List<Path> paths) {
        try {
            file.write(
                    key,
                    new RecordCodec<>(Jars.class)
                            .write(new Jars(paths.stream().map(Path::toString).toList())));
        } catch (CacheFile.Unusable e) {
            // incident:allow SwallowedException because the verdicts are kept in the same folder, and say so
        }
    }

    /** Whether all versions name one file for ever. */
    private boolean isFixed(MavenProject project) {
        return Stream.concat(project.getDependencies().stream(), managed(project).stream())
                .noneMatch(
                        dependency -> isOpen(dependency.getVersion()) && !own().contains(ClassPaths.gav(dependency)));
    }

    private Set<String> own() {
        if (own == null) {
            own = new HashSet<>();
            ClassPaths.projects(session)
                    .forEach(project ->
                            own.add(project.getGroupId() + ":" + project.getArtifactId() + ":" + project.getVersion()));
        }
        return own;
    }

    private static boolean isOpen(String version) {
        return version == null
                || version.contains("SNAPSHOT")
                || version.contains("[")
                || version.contains("(")
                || version.equals("LATEST")
                || version.equals("RELEASE");
    }

    private static List<Dependency> managed(MavenProject project) {
        return project.getDependencyManagement() == null
                ? List.of()
                : project.getDependencyManagement().getDependencies();
    }

    /** What all projects declare, and where dependencies come from. */
    private String reactor() {
        if (reactor == null) {
            Fingerprint fingerprint = new Fingerprint();
            Map<String, String> properties = new TreeMap<>();
            session.getUserProperties().forEach((name, value) -> properties.put(name.toString(), value.toString()));
            properties.keySet().removeIf(name -> name.startsWith("incident."));
            properties.forEach((name, value) -> fingerprint.add(name).add(value));
            List.of("java.version", "os.name", "os.arch", "os.version", "maven.version")
                    .forEach(name -> fingerprint.add(
                            String.valueOf(session.getSystemProperties().getProperty(name, System.getProperty(name)))));
            fingerprint.add(session.getRepositorySession()
                    .getLocalRepository()
                    .getBasedir()
                    .toString());
            for (MavenProject project : ClassPaths.projects(session)) {
                fingerprint.add(project.getId());
                add(project.getDependencies(), fingerprint);
                add(managed(project), fingerprint);
                for (RemoteRepository repository : project.getRemoteProjectRepositories()) {
                    fingerprint.add(repository.getId()).add(repository.getUrl());
                }
            }
            reactor = fingerprint.hex();
        }
        return reactor;
    }

    private static void add(Collection<Dependency> dependencies, Fingerprint fingerprint) {
        fingerprint.add(String.valueOf(dependencies.size()));
        for (Dependency dependency : dependencies) {
            fingerprint
                    .add(dependency.getManagementKey())
                    .add(String.valueOf(dependency.getVersion()))
                    .add(String.valueOf(dependency.getScope()))
                    .add(String.valueOf(dependency.getOptional()))
                    .add(String.valueOf(dependency.getSystemPath()))
                    .add(dependency.getExclusions().stream()
                            .map(exclusion -> exclusion.getGroupId() + ":" + exclusion.getArtifactId())
                            .toList());
        }
    }
}
