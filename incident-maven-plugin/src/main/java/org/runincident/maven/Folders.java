package org.runincident.maven;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Where things are in a reactor, alike on every Maven. */
final class Folders {
    private Folders() {}

    /**
     * The folder that reported paths are relative to: the one that was asked for; the one that holds {@code .mvn}; the top of
     * the chain of parents on disk; the folder Maven was started in.
     *
     * @param wanted null when nobody asked for one
     */
    static Path root(MavenSession session, MavenProject project, File wanted) {
        if (wanted != null) {
            return wanted.toPath().toAbsolutePath().normalize();
        }
        File multiModule = session.getRequest().getMultiModuleProjectDirectory();
        if (multiModule != null && Files.isDirectory(multiModule.toPath().resolve(".mvn"))) {
            return real(multiModule.toPath());
        }
        MavenProject top = project;
        while (top.getParent() != null && top.getParent().getFile() != null) {
            top = top.getParent();
        }
        Path chain = top.getBasedir() == null ? null : real(top.getBasedir().toPath());
        Path started = real(Path.of(session.getExecutionRootDirectory()));
        return chain != null && started.startsWith(chain) ? chain : started;
    }

    /** The build directory of the project Maven was started in. */
    static Path topBuildDirectory(MavenSession session) {
        Path started = real(Path.of(session.getExecutionRootDirectory()));
        for (MavenProject project : session.getProjects()) {
            if (real(project.getBasedir().toPath()).equals(started)) {
                return Path.of(project.getBuild().getDirectory());
            }
        }
        return started.resolve("target");
    }

    private static Path real(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
