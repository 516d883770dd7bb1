package org.runincident.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLogTest {
    @Test
    void what_is_left_is_guessed_once_there_is_something_to_guess_by() {
        assertThat(ProgressLog.line("files read", 4_000, 12_000, Duration.ofSeconds(20), Duration.ofSeconds(10)))
                .isEqualTo("4,000 of 12,000 files read, 20 s so far, about 20 s to go");
        assertThat(ProgressLog.line("files read", 12, 12_000, Duration.ofSeconds(20), Duration.ofSeconds(10)))
                .isEqualTo("12 of 12,000 files read, 20 s so far");
    }

    @Test
    void a_short_audit_says_nothing() {
        StringBuilder said = new StringBuilder();
        try (ProgressLog progress = new ProgressLog(said::append)) {
            progress.stage("files read", 2);
            progress.step();
        }

        assertThat(said).isEmpty();
    }
}
