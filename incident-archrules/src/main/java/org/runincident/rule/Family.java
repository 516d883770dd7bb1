package org.runincident.rule;

import java.util.List;

/** What a rule is about. */
public enum Family {
    STATUS(
            "status",
            "state",
            "outcome",
            "result",
            "phase",
            "failed",
            "failure",
            "error",
            "aborted",
            "killed",
            "lost",
            "stuck",
            "timed",
            "timeout",
            "rejected",
            "declined",
            "expired",
            "dead",
            "terminated",
            "crashed",
            "canceled",
            "cancelled",
            "stopped",
            "stopping",
            "abandoned",
            "interrupted",
            "invalid",
            "unhealthy",
            "fail",
            "stop",
            "cancel",
            "kill",
            "abort"),
    EXCEPTIONS,
    VARIANTS,
    HOUSE;

    private final List<String> triggers;

    Family(String... triggers) {
        this.triggers = List.of(triggers);
    }

    /** Trigger words that all rules of the family share, beside those a rule names itself ({@link RuleInfo#triggers}). */
    public List<String> triggers() {
        return triggers;
    }
}
