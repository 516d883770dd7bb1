package org.runincident.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.runincident.audit.report.json.JsonReport;

/**
 * After an edit, kept verdicts are those of a run from nothing, byte for byte; and an edit nobody can notice costs no more than
 * the edited file.
 *
 * <p>Some dozens of random edits in every build; as many as wanted with {@code -Dincident.test.edits=1000}.
 */
class EditedModuleTest {
    private static final Path EXAMPLE = Path.of("../it/examples/job-runner/src/main/java");
    private static final int EDITS = Integer.getInteger("incident.test.edits", 12);

    private static final String SERVICE = """
            package org.example.jobs;

            import java.util.logging.Logger;

            class Service {
                private static final Logger LOG = Logger.getLogger("service");

                private final String name;

                Service(String name) {
                    this.name = name;
                }

                int size(String text) {
                    int size = text.length();
                    return size;
                }

                void start(JobRunner runner) {
                    try {
                        runner.toString();
                    } catch (RuntimeException e) {
                        LOG.warning("not started");
                    }
                }

                void stop() {
                    try {
                        quietly(null);
                    } catch (Exception e) {
                        quietly(e);
                    }
                }

                private void quietly(Exception e) {
                    LOG.info("quiet");
                }
            }
            """;

    @TempDir
    Path folder;

    private final Map<String, String> sources = new TreeMap<>();

    @BeforeEach
    void read() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                sources.put(EXAMPLE.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        sources.put("org/example/jobs/Service.java", SERVICE);
    }

