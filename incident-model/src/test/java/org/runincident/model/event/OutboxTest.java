package org.runincident.model.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.model.CommonCode;

class OutboxTest {
    private static final Notice FIRST = new Notice("r1", "anna", "run r1 failed", "The disk is full.");
    private static final Notice SECOND = new Notice("r2", "ben", "run r2 failed", "");

    private final InMemoryEventLog log = new InMemoryEventLog();

    @Test
    void notices_are_delivered_once_oldest_first() {
        Outbox outbox = new Outbox(log);
        List<Notice> received = new ArrayList<>();

        assertThat(outbox.put(FIRST)).isEmpty();
        assertThat(outbox.put(SECOND)).isEmpty();
        assertThat(outbox.pending()).containsExactly(FIRST, SECOND);

        assertThat(outbox.deliver(received::add)).allSatisfy(delivery -> {
            assertThat(delivery.delivered()).isTrue();
            assertThat(delivery.attempt()).isEqualTo(1);
            assertThat(delivery.givenUp()).isFalse();
        });
        assertThat(outbox.deliver(received::add)).isEmpty();
        assertThat(received).containsExactly(FIRST, SECOND);
    }

    @Test
    void one_that_fails_does_not_hold_up_the_others_and_is_tried_again() {
        Outbox outbox = new Outbox(log);
        outbox.put(FIRST);
        outbox.put(SECOND);

        List<Outbox.Delivery> deliveries = outbox.deliver(notice -> {
            if (notice.equals(FIRST)) {
                throw new IOException("mail server down");
            }
        });

        assertThat(deliveries).map(Outbox.Delivery::delivered).containsExactly(false, true);
        assertThat(deliveries.get(0).problem().code()).isEqualTo(CommonCode.DELIVERY_FAILED);
        assertThat(deliveries.get(0).problem().source()).isEqualTo("outbox");
        assertThat(outbox.pending()).containsExactly(FIRST);
        assertThat(log.since(0))
                .anySatisfy(event -> assertThat(event.data(EventData.TEXT)).isEqualTo("IOException: mail server down"));
    }

    @Test
    void after_the_last_attempt_a_notice_is_given_up() {
        Outbox outbox = new Outbox(log, 2);
        outbox.put(FIRST);
        Courier down = notice -> {
            throw new IOException();
        };

        assertThat(outbox.deliver(down))
                .first()
                .extracting(Outbox.Delivery::givenUp)
                .isEqualTo(false);
        assertThat(outbox.deliver(down)).first().satisfies(delivery -> {
            assertThat(delivery.givenUp()).isTrue();
            assertThat(delivery.attempt()).isEqualTo(2);
        });
        assertThat(outbox.pending()).isEmpty();
    }

    @Test
    void what_waits_survives_a_restart_with_its_attempts(@TempDir Path folder) {
        Path file = folder.resolve("outbox.jsonl");
        try (FileEventLog durable = FileEventLog.open(file)) {
            Outbox outbox = new Outbox(durable, 2);
            outbox.put(FIRST);
            outbox.put(SECOND);
            outbox.deliver(notice -> {
                if (notice.equals(FIRST)) {
                    throw new IOException();
                }
            });
        }
        try (FileEventLog durable = FileEventLog.open(file)) {
            Outbox outbox = new Outbox(durable, 2);
            assertThat(outbox.pending()).containsExactly(FIRST);
            assertThat(outbox.deliver(notice -> {
                        throw new IOException();
                    }))
                    .first()
                    .extracting(Outbox.Delivery::givenUp)
                    .isEqualTo(true);
        }
    }

    @Test
    void putting_never_throws_into_the_run(@TempDir Path folder) {
        FileEventLog closed = FileEventLog.open(folder.resolve("outbox.jsonl"));
        closed.close();

        assertThat(new Outbox(closed).put(FIRST)).hasValueSatisfying(reason -> {
            assertThat(reason.code()).isEqualTo(CommonCode.DELIVERY_FAILED);
            assertThat(reason.message()).isEqualTo("A notice was lost: it could not be kept for delivery.");
            assertThat(reason.source()).isEqualTo("outbox");
            assertThat(reason.cause().top().type()).endsWith("EventLogException");
        });
        assertThat(new Outbox(log).put(null)).isPresent();
    }

    @Test
    void an_interrupt_stops_delivery_and_stays_set() {
        Outbox outbox = new Outbox(log);
        outbox.put(FIRST);
        outbox.put(SECOND);
        try {
            List<Outbox.Delivery> deliveries = outbox.deliver(notice -> {
                throw new InterruptedException();
            });
            assertThat(deliveries).hasSize(1);
            assertThat(deliveries.get(0).problem().code()).isEqualTo(CommonCode.INTERRUPTED);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
        assertThat(outbox.pending()).containsExactly(FIRST, SECOND);
    }

    @Test
    void other_events_of_the_same_log_are_no_notices() {
        log.append(NewEvent.of("r", EventKind.AGENT_STARTED, "test"));

        assertThat(new Outbox(log).pending()).isEmpty();
    }

    @Test
    void an_outbox_without_attempts_and_a_notice_without_recipient_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Outbox(log, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Notice("r", " ", "s", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Notice("", "a", "s", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Notice("r", "a", "", ""));
    }
}
