package org.runincident.audit.ratchet;

import org.runincident.rule.Finding;

/**
 * A finding of this run, with its identity.
 *
 * @param file path relative to the module's folder, with {@code /}
 */
public record Identified(Finding finding, Identity identity, String file) {}
