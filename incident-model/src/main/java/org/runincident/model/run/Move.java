package org.runincident.model.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.runincident.model.FailureReason;
import org.runincident.model.RunStatus;
import org.runincident.model.event.StatusChange;

/** A move that has been described and not yet made; built by {@link Moves} only. */
public final class Move {
    private final RunStatus to;
    private final String by;
    private final FailureReason reason;
    private final String question;
    private final Instant waitUntil;
    private final Duration limit;
    private final List<String> undone;

    Move(
            RunStatus to,
            String by,
            FailureReason reason,
            String question,
            Instant waitUntil,
            Duration limit,
            List<String> undone) {
        this.to = to;
        this.by = by;
        this.reason = reason;
        this.question = question;
        this.waitUntil = waitUntil;
        this.limit = limit;
        this.undone = undone;
    }

    static Move to(RunStatus status) {
        return new Move(status, null, null, null, null, null, List.of());
    }

    static Move ended(RunStatus status, FailureReason reason) {
        return new Move(status, null, reason, null, null, null, List.of());
    }

    static Move waiting(String question, Duration limit, Instant until) {
        return new Move(RunStatus.AWAITING_INPUT, null, null, question, until, limit, List.of());
    }

    RunStatus to() {
        return to;
    }

    String question() {
        return question;
    }

    StatusChange from(RunState state, String source) {
        FailureReason said = reason == null || reason.source() != null ? reason : reason.source(source);
        String cause = by != null ? by : said != null ? said.source() : source;
        Duration passed = to == RunStatus.TIMED_OUT ? limit : null;
        return new StatusChange(
                state == null ? null : state.status(),
                to,
                state == null ? 1 : state.version() + 1,
                cause,
                said,
                waitUntil,
                passed,
                undone);
    }
}
