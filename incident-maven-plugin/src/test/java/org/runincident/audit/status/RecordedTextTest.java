package org.runincident.audit.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.runincident.audit.cfg.Graphs;
import org.runincident.inventory.StatusSite;
import org.runincident.inventory.StatusSites;
import org.runincident.vocabulary.Vocabulary;

class RecordedTextTest {

    private static final String TYPES = """
            class Tasks {
                enum Status { RUNNING, COMPLETED, FAILED }
                enum ErrorCode { NO_WORKER, TIMEOUT }
                static class Task {
                    private Status status;
                    private String reason;
                    private ErrorCode errorCode;
                    private Throwable cause;
                    void setStatus(Status status) { this.status = status; }
                    void setReason(String reason) { this.reason = reason; }
                    void setErrorCode(ErrorCode errorCode) { this.errorCode = errorCode; }
                    void setCause(Throwable cause) { this.cause = cause; }
                }
                void fail(Task task, String why) { task.setStatus(Status.FAILED); task.setReason(why); }
                void expire(Task task) { task.setStatus(Status.FAILED); task.setReason("lost"); }
            """;

    @Test
    void a_literal_is_what_is_recorded() {
        assertThat(recordedIn("task.setStatus(Status.FAILED); task.setReason(\"no worker took it\");"))
                .isEqualTo("no worker took it");
    }

    @Test
    void the_gaps_of_a_message_are_named() {
        assertThat(recordedIn(
                        "task.setStatus(Status.FAILED); task.setReason(\"no worker for \" + queue + \" at \" + n);"))
                .isEqualTo("no worker for {queue} at {n}");
    }

    @Test
    void a_format_is_recorded_as_it_is() {
        assertThat(recordedIn(
                        "task.setStatus(Status.FAILED); task.setReason(String.format(\"no worker for %s\", queue));"))
                .isEqualTo("no worker for %s");
    }

    @Test
    void a_code_is_named_with_its_type() {
        assertThat(recordedIn("task.setErrorCode(ErrorCode.TIMEOUT); task.setStatus(Status.FAILED);"))
                .isEqualTo("ErrorCode.TIMEOUT");
    }

    @Test
    void texts_of_both_branches_are_kept() {
        assertThat(recordedIn("task.setStatus(Status.FAILED);"
                        + " if (n > 0) { task.setReason(\"too many\"); } else { task.setReason(\"too few\"); }"))
                .isEqualTo("too few | too many");
    }

    @Test
    void an_exception_says_what_it_was_made_with() {
        assertThat(recordedIn("task.setStatus(Status.FAILED);"
                        + " task.setCause(new IllegalStateException(\"queue \" + queue + \" is full\"));"))
                .isEqualTo("queue {queue} is full");
    }

    @Test
    void a_helper_records_what_it_is_handed() {
        assertThat(recordedIn("fail(task, \"no worker took it\");")).isEqualTo("no worker took it");
    }

    @Test
    void a_helper_records_a_text_of_its_own() {
        assertThat(recordedIn("expire(task);")).isEqualTo("lost");
    }

    @Test
    void what_only_the_run_knows_is_left_empty() {
        assertThat(recordedIn("task.setStatus(Status.FAILED); task.setReason(queue);"))
                .isEmpty();
    }

    private static String recordedIn(String body) {
        Graphs program = Graphs.of(TYPES + "void run(Task task, String queue, int n) { " + body + " } }");
        return StatusSites.of(program, Vocabulary.defaults()).stream()
                .filter(site -> site.member().name().equals("run"))
                .map(StatusSite::recorded)
                .findFirst()
                .orElseThrow();
    }
}
