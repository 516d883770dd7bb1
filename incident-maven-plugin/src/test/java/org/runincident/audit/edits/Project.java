package org.runincident.audit.edits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.runincident.audit.Audit;
import org.runincident.audit.AuditModule;
import org.runincident.audit.AuditRequest;
import org.runincident.audit.AuditResult;
import org.runincident.audit.Ratcheted;
import org.runincident.audit.ratchet.BaselineCommands;
import org.runincident.audit.ratchet.BaselineProblem;
import org.runincident.audit.ratchet.Identified;

/** A project on disk that is edited and audited in turn. */
final class Project {
    /** The sources of the example: a small job runner with good and bad paths. */
    private static final Path EXAMPLE = Path.of("../it/examples/job-runner/src/main/java");

    private final Path folder;

    /** Sources by path relative to the source root. */
    private final Map<String, String> sources = new TreeMap<>();

    Project(Path folder) {
        this.folder = folder;
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                sources.put(EXAMPLE.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> sources() {
        return sources;
    }

    private Path root() {
        return folder.resolve("src/main/java");
    }

    private void write() throws IOException {
        if (Files.exists(root())) {
            try (Stream<Path> old = Files.walk(root())) {
                for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = root().resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
        }
    }

    Ratcheted audit() throws IOException, BaselineProblem {
        write();
        AuditRequest request = AuditRequest.of(folder, List.of(AuditModule.of("jobs", folder, root())))
                .withThreads(1);
        AuditResult result = Audit.run(request);
        return Ratcheted.of(result.modules().get(0), folder.resolve("target"));
    }

    /** Takes in what is there; the number of findings known from now on. */
    int baseline() throws IOException, BaselineProblem {
        return new BaselineCommands(LocalDate.EPOCH)
                .takeIn(audit().module(), "")
                .held();
    }

    /** Findings the baseline does not hold, as people would name them. */
    List<String> fresh() throws IOException, BaselineProblem {
        return audit().comparison().fresh().stream().map(Project::name).sorted().toList();
    }

    private static String name(Identified found) {
        return found.identity().rule() + " in " + found.finding().member().name();
    }
}
