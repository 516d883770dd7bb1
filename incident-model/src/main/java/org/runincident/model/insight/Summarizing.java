package org.runincident.model.insight;

import java.time.Clock;
import java.util.Objects;
import org.runincident.model.incident.RunIncident;
import org.runincident.model.incident.Summary;

/**
 * Adds a summary to incidents that are worth one. Never in the way: if the summarizer fails or has nothing to say, the
 * template's summary is added, with a word about that.
 *
 * @param gate decides whether it is worth it
 * @param summarizer writes it
 * @param clock says when
 */
public record Summarizing(SummaryGate gate, FailureSummarizer summarizer, Clock clock) {
    public Summarizing {
        Objects.requireNonNull(gate, "gate");
        Objects.requireNonNull(summarizer, "summarizer");
        Objects.requireNonNull(clock, "clock");
    }

    /** The incident with a summary beside its data, or as it is where none is worth it. */
    public RunIncident summarize(RunIncident incident) {
        if (!gate.decide(incident).worthIt()) {
            return incident;
        }
        try {
            String text = summarizer.summarize(incident);
            if (text != null && !text.isBlank()) {
                return incident.summary(new Summary(text, summarizer.name(), clock.instant()));
            }
            return fallback(incident, "had nothing to say");
        } catch (RuntimeException e) {
            return fallback(incident, "failed: " + e.getClass().getSimpleName());
        }
    }

    private RunIncident fallback(RunIncident incident, String why) {
        FailureSummarizer template = FailureSummarizer.template();
        return incident.summary(new Summary(
                template.summarize(incident),
                template.name() + ", as " + summarizer.name() + " " + why,
                clock.instant()));
    }
}
