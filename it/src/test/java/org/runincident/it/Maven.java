package org.runincident.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.MavenInvocationException;

/** Runs Maven as a person would, for stories in which a build is run, something is edited, and it is run again. */
final class Maven {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String PLUGIN =
            "org.runincident:incident-maven-plugin:" + System.getProperty("project.version");

    private final Path folder;

    /** Value of the environment variable {@code CI}. */
    private final String ci;

    private Maven(Path folder, String ci) {
        this.folder = folder;
        this.ci = ci;
    }

    static Maven in(Path folder) {
        return new Maven(folder, "");
    }

    /** The full name of one of our goals. */
    static String goal(String name) {
        return PLUGIN + ":" + name;
    }

    /** A build that must succeed. */
    Story succeeds(String... arguments) throws IOException, MavenInvocationException {
        Run run = run(arguments);
        if (run.exit != 0) {
            throw new AssertionError("exit status " + run.exit + "\n" + run.log);
        }
        return new Story(folder, run.log);
    }

    /** A build that must end with exit status 1. */
    Story fails(String... arguments) throws IOException, MavenInvocationException {
        Run run = run(arguments);
        if (run.exit != 1) {
            throw new AssertionError("exit status " + run.exit + "\n" + run.log);
        }
        return new Story(folder, run.log);
    }

    /** The same as on a CI server. */
    Maven onCi() {
        return new Maven(folder, "true");
    }

    private Run run(String... arguments) throws IOException, MavenInvocationException {
        StringBuilder log = new StringBuilder();
        InvocationRequest request = new DefaultInvocationRequest()
                .setBaseDirectory(folder.toFile())
                .setBatchMode(true)
                .addShellEnvironment("CI", ci)
                .setLocalRepositoryDirectory(TARGET.resolve("local-repo").toFile())
                .setUserSettingsFile(settings())
                .setOutputHandler(line -> log.append(line).append('\n'))
                .addArgs(List.of(arguments));
        InvocationResult result = new DefaultInvoker()
                .setMavenHome(new File(System.getProperty("maven.home")))
                .execute(request);
        return new Run(result.getExitCode(), log.toString());
    }

    private static File settings() throws IOException {
        Path settings = TARGET.resolve("story-settings.xml");
        Path repository = Path.of(System.getProperty("user.repository"));
        Files.writeString(
                settings,
                Files.readString(Path.of("src/it/settings.xml"))
                        .replace("@localRepositoryUrl@", repository.toUri().toString()));
        return settings.toFile();
    }

    private record Run(int exit, String log) {}
}
