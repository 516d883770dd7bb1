package org.runincident.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.rule.Rule;
import org.runincident.rule.Rules;
import org.runincident.vocabulary.ConfigReader;

/** Exceptions that a project names as those that steer its control flow. */
class ControlFlowTest {
    @TempDir
    Path root;

    private void write(String name, String body) throws IOException {
        Path file = root.resolve("src").resolve(name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, body);
    }

    private List<String> findings() throws IOException {
        Files.writeString(root.resolve("incident.json"), """
                {"vocabulary": {"controlFlowExceptions": {"add": ["RunPaused"]}}}
                """);
        write("RunPaused", "class RunPaused extends RuntimeException { String at; }");
        write("PausedByUser", "class PausedByUser extends RunPaused { }");
        write("Gate", """
                class Gate {
                    boolean open;
                    void pass() { if (!open) { throw new PausedByUser(); } }
                }
                """);
        write("Step", "class Step { Gate gate; void work() { gate.pass(); } }");
        ConfigReader configs =
                new ConfigReader(Rules.all().list().stream().map(Rule::id).toList());
        AuditModule module = AuditModule.of("runs", root, root.resolve("src")).withConfig(configs.nearest(root, root));
        return Audit.run(AuditRequest.of(root, List.of(module))).report().modules().stream()
                .flatMap(m -> m.findings().stream())
                .map(f -> f.rule() + " " + f.at().line() + " " + f.message())
                .toList();
    }

    private void handler(String clauses) throws IOException {
        write("Runner", """
                class Runner {
                    private static final java.util.logging.Logger LOG = java.util.logging.Logger.getLogger("runner");
                    String pausedAt;
                    void run(Step step) {
                        try {
                            step.work();
                        %s
                    }
                }
                """.formatted(clauses));
    }

    @Test
    void a_broad_clause_that_does_not_throw_it_on_is_reported_through_several_calls() throws IOException {
        handler("} catch (Exception e) { LOG.log(java.util.logging.Level.SEVERE, \"failed\", e); }");

        assertThat(findings())
                .containsExactly("InterruptLost 7 `catch (Exception)` takes an exception that steers the control flow"
                        + " (`work` may throw `PausedByUser`), and does not throw it on.");
    }

    @Test
    void the_interrupt_flag_does_not_stand_for_it() throws IOException {
        handler("} catch (RuntimeException e) { Thread.currentThread().interrupt();"
                + " LOG.log(java.util.logging.Level.SEVERE, \"failed\", e); }");

        assertThat(findings()).hasSize(1).first().asString().startsWith("InterruptLost 7 ");
    }

    @Test
    void a_clause_before_that_throws_it_on_is_fine() throws IOException {
        handler("} catch (RunPaused e) { throw e; }"
                + " catch (Exception e) { LOG.log(java.util.logging.Level.SEVERE, \"failed\", e); }");

        assertThat(findings()).isEmpty();
    }

    @Test
    void a_test_that_throws_it_on_is_fine() throws IOException {
        handler("} catch (Exception e) { if (e instanceof RunPaused) { throw (RunPaused) e; }"
                + " LOG.log(java.util.logging.Level.SEVERE, \"failed\", e); }");

        assertThat(findings()).isEmpty();
    }

    @Test
    void the_clause_that_uses_what_it_says_is_where_it_was_meant_to_go() throws IOException {
        handler("} catch (RunPaused e) { pausedAt = e.at; }");

        assertThat(findings()).isEmpty();
    }

    @Test
    void a_clause_that_names_it_and_drops_it_is_reported() throws IOException {
        handler("} catch (RunPaused e) { LOG.info(\"paused\"); }");

        assertThat(findings()).hasSize(1).first().asString().startsWith("InterruptLost 7 `catch (RunPaused)` takes");
    }

    @Test
    void a_broad_clause_that_it_cannot_reach_is_judged_as_ever() throws IOException {
        write("Other", """
                class Other {
                    private static final java.util.logging.Logger LOG = java.util.logging.Logger.getLogger("other");
                    void run(Runnable step) {
                        try {
                            step.run();
                        } catch (Exception e) {
                            LOG.log(java.util.logging.Level.SEVERE, "failed", e);
                        }
                    }
                }
                """);

        assertThat(findings()).isEmpty();
    }
}
