package org.runincident.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Where a project's Java sources lie: what its model says, and what its plugins will add once a build runs. An audit of a
 * fresh clone runs before any of them, and must find what an audit after a build finds.
 */
final class SourceRoots {
    /** Adds folders to a project: <a href="https://www.mojohaus.org/build-helper-maven-plugin/">build-helper</a>. */
    private static final String BUILD_HELPER = "org.codehaus.mojo:build-helper-maven-plugin";

    /** Compiles further folders for newer releases in executions of their own (multi-release jars). */
    private static final String COMPILER = "org.apache.maven.plugins:maven-compiler-plugin";

    private SourceRoots() {}

    /** Folders of production code; they need not exist. */
    static List<Path> main(MavenProject project) {
        List<String> roots = new ArrayList<>(project.getCompileSourceRoots());
        roots.addAll(declared(project, BUILD_HELPER, Set.of("add-source"), "sources"));
        roots.addAll(declared(project, COMPILER, Set.of("compile"), "compileSourceRoots"));
        return folders(project, roots);
    }

    /** Folders of tests; they need not exist. */
    static List<Path> test(MavenProject project) {
        List<String> roots = new ArrayList<>(project.getTestCompileSourceRoots());
        roots.addAll(declared(project, BUILD_HELPER, Set.of("add-test-source"), "sources"));
        roots.addAll(declared(project, COMPILER, Set.of("testCompile"), "compileSourceRoots"));
        return folders(project, roots);
    }

    private static List<String> declared(MavenProject project, String key, Set<String> goals, String element) {
        Plugin plugin = project.getPlugin(key);
        List<String> found = new ArrayList<>();
        if (plugin != null) {
            for (PluginExecution execution : plugin.getExecutions()) {
                if (execution.getGoals().stream().anyMatch(goals::contains)) {
                    found.addAll(children(execution, element));
                }
            }
        }
        return found;
    }

    private static List<String> children(ConfigurationContainer container, String element) {
        List<String> found = new ArrayList<>();
        Xpp3Dom all =
                container.getConfiguration() instanceof Xpp3Dom configuration ? configuration.getChild(element) : null;
        if (all != null) {
            for (Xpp3Dom child : all.getChildren()) {
                // What is left of an expression names no folder that could be known now.
                if (child.getValue() != null && !child.getValue().contains("${")) {
                    found.add(child.getValue().strip());
                }
            }
        }
        return found;
    }

    private static List<Path> folders(MavenProject project, List<String> roots) {
        return roots.stream()
                .map(root -> project.getBasedir().toPath().resolve(root).normalize())
                .distinct()
                .toList();
    }
}
