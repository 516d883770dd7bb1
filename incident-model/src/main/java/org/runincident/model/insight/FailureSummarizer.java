package org.runincident.model.insight;

import org.runincident.model.incident.RunIncident;

/**
 * Writes a short text about an incident. Implemented by applications (a language model, a search over run books); the one of
 * this library, {@link #template()}, fills in sentences. May be slow and may fail: {@link Summarizing} sees to both.
 */
@FunctionalInterface
public interface FailureSummarizer {
    /**
     * A few sentences for a reader who has not seen the data; not blank.
     *
     * @throws RuntimeException if it cannot
     */
    String summarize(RunIncident incident);

    /** Who writes, for the reader. */
    default String name() {
        return "summarizer";
    }

    /** Sentences with the facts filled in; cannot fail. */
    static FailureSummarizer template() {
        return new TemplateSummarizer();
    }
}
