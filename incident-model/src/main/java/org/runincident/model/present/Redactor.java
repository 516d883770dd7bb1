package org.runincident.model.present;

/**
 * Takes out of texts what must not be shown. Implementations are stateless, never throw, and take time in proportion to the
 * text, as they read what others wrote.
 */
@FunctionalInterface
public interface Redactor {
    /**
     * The text without what must not be shown.
     *
     * @param name under which name the text is kept, such as "prompt" or "db.password"; empty if it has none
     * @param text the text
     */
    String redact(String name, String text);

    /** Secrets by their names and shapes, and raw excerpts (prompts, file contents, output) by their names. */
    static Redactor standard() {
        return new StandardRedactor(true);
    }

    /** Secrets only; raw excerpts are shown. For debugging, on request. */
    static Redactor secretsOnly() {
        return new StandardRedactor(false);
    }
}
