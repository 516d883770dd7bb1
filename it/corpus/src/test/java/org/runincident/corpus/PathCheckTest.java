package org.runincident.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.audit.Audit;
import org.runincident.audit.AuditModule;
import org.runincident.audit.AuditRequest;
import org.runincident.audit.report.Report;

/** The check is shown paths that lead astray: it has to see it. */
class PathCheckTest {
    private static final String RUNS = """
            class Runs {
                enum State { RUNNING, FAILED }

                static class Run {
                    State state = State.RUNNING;
                    Throwable failureCause;
                }

                void fail(Run run) {
                    markFailed(run);
                }

                void failWith(Run run, Throwable cause) {
                    markFailed(run);
                    run.failureCause = cause;
                }

                private void markFailed(Run run) {
                    run.state = State.FAILED;
                }
            }
            """;

    @TempDir
    Path project;

    private Path source;
    private Report report;

    @BeforeEach
    void audit() throws IOException {
        source = Files.createDirectories(project.resolve("src/main/java")).resolve("Runs.java");
        Files.writeString(source, RUNS);
        AuditModule module = AuditModule.of("runs", project, project.resolve("src/main/java"));
        report = Audit.run(AuditRequest.of(project, List.of(module))).report();
    }

    @Test
    void a_path_through_a_helper_can_be_followed() {
        PathCheck.Walk walk = PathCheck.walk(report, project);

        assertThat(walk.findings()).isEqualTo(1);
        assertThat(walk.helpers()).isEqualTo(1);
        assertThat(walk.lost()).isEmpty();
    }

    @Test
    void a_step_on_a_line_without_code_leads_astray() throws IOException {
        Files.writeString(
                source,
                RUNS.replace("        markFailed(run);\n    }\n\n    void failWith", "\n    }\n\n    void failWith"));

        assertThat(lost()).contains("no code stands on that line");
    }

    @Test
    void a_helper_that_is_called_otherwise_leads_astray() throws IOException {
        Files.writeString(source, RUNS.replace("void markFailed(", "void finish("));

        assertThat(lost()).containsExactly("that line is in `finish`");
    }

    @Test
    void a_line_that_calls_another_helper_leads_astray() throws IOException {
        Files.writeString(
                source,
                RUNS.replace("fail(Run run) {\n        markFailed(run);", "fail(Run run) {\n        finish(run);"));

        assertThat(lost())
                .containsExactly("`markFailed` is not called there", "the step before does not name `markFailed`");
    }

    @Test
    void a_last_helper_that_gives_no_status_leads_astray() throws IOException {
        Files.writeString(source, RUNS.replace("run.state = State.FAILED;", "run.toString();"));

        assertThat(lost()).containsExactly("no status is given there");
    }

    @Test
    void every_path_of_every_fixture_can_be_followed() throws IOException {
        List<AuditModule> modules = new ArrayList<>();
        try (Stream<Path> fixtures = Files.walk(Path.of("../../incident-archrules/src/test/fixtures"))) {
            for (Path fixture : fixtures.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                Path root = Files.createDirectories(project.resolve("m" + modules.size()));
                Files.copy(fixture, root.resolve(fixture.getFileName()));
                modules.add(AuditModule.of(fixture.getFileName().toString(), root, root));
            }
        }

        PathCheck.Walk walk = PathCheck.walk(
                Audit.run(AuditRequest.of(project, modules).withRules(AuditRequest.RuleSet.THOROUGH))
                        .report(),
                project);

        assertThat(walk.helpers()).isGreaterThan(10);
        assertThat(walk.lost()).isEmpty();
    }

    private List<String> lost() {
        return PathCheck.walk(report, project).lost().stream()
                .map(PathCheck.Lost::why)
                .toList();
    }
}
