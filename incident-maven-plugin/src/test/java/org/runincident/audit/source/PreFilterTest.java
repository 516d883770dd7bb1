package org.runincident.audit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreFilterTest {
    private final PreFilter filter = new PreFilter(List.of("failed", "catch", "timedout", "sql"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FAILED",
                "x = Status.FAILED;",
                "setFailed(1)",
                "failedTasks",
                "markFAILED",
                "HTTPFailed",
                "FAILEDTask",
                "task_failed_2",
                "failed2",
                "2failed",
                "} catch (Exception e) {",
                "TIMED_OUT",
                "timedOut",
                "TimedOut",
                "\"update t set s = 'FAILED'\"",
                "// it failed",
                "toSQL()",
                "SQLException",
                "größeFailed",
                "\\u0046AILED"
            })
    void a_word_counts_wherever_it_stands(String text) {
        assertThat(filter.matters(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "succeeded", "failedtasks", "catchment", "fail ed", "mysqlite", "Failer"})
    void other_words_do_not_count(String text) {
        assertThat(filter.matters(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Book { void note(Task task, Exception e) { task.setCause(e); } }",
                "class Quiet { void put(Exception e) {} }",
                "interface Desk { Task OPEN = Tasks.open(); }",
                "interface Desk { Runnable CLOSE = Tasks::close; }",
                "interface Desk { Runnable CLOSE = () -> Tasks.CLOSED; }"
            })
    void code_counts_without_a_word(String text) {
        assertThat(filter.matters(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package a; import b.C; @Deprecated interface Desk<T extends C> { int SIZE = 3; void close(T task) throws C; }",
                "/** { run(); } */ class Marker extends Exception {}",
                "enum Size { SMALL, LARGE }"
            })
    void declarations_alone_do_not_count(String text) {
        assertThat(filter.matters(text)).isFalse();
    }
}