    private AuditResult audit(boolean kept) throws IOException {
        Path root = folder.resolve("src");
        if (Files.exists(root)) {
            try (Stream<Path> old = Files.walk(root)) {
                for (Path file : old.filter(Files::isRegularFile).toList()) {
                    String path = root.relativize(file).toString().replace('\\', '/');
                    if (!sources.containsKey(path)) {
                        Files.delete(file);
                    }
                }
            }
        }
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = root.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
        }
        AuditModule module =
                AuditModule.of("jobs", folder, root).withCache(kept ? folder.resolve("target/cache") : null);
        return Audit.run(AuditRequest.of(folder, List.of(module))
                .withRules(AuditRequest.RuleSet.THOROUGH)
                .withThreads(1));
    }

    private static String json(AuditResult result) {
        return new String(JsonReport.write(result.report()), StandardCharsets.UTF_8);
    }

    private void edit(String from, String to) {
        sources.compute("org/example/jobs/Service.java", (file, text) -> {
            assertThat(text).contains(from);
            return text.replace(from, to);
        });
    }

    /** Audits before and after the edit, and tells whether the verdicts of before were enough. */
    private boolean isRevised(String from, String to) throws IOException {
        audit(true);
        edit(from, to);
        AuditResult after = audit(true);
        assertThat(json(after)).isEqualTo(json(audit(false)));
        assertThat(audit(true).timings()).doesNotContainKeys("revise", "read");
        return !after.timings().containsKey("read");
    }

    @Test
    void a_line_in_a_body_costs_its_file_alone() throws IOException {
        assertThat(isRevised("int size = text.length();", "int size = text.strip().length() + 1;"))
                .isTrue();
    }

    @Test
    void a_line_in_a_constructor_costs_its_file_alone() throws IOException {
        assertThat(isRevised("this.name = name;", "this.name = name.strip();\n        System.out.println(name);"))
                .isTrue();
    }

    @Test
    void a_status_that_a_constructor_gives_is_judged_anew() throws IOException {
        assertThat(isRevised(
                        "this.name = name;", "this.name = name;\n        ((Job) null).setStatus(JobStatus.FAILED);"))
                .isFalse();
    }

    @Test
    void what_a_predicate_says_of_a_constant_is_judged_anew() throws IOException {
        edit("class Service {", """
                enum End {
                    DONE,
                    FAILED;

                    boolean isBad() {
                        return this != DONE;
                    }
                }

                class Ended {
                    private End status;
                    private String failureReason;

                    void fail() {
                        End next = End.FAILED;
                        status = next;
                        if (next.isBad()) {
                            failureReason = "why";
                        }
                    }
                }

                class Service {""");
        assertThat(isRevised("return this != DONE;", "return this == DONE;")).isFalse();
    }

    @Test
    void comments_and_empty_lines_move_what_is_below_and_cost_their_file_alone() throws IOException {
        assertThat(isRevised("    int size(", "    /** Says how long a text is. */\n\n    int size("))
                .isTrue();
        assertThat(isRevised("class Service", "\n// a service\nclass Service")).isTrue();
    }

    @Test
    void a_line_beside_a_finding_leaves_it_where_it_is() throws IOException {
        assertThat(isRevised(
                        "        try {\n            runner",
                        "        LOG.info(\"now\");\n        try {\n            runner"))
                .isTrue();
    }

    @Test
    void what_becomes_of_an_exception_is_judged_anew() throws IOException {
        assertThat(isRevised("LOG.warning(\"not started\");", "throw e;")).isFalse();
    }

    @Test
    void a_helper_that_others_give_their_exceptions_is_judged_with_them() throws IOException {
        assertThat(isRevised("LOG.info(\"quiet\");", "LOG.log(java.util.logging.Level.WARNING, \"loud\", e);"))
                .isFalse();
    }

    @Test
    void a_call_of_another_body_is_judged_anew() throws IOException {
        assertThat(isRevised("int size = text.length();", "quietly(null);\n        int size = text.length();"))
                .isFalse();
    }

    @Test
    void a_new_catch_is_judged_anew() throws IOException {
        assertThat(isRevised(
                        "int size = text.length();",
                        "int size = 0;\n        try { size = text.length(); } catch (Exception e) { }"))
                .isFalse();
    }

    @Test
    void what_is_declared_concerns_all() throws IOException {
        assertThat(isRevised("private void quietly(Exception e)", "private void quietly(Throwable e)"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void after_random_edits_kept_verdicts_are_those_of_a_run_from_nothing(long seed) throws IOException {
        Random random = new Random(seed);
        audit(true);
        for (int i = 0; i < EDITS / 2; i++) {
            String edit = edit(random);
            assertThat(json(audit(true))).as("%d: %s", i, edit).isEqualTo(json(audit(false)));
        }
    }

    private static final List<String> STATEMENTS = List.of(
            "System.out.println(\"here\");",
            "int n = 1;",
            "if (hashCode() > 3) { return; }",
            "try { toString(); } catch (Exception e) { }",
            "try { toString(); } catch (RuntimeException e) { throw new IllegalStateException(\"lost\"); }",
            "job.setStatus(JobStatus.FAILED);",
            "job.setFailureReason(\"why\");",
            "Runnable later = () -> { try { wait(); } catch (InterruptedException e) { } };",
            "new Thread() { @Override public void run() { try { toString(); } catch (Throwable t) { } } };",
            "switch (job.getStatus()) { case DONE: break; }",
            "throw new IllegalStateException(\"no\");",
            "record Pair(int a, int b) { }",
            "// a remark",
            "/* a longer\n   remark */",
            "");

    /** One edit; what it was. */
    private String edit(Random random) {
        List<String> files = List.copyOf(sources.keySet());
        String file = files.get(random.nextInt(files.size()));
        List<String> lines = new ArrayList<>(List.of(sources.get(file).split("\n", -1)));
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).endsWith(";") && lines.get(i).startsWith("        ")) {
                ends.add(i);
            }
        }
        int line = ends.isEmpty() ? 0 : ends.get(random.nextInt(ends.size()));
        String done;
        switch (random.nextInt(12)) {
            case 0 -> {
                done = "taken out: " + lines.remove(line);
            }
            case 1 -> {
                lines.add(line, lines.get(line));
                done = "twice: " + lines.get(line);
            }
            case 2 -> {
                String other = files.get(random.nextInt(files.size()));
                String text = sources.remove(file);
                sources.put(file.replace(".java", "X.java"), text.replace("class ", "final class "));
                return "renamed " + file + " near " + other;
            }
            case 3 -> {
                lines.replaceAll(l -> l.replace("RUNNING,", "RUNNING, LOST,"));
                done = "a constant more";
            }
            case 4 -> {
                lines.replaceAll(l -> l.replaceFirst("void (\\w+)\\(", "void $1x("));
                done = "methods renamed";
            }
            default -> {
                done = STATEMENTS.get(random.nextInt(STATEMENTS.size()));
                lines.add(line, done);
            }
        }
        sources.put(file, String.join("\n", lines));
        return file + ":" + (line + 1) + " " + done;
    }
}
