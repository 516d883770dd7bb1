package org.runincident.audit.source;

import org.runincident.code.Span;

/**
 * What stands in the way of reading a file.
 *
 * @param at where; {@link Span#NONE} when it is the file as such
 * @param problem one clause, without full stop
 * @param whole whether nothing of the file could be read
 */
public record ParseProblem(Span at, String problem, boolean whole) {}
