package org.runincident.vocabulary;

import java.io.Serial;

/**
 * A mistake in {@code incident.json}, told in one sentence for the person who wrote it: file, line, key, and the nearest
 * known name where there is one. No stack trace helps that person.
 */
public final class ConfigProblem extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public ConfigProblem(String sentence) {
        super(sentence);
    }

    public ConfigProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
