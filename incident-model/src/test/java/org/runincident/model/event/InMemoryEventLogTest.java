package org.runincident.model.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryEventLogTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void events_are_numbered_timed_and_found_after_a_number() {
        try (InMemoryEventLog log = new InMemoryEventLog(Clock.fixed(NOW, ZoneOffset.UTC))) {
            assertThat(log.last()).isZero();
            RunEvent first = log.append(NewEvent.of("a", EventKind.AGENT_STARTED, "test"));
            RunEvent second = log.append(NewEvent.of("b", EventKind.AGENT_STARTED, "test"));

            assertThat(first.seq()).isEqualTo(1);
            assertThat(second.seq()).isEqualTo(2);
            assertThat(first.at()).isEqualTo(NOW);
            assertThat(log.last()).isEqualTo(2);
            assertThat(log.since(-3)).isEqualTo(List.of(first, second));
            assertThat(log.since(1)).isEqualTo(List.of(second));
            assertThat(log.since(9)).isEmpty();
            assertThat(log.of("b")).isEqualTo(List.of(second));
        }
    }

    @Test
    void what_was_read_does_not_change() {
        InMemoryEventLog log = new InMemoryEventLog();
        List<RunEvent> read = log.since(0);
        log.append(NewEvent.of("a", EventKind.AGENT_STARTED, "test"));

        assertThat(read).isEmpty();
    }
}
