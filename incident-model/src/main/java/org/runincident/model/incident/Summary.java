package org.runincident.model.incident;

import java.time.Instant;
import java.util.Objects;

/**
 * A text that somebody wrote about an incident, kept beside the raw data and never in place of it.
 *
 * @param text the text; not blank
 * @param by who or what wrote it, such as "template" or the name of a model
 * @param at when
 */
public record Summary(String text, String by, Instant at) {
    /** @throws IllegalArgumentException if the text or its author are blank */
    public Summary {
        Objects.requireNonNull(at, "at");
        if (text.isBlank() || by.isBlank()) {
            throw new IllegalArgumentException("a summary has a text and an author");
        }
    }
}
