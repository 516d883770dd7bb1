package org.runincident.audit.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.audit.Audit;
import org.runincident.audit.AuditModule;
import org.runincident.audit.AuditRequest;
import org.runincident.audit.report.Report;

/** What {@code -Dincident.outcome} prints. */
class OutcomeViewTest {
    private static final String JOBS = """
            package app;
            class Jobs {
                @interface RestController {}
                @interface GetMapping {}
                enum JobStatus { QUEUED, RUNNING, FAILED }
                @RestController
                static class JobController {
                    @GetMapping
                    JobStatus get() { return JobStatus.QUEUED; }
                }
                void tell(JobStatus status) {
                    switch (status) {
                        case QUEUED: System.gc(); break;
                        case RUNNING: throw new IllegalStateException("runs");
                    }
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void every_place_that_handles_it_says_what_happens_to_each_variant() throws IOException {
        assertThat(view().lines("JobStatus"))
                .containsExactly(
                        "app.Jobs.JobStatus  is handled in 1 place, and leaves the process in 1",
                        "",
                        "  src/app/Jobs.java:12  Jobs#tell(JobStatus)  (switch)",
                        "    QUEUED   handled",
                        "    RUNNING  throws",
                        "    FAILED   left out: nothing happens",
                        "",
                        "  outside of the process",
                        "    src/app/Jobs.java:9  Jobs.JobController#get()  (HTTP)",
                        "");
    }

    @Test
    void it_is_found_by_the_end_of_its_name() throws IOException {
        assertThat(view().lines("app.Jobs.JobStatus"))
                .isEqualTo(view().lines("Jobs.JobStatus"))
                .isNotEmpty();
        assertThat(view().lines("Status")).isEmpty();
    }

    @Test
    void the_names_there_are_help_to_correct_a_wrong_one() throws IOException {
        assertThat(view().names()).containsExactly("JobStatus", "Jobs.JobStatus", "app.Jobs.JobStatus");
    }

    private OutcomeView view() throws IOException {
        Path source = folder.resolve("src/app/Jobs.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, JOBS);
        AuditModule module = AuditModule.of("app", folder, folder.resolve("src"));
        Report report = Audit.run(AuditRequest.of(folder, List.of(module))).report();
        return new OutcomeView(report, Ansi.OFF);
    }
}
