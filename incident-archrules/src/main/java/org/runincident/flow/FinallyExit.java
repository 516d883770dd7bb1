package org.runincident.flow;

import org.runincident.code.Span;

/**
 * A statement that leaves a {@code finally} block by a jump of its own, so that an exception in flight is lost.
 *
 * @param keyword {@code return}, {@code throw}, {@code break} or {@code continue}
 * @param guardedThrows whether something in the guarded part or its handlers can throw at all
 */
public record FinallyExit(String keyword, boolean guardedThrows, Span at, Span finallyAt) {}
