package org.runincident.inventory;

import org.runincident.code.Place;

/**
 * One step of a path, in the order control takes them.
 *
 * @param text what happens there, a short clause without full stop: {@code status becomes FAILED on `task`}
 */
public record Step(Place at, String text) {}
