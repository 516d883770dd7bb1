package org.runincident.model.insight;

import org.runincident.model.Confidence;
import org.runincident.model.FailureCategory;
import org.runincident.model.OutcomeType;
import org.runincident.model.incident.RunIncident;

/**
 * Whether an incident is complex enough to be worth a summary. A pure function; the table of its answers is in the README.
 *
 * @param links from how many exceptions in a chain on an incident counts as complex; at least 2
 * @param attempts from how many attempts on it does; at least 2
 */
public record SummaryGate(int links, int attempts) {
    /** @throws IllegalArgumentException if a value is out of its range */
    public SummaryGate {
        if (links < 2 || attempts < 2) {
            throw new IllegalArgumentException("one exception or one attempt is not complex");
        }
    }

    /** What speaks for or against a summary. Closed. */
    @OutcomeType
    public enum Sight {
        /** There is one already. */
        ALREADY_THERE(false),
        /** Somebody wanted the end: there is nothing to explain. */
        END_REQUESTED(false),
        /** Observations contradict one another. */
        CONFLICTING(true),
        /** The cause is not known well. */
        LOW_CONFIDENCE(true),
        /** The error has many layers. */
        LONG_CHAIN(true),
        /** It failed again and again. */
        MANY_ATTEMPTS(true),
        /** The reason's sentence says it all. */
        SIMPLE(false);

        private final boolean worth;

        Sight(boolean worth) {
            this.worth = worth;
        }

        /** Whether a summary is worth it. */
        public boolean worthIt() {
            return worth;
        }
    }

    /** From four exceptions or three attempts on. */
    public static SummaryGate standard() {
        return new SummaryGate(4, 3);
    }

    /** What is to be seen. */
    public Sight decide(RunIncident incident) {
        if (incident.summary() != null) {
            return Sight.ALREADY_THERE;
        }
        if (incident.cause().reason().category() == FailureCategory.USER_CANCEL) {
            return Sight.END_REQUESTED;
        }
        if (!incident.cause().conflicting().isEmpty()) {
            return Sight.CONFLICTING;
        }
        if (incident.cause().confidence() == Confidence.LOW) {
            return Sight.LOW_CONFIDENCE;
        }
        if (incident.cause().reason().cause() != null
                && incident.cause().reason().cause().links().size() >= links) {
            return Sight.LONG_CHAIN;
        }
        return incident.facts().attempts() >= attempts ? Sight.MANY_ATTEMPTS : Sight.SIMPLE;
    }
}
