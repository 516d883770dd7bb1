package org.runincident.flow.status;

import org.runincident.code.Span;

/**
 * A reason that was in reach of a silent site.
 *
 * @param expression as it is written
 * @param what what it is, with an article
 * @param caught whether it is a caught exception
 */
public record Unrecorded(String expression, String what, boolean caught, Span at) {}
