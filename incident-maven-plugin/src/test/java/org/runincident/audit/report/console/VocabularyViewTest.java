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
import org.runincident.vocabulary.Vocabulary;

class VocabularyViewTest {
    @TempDir
    Path root;

    @Test
    void a_type_is_listed_with_its_bad_ends_and_why_it_is_a_status() throws IOException {
        assertThat(lines("""
                        class Job {
                            enum Status { RUNNING, FAILED, CANCELLED }
                            Status status;
                            String reason;
                            void fail(String why) { status = Status.FAILED; reason = why; }
                            void cancel() { status = Status.CANCELLED; }
                        }
                        """))
                .contains(
                        "  Job.Status, by its name",
                        "    failures: FAILED",
                        "    ends somebody asked for: CANCELLED",
                        "    of: Job.status",
                        "    through methods of its own: cancel() gives CANCELLED, fail(String) gives FAILED");
    }

    @Test
    void where_nothing_was_found_it_says_how_to_name_it() throws IOException {
        assertThat(lines("class Job {}")).anyMatch(line -> line.contains("incident.json"));
    }

    private List<String> lines(String source) throws IOException {
        Files.writeString(Files.createDirectories(root.resolve("src")).resolve("Job.java"), source);
        AuditModule module = AuditModule.of("jobs", root, root.resolve("src"));
        return new VocabularyView(
                        Audit.run(AuditRequest.of(root, List.of(module)).withThreads(1))
                                .report(),
                        Vocabulary.defaults())
                .lines();
    }
}
