package org.runincident.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.audit.report.json.JsonReport;
import org.runincident.rule.Rule;
import org.runincident.rule.Rules;
import org.runincident.vocabulary.ConfigReader;

/** Verdicts kept from an earlier run are those a run from nothing would come to, whatever changed in between. */
class KeptVerdictsTest {
    private static final String JOB = """
            package org.example;

            public class Job {
                public enum Status { RUNNING, DONE, FAILED }

                private Status status;
                private String failureReason;

                public void setStatus(Status status) { this.status = status; }

                public void setFailureReason(String failureReason) { this.failureReason = failureReason; }

                public void fail(String why) { status = Status.FAILED; failureReason = why; }
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

                String name(Job.Status status) {
                    switch (status) {
                        case DONE: return "done";
                        default: return "other";
                    }
                }
            }
            """;

    /** Changes that people make, in the sources, upstream, the settings, and where nothing depends on them. */
    enum Edit {
        REASON_GIVEN(
                "b/src/Worker.java", t -> t.replace("job.setStatus(Job.Status.FAILED);", "job.fail(e.toString());")),
        REASON_TAKEN(
                "b/src/Worker.java", t -> t.replace("job.fail(e.toString());", "job.setStatus(Job.Status.FAILED);")),
        SWALLOW_ADDED(
                "b/src/Other.java",
                t -> "class Other { void f() { try { g(); } catch (Exception e) { } } void g() {} }"),
        FILE_GONE("b/src/Other.java", t -> null),
        LINE_ABOVE("b/src/Worker.java", t -> "\n" + t),
        COMMENT("b/src/Worker.java", t -> t + "// the end\n"),
        HELPER_FORGETS_REASON("a/src/Job.java", t -> t.replace("failureReason = why; }", "}")),
        HELPER_KEEPS_REASON("a/src/Job.java", t -> t.replace("FAILED; }", "FAILED; failureReason = why; }")),
        VARIANT_ADDED("a/src/Job.java", t -> t.replace("DONE, FAILED }", "DONE, LOST, FAILED }")),
        VARIANT_TAKEN("a/src/Job.java", t -> t.replace("DONE, LOST, FAILED }", "DONE, FAILED }")),
        RULE_OFF("incident.json", t -> "{\"rules\": {\"SwallowedException\": \"off\"}}"),
        WORDS("incident.json", t -> "{\"vocabulary\": {\"failureWords\": {\"add\": [\"done\"]}}}"),
        EXCLUDED("incident.json", t -> "{\"exclude\": [\"**/Other.java\"]}"),
        NO_SETTINGS("incident.json", t -> null),
        NOTHING("README.md", t -> "read me");

        private final String file;
        private final UnaryOperator<String> change;

        Edit(String file, UnaryOperator<String> change) {
            this.file = file;
            this.change = change;
        }

        void make(Path root) throws IOException {
            Path path = root.resolve(file);
            String changed = change.apply(Files.exists(path) ? Files.readString(path) : "");
            if (changed == null) {
                Files.deleteIfExists(path);
            } else {
                Files.writeString(path, changed);
            }
        }
    }

    @TempDir
    Path root;

    @BeforeEach
    void write() throws IOException {
        write(root);
    }

    private static void write(Path root) throws IOException {
        Files.createDirectories(root.resolve("a/src"));
        Files.createDirectories(root.resolve("b/src"));
        Files.writeString(root.resolve("a/src/Job.java"), JOB);
        Files.writeString(root.resolve("b/src/Worker.java"), WORKER);
    }

    private static AuditResult audit(Path root, boolean kept) {
        ConfigReader configs =
                new ConfigReader(Rules.all().list().stream().map(Rule::id).toList());
        List<AuditModule> modules = Stream.of("a", "b")
                .map(name -> AuditModule.of(
                                name, root.resolve(name), root.resolve(name).resolve("src"))
                        .withUpstream(name.equals("b") ? Set.of("a") : Set.of())
                        .withConfig(configs.nearest(root.resolve(name), root))
                        .withCache(kept ? root.resolve("target").resolve(name) : null))
                .toList();
        return Audit.run(AuditRequest.of(root, modules).withThreads(1));
    }

    private static String json(AuditResult result) {
        return new String(JsonReport.write(result.report()), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void whatever_is_edited_kept_verdicts_are_those_of_a_run_from_nothing(@ForAll("edits") List<Edit> edits)
            throws IOException {
        Path folder = Files.createTempDirectory("kept");
        try {
            write(folder);
            for (Edit edit : edits) {
                edit.make(folder);
                assertThat(json(audit(folder, true))).as(edit.name()).isEqualTo(json(audit(folder, false)));
            }
        } finally {
            delete(folder);
        }
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        return Arbitraries.of(Edit.class).list().ofMinSize(4).ofMaxSize(8);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    @Test
    void a_module_that_nothing_has_changed_for_is_not_read_again() throws IOException {
        audit(root, true);
        AuditResult second = audit(root, true);
        Edit.REASON_GIVEN.make(root);
        AuditResult third = audit(root, true);

        assertThat(second.timings()).doesNotContainKey("read");
        assertThat(third.timings()).containsKey("read");
        assertThat(json(third)).isEqualTo(json(audit(root, false)));
    }

    @Test
    void a_change_upstream_reaches_the_modules_below() throws IOException {
        Edit.REASON_GIVEN.make(root);
        String before = json(audit(root, true));
        Edit.HELPER_FORGETS_REASON.make(root);

        assertThat(json(audit(root, true))).isEqualTo(json(audit(root, false))).isNotEqualTo(before);
    }

    @Test
    void damaged_verdicts_are_dropped_with_a_word_and_change_nothing() throws IOException {
        String before = json(audit(root, true));
        Path file = root.resolve("target/b/verdicts-default.bin");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);

        AuditResult after = audit(root, true);

        assertThat(json(after)).isEqualTo(before);
        assertThat(after.notes())
                .containsExactly("What was kept of b is damaged: target/b/verdicts-default.bin; it is made anew");
        assertThat(audit(root, true).notes()).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_written_costs_a_word_and_no_finding() throws IOException {
        String before = json(audit(root, false));
        Files.writeString(root.resolve("target"), "a file");

        AuditResult after = audit(root, true);

        assertThat(json(after)).isEqualTo(before);
        assertThat(after.notes()).hasSize(4).anyMatch(note -> note.contains("cannot be written"));
    }
}
