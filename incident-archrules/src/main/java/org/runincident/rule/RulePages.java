package org.runincident.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The pages of the rules: Markdown, one per rule, beside the contract in the resources. */
public final class RulePages {
    private RulePages() {}

    /** The page of a rule; empty when it has none. */
    public static String of(String rule) {
        try (InputStream in = RulePages.class.getResourceAsStream(rule + ".md")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the page of " + rule + " cannot be read", e);
        }
    }
}
