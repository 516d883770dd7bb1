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
}
