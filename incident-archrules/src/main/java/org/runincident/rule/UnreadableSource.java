package org.runincident.rule;

import org.runincident.code.Place;

/**
 * A file, or a part of one, that could not be read.
 *
 * @param problem one clause: what stands in the way
 * @param whole whether nothing of the file was audited
 */
public record UnreadableSource(Place at, String problem, boolean whole) {}
