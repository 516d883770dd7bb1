package org.runincident.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.audit.report.Report;
import org.runincident.audit.report.Report.FindingEntry;
import org.runincident.audit.report.json.JsonReport;

class AuditTest {
    private static final String JOB = """
            package org.example;

            public class Job {
                public enum Status { RUNNING, DONE, FAILED }

                private Status status;
                private String failureReason;

                public void setStatus(Status status) {
                    this.status = status;
                }

                public void setFailureReason(String failureReason) {
                    this.failureReason = failureReason;
                }
            }
            """;

    private static final String WORKER = """
            package org.example;

            class Worker {
                void run(Job job) {
                    try {
                        job.hashCode();
                    } catch (Exception e) {
                        job.setStatus(Job.Status.FAILED);
                    }
                }

                void close(AutoCloseable resource) {
                    try {
                        resource.close();
                    } catch (Exception e) {
                    }
                }
            }
            """;

    @TempDir
    Path root;

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private AuditModule module(String name) {
        return AuditModule.of(name, root.resolve(name), root.resolve(name).resolve("src"));
    }

    private AuditRequest request(AuditModule... modules) {
        return AuditRequest.of(root, List.of(modules)).withThreads(1);
    }

    private static List<String> findings(Report report) {
        return report.modules().stream()
                .flatMap(module -> module.findings().stream())
                .map(AuditTest::brief)
                .toList();
    }

    private static String brief(FindingEntry finding) {
        return finding.at().file() + ":" + finding.at().line() + " " + finding.rule();
    }

    @Test
    void finds_what_is_wrong_and_lists_what_there_is() throws IOException {
        write("a/src/org/example/Job.java", JOB);
        write("a/src/org/example/Worker.java", WORKER);

        Report report = Audit.run(request(module("a"))).report();

        assertThat(findings(report))
                .contains("a/src/org/example/Worker.java:8 DroppedFailureReason")
                .contains("a/src/org/example/Worker.java:15 SwallowedException");
        assertThat(report.summary().coverage().silent()).isEqualTo(1);
        assertThat(report.modules().get(0).handlers()).hasSize(2);
        assertThat(report.summary().census().files()).isEqualTo(2);
    }

    @Test
    void threads_pre_filter_and_line_ends_change_no_byte_of_the_findings() throws IOException {
        write("a/src/org/example/Job.java", JOB);
        for (int i = 0; i < 20; i++) {
            write("a/src/org/example/Worker" + i + ".java", WORKER.replace("class Worker", "class Worker" + i));
            write("a/src/org/example/Plain" + i + ".java", "package org.example;\nclass Plain" + i + " {}\n");
        }
        Report one = Audit.run(request(module("a"))).report();
        Report two = Audit.run(request(module("a")).withThreads(2)).report();
        Report unfiltered = Audit.run(request(module("a")).withPreFilter(false)).report();
        for (int i = 0; i < 20; i++) {
            write(
                    "a/src/org/example/Worker" + i + ".java",
                    WORKER.replace("class Worker", "class Worker" + i).replace("\n", "\r\n"));
        }
        Report crlf = Audit.run(request(module("a"))).report();

        assertThat(findings(one)).hasSizeGreaterThanOrEqualTo(40);
        assertThat(JsonReport.write(two)).isEqualTo(JsonReport.write(one));
        assertThat(JsonReport.write(crlf)).isEqualTo(JsonReport.write(one));
        assertThat(unfiltered.modules().get(0).findings())
                .isEqualTo(one.modules().get(0).findings());
    }

    @Test
    void a_module_sees_what_is_upstream_and_nothing_else() throws IOException {
        write("a/src/org/example/Job.java", JOB);
        write("b/src/org/example/Worker.java", WORKER);
        AuditModule a = module("a");
        AuditModule b = module("b").withUpstream(Set.of("a"));

        Report both = Audit.run(request(a, b)).report();
        Report alone = Audit.run(request(a.notAudited(), b)).report();

        assertThat(findings(both)).contains("b/src/org/example/Worker.java:8 DroppedFailureReason");
        assertThat(alone.modules()).hasSize(1);
        assertThat(alone.modules().get(0)).isEqualTo(both.modules().get(1));
    }

    @Test
    void what_the_source_allows_is_kept_apart_with_its_reason() throws IOException {
        write("a/src/org/example/Job.java", JOB);
        write(
                "a/src/org/example/Worker.java",
                WORKER.replace(
                        "} catch (Exception e) {\n        }",
                        "// incident:allow SwallowedException because the probe is best effort\n"
                                + "        } catch (Exception e) {\n        }"));

        Report report = Audit.run(request(module("a"))).report();

        assertThat(findings(report))
                .doesNotContain("a/src/org/example/Worker.java:16 SwallowedException")
                .noneMatch(finding -> finding.endsWith("StaleSuppression"));
        assertThat(report.modules().get(0).allowed())
                .singleElement()
                .satisfies(allowed -> assertThat(allowed.because()).isEqualTo("the probe is best effort"));
    }

    @Test
    void a_file_that_cannot_be_read_is_in_the_census_and_costs_no_other() throws IOException {
        write("a/src/org/example/Job.java", JOB);
        write("a/src/org/example/Worker.java", WORKER);
        write("a/src/org/example/Broken.java", "class Broken { void catch finally status (((");

        Report report = Audit.run(request(module("a"))).report();

        assertThat(findings(report)).contains("a/src/org/example/Worker.java:15 SwallowedException");
        assertThat(report.summary().census().problems()).anyMatch(problem -> problem.contains("Broken.java"));
    }

    @Test
    void a_class_file_that_cannot_be_read_is_told() throws IOException {
        write("a/src/main/kotlin/Worker.kt", "class Worker");
        write("a/classes/Worker.class", "no class file");
        AuditModule module = AuditModule.builder("a", root.resolve("a"))
                .sourceRoots(List.of(root.resolve("a/src/main/kotlin")))
                .classes(root.resolve("a/classes"))
                .build();

        Report report = Audit.run(request(module)).report();

        assertThat(report.summary().census().problems()).contains("a: a class file could not be read");
    }

    @Test
    void a_root_that_does_not_exist_is_an_empty_module() {
        Report report = Audit.run(request(module("nowhere"))).report();

        assertThat(report.summary().census().files()).isZero();
    }

    @Test
    void a_line_above_changes_no_fingerprint() throws IOException {
        write("a/src/org/example/Job.java", JOB);
        write("a/src/org/example/Worker.java", WORKER);
        List<String> before = fingerprints();
        write("a/src/org/example/Worker.java", WORKER.replace("class Worker", "\n// moved down\nclass Worker"));

        assertThat(fingerprints()).isEqualTo(before).isNotEmpty();
    }

    private List<String> fingerprints() {
        return Audit.run(request(module("a"))).report().modules().get(0).findings().stream()
                .map(FindingEntry::fingerprint)
                .toList();
    }
}
