package org.runincident.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.DependencyFilter;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;

/**
 * Class files of a project's dependencies, on a fresh clone too: modules of the reactor are left out, as their sources are
 * there and their jars are not. What cannot be resolved is remembered and never an end.
 */
final class ClassPaths {
    private final ProjectDependenciesResolver resolver;
    private final RepositorySystem repositorySystem;
    private final MavenSession session;
    private final Set<String> reactor = new TreeSet<>();
    private final Set<String> unresolved = new TreeSet<>();
    private final Map<String, List<Path>> known = new HashMap<>();
    private final KeptClassPaths kept;

    /** @param keeps whether what was found out is kept below the build directories */
    ClassPaths(
            ProjectDependenciesResolver resolver,
            RepositorySystem repositorySystem,
            MavenSession session,
            boolean keeps) {
        this.resolver = resolver;
        this.repositorySystem = repositorySystem;
        this.session = session;
        this.kept = new KeptClassPaths(session, keeps);
        for (MavenProject project : projects(session)) {
            reactor.add(project.getGroupId() + ":" + project.getArtifactId() + ":" + project.getVersion());
        }
    }

    /** All projects of the reactor, those that {@code -pl} leaves out included. */
    static List<MavenProject> projects(MavenSession session) {
        return session.getAllProjects() == null ? session.getProjects() : session.getAllProjects();
    }

    /** Dependencies of which no class file was found, as coordinates, sorted. */
    Set<String> unresolved() {
        return unresolved;
    }

    /** Jars and folders of a project's dependencies outside of the reactor, sorted by coordinates. */
    List<Path> of(MavenProject project) {
        return known.computeIfAbsent(project.getId(), id -> kept.of(project, () -> resolve(project)));
    }

    private KeptClassPaths.Found resolve(MavenProject project) {
        DefaultDependencyResolutionRequest request =
                new DefaultDependencyResolutionRequest(project, session.getRepositorySession());
        DependencyFilter external = (node, parents) -> node.getDependency() == null || !isReactor(node.getArtifact());
        request.setResolutionFilter(external);
        DependencyResolutionResult result;
        try {
            result = resolver.resolve(request);
        } catch (DependencyResolutionException e) {
            result = e.getResult();
        }
        if (result == null || !result.getCollectionErrors().isEmpty()) {
            return new KeptClassPaths.Found(oneByOne(project), false);
        }
        List<String> missing = result.getUnresolvedDependencies().stream()
                .filter(dependency -> !isReactor(dependency.getArtifact()))
                .map(dependency -> gav(dependency.getArtifact()))
                .toList();
        unresolved.addAll(missing);
        List<Path> found = files(result.getResolvedDependencies().stream()
                .map(org.eclipse.aether.graph.Dependency::getArtifact)
                .toList());
        return new KeptClassPaths.Found(
                found, missing.isEmpty() && isFixed(result.getDependencyGraph(), new HashSet<>()));
    }

    /** Whether no POM on the way leaves a version open, so that another release could be taken tomorrow. */
    private static boolean isFixed(DependencyNode node, Set<DependencyNode> seen) {
        if (node == null || !seen.add(node)) {
            return true;
        }
        boolean open = node.getVersionConstraint() != null
                && node.getVersionConstraint().getRange() != null;
        return !open && node.getChildren().stream().allMatch(child -> isFixed(child, seen));
    }

    /** Some versions of Maven give nothing at all when one POM of the reactor cannot be read. */
    private List<Path> oneByOne(MavenProject project) {
        RepositorySystemSession repository = session.getRepositorySession();
        List<Artifact> found = new ArrayList<>();
        for (Dependency dependency : project.getDependencies()) {
            if (reactor.contains(gav(dependency))) {
                continue;
            }
            CollectRequest collect = new CollectRequest();
            collect.setRoot(RepositoryUtils.toDependency(dependency, repository.getArtifactTypeRegistry()));
            collect.setRepositories(project.getRemoteProjectRepositories());
            if (project.getDependencyManagement() != null) {
                for (Dependency managed : project.getDependencyManagement().getDependencies()) {
                    collect.addManagedDependency(
                            RepositoryUtils.toDependency(managed, repository.getArtifactTypeRegistry()));
                }
            }
            List<ArtifactResult> results;
            try {
                results = repositorySystem
                        .resolveDependencies(repository, new DependencyRequest(collect, ClassPaths::isForCompiling))
                        .getArtifactResults();
            } catch (org.eclipse.aether.resolution.DependencyResolutionException e) {
                results = e.getResult() == null ? List.of() : e.getResult().getArtifactResults();
                unresolved.add(gav(dependency));
            }
            results.stream().filter(ArtifactResult::isResolved).forEach(result -> found.add(result.getArtifact()));
        }
        return files(found);
    }

    /** Written out, because Maven 3 does not show its plugins {@code org.eclipse.aether.util}, which has such a filter. */
    private static boolean isForCompiling(DependencyNode node, List<DependencyNode> parents) {
        return node.getDependency() == null
                || Set.of("compile", "provided", "system")
                        .contains(node.getDependency().getScope());
    }

    private static List<Path> files(Collection<Artifact> artifacts) {
        Map<String, Path> byCoordinates = new java.util.TreeMap<>();
        for (Artifact artifact : artifacts) {
            File file = artifact.getFile();
            if (file != null) {
                byCoordinates.put(artifact.toString(), file.toPath());
            }
        }
        return List.copyOf(byCoordinates.values());
    }

    private boolean isReactor(Artifact artifact) {
        return reactor.contains(gav(artifact));
    }

    private static String gav(Artifact artifact) {
        return artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getBaseVersion();
    }

    static String gav(Dependency dependency) {
        return dependency.getGroupId() + ":" + dependency.getArtifactId() + ":" + dependency.getVersion();
    }
}
