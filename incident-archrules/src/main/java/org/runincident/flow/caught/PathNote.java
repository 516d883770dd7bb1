package org.runincident.flow.caught;

import org.runincident.code.Span;

/**
 * A thing worth telling a reader of a path.
 *
 * @param text a short clause without full stop
 */
public record PathNote(Span at, String text) {}
