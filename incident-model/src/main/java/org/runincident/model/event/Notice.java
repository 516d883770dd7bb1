package org.runincident.model.event;

import java.util.Objects;

/**
 * Something to tell somebody about a run.
 *
 * @param runId the run; not blank
 * @param to whom or where to: an address, a channel, a name the courier understands; not blank
 * @param subject one line; not blank
 * @param text the rest; may be empty
 */
public record Notice(String runId, String to, String subject, String text) {
    /** @throws IllegalArgumentException if run, recipient or subject are blank */
    public Notice {
        Objects.requireNonNull(text, "text");
        if (runId.isBlank() || to.isBlank() || subject.isBlank()) {
            throw new IllegalArgumentException("a notice needs a run, a recipient and a subject");
        }
    }
}
