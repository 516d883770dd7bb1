package org.runincident.model.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.runincident.model.CommonCode;
import org.runincident.model.FailureClassifier;
import org.runincident.model.FailureReason;

/**
 * Notices that wait for their delivery. Telling others is apart from running: {@link #put} never throws into the run, and
 * what cannot be delivered now is tried again by the next {@link #deliver}, up to a number of attempts.
 *
 * <p>The notices live in an {@link EventLog}: with a durable one they survive a crash, and each is delivered at least once.
 * Thread-safe.
 */
public final class Outbox {
    /** How often a notice is offered to the courier before it is given up. */
    public static final int DEFAULT_ATTEMPTS = 5;

    private static final EventKind QUEUED = EventKind.custom("outbox", "queued");
    private static final EventKind DELIVERED = EventKind.custom("outbox", "delivered");
    private static final EventKind FAILED = EventKind.custom("outbox", "failed");
    private static final String SOURCE = "outbox";
    private static final String NUMBER = "notice";

    private final EventLog log;
    private final int attempts;
    private final Map<Long, Waiting> waiting = new LinkedHashMap<>();
    private long read;

    /** Over a log, with {@value #DEFAULT_ATTEMPTS} attempts. */
    public Outbox(EventLog log) {
        this(log, DEFAULT_ATTEMPTS);
    }

    /**
     * Over a log, which may hold other events too.
     *
     * @param attempts at least 1
     */
    public Outbox(EventLog log, int attempts) {
        this.log = Objects.requireNonNull(log, "log");
        if (attempts < 1) {
            throw new IllegalArgumentException("an outbox needs at least one attempt, not " + attempts);
        }
        this.attempts = attempts;
    }

    private record Waiting(Notice notice, int tried) {}

    /**
     * What became of one notice.
     *
     * @param notice the notice
     * @param attempt how often it has been offered by now, from 1
     * @param problem why it was not delivered; null if it was
     * @param givenUp whether it will not be offered again though it was not delivered
     */
    public record Delivery(Notice notice, int attempt, FailureReason problem, boolean givenUp) {
        /** Whether it was delivered. */
        public boolean delivered() {
            return problem == null;
        }
    }

    /** Keeps a notice. Never throws: empty if it was kept, else why it is lost. */
    public Optional<FailureReason> put(Notice notice) {
        try {
            log.append(NewEvent.of(notice.runId(), QUEUED, SOURCE)
                    .with("to", notice.to())
                    .with("subject", notice.subject())
                    .with(EventData.TEXT, notice.text()));
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(FailureReason.of(CommonCode.DELIVERY_FAILED, e)
                    .message("A notice was lost: it could not be kept for delivery.")
                    .source(SOURCE));
        }
    }

    /** The notices that wait, oldest first. */
    public synchronized List<Notice> pending() {
        catchUp();
        return waiting.values().stream().map(Waiting::notice).toList();
    }

    /**
     * Offers every waiting notice to the courier, oldest first; one that fails does not hold up the others. Stops early if
     * the thread is interrupted, and leaves it interrupted.
     *
     * @throws EventLogException if the log cannot be read or written; never because of the courier
     */
    public synchronized List<Delivery> deliver(Courier courier) {
        catchUp();
        List<Delivery> deliveries = new ArrayList<>();
        for (Map.Entry<Long, Waiting> entry : new ArrayList<>(waiting.entrySet())) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            deliveries.add(offer(courier, entry.getKey(), entry.getValue()));
        }
        catchUp();
        return List.copyOf(deliveries);
    }

    private Delivery offer(Courier courier, long number, Waiting next) {
        int attempt = next.tried() + 1;
        FailureReason problem = null;
        try {
            courier.deliver(next.notice());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problem = FailureClassifier.standard().reason(e);
        } catch (Exception e) {
            problem = FailureReason.of(CommonCode.DELIVERY_FAILED, e).source(SOURCE);
        }
        NewEvent event = NewEvent.of(next.notice().runId(), problem == null ? DELIVERED : FAILED, SOURCE)
                .with(NUMBER, number);
        log.append(
                problem == null
                        ? event
                        : event.with(EventData.TEXT, problem.cause().root().line()));
        return new Delivery(next.notice(), attempt, problem, problem != null && attempt >= attempts);
    }

    private void catchUp() {
        for (RunEvent event : log.since(read)) {
            read = event.seq();
            if (event.kind().equals(QUEUED)) {
                waiting.put(event.seq(), new Waiting(noticeOf(event), 0));
            } else if (event.kind().equals(DELIVERED)) {
                waiting.remove(Long.valueOf(event.data(NUMBER)));
            } else if (event.kind().equals(FAILED)) {
                waiting.computeIfPresent(Long.valueOf(event.data(NUMBER)), (number, tried) -> again(tried));
            }
        }
    }

    private Waiting again(Waiting tried) {
        return tried.tried() + 1 >= attempts ? null : new Waiting(tried.notice(), tried.tried() + 1);
    }

    private static Notice noticeOf(RunEvent event) {
        return new Notice(event.runId(), event.data("to"), event.data("subject"), event.data(EventData.TEXT));
    }
}
