package org.runincident.archrules.bytecode;

import java.util.HashMap;
import java.util.Map;
import org.runincident.code.Span;

/**
 * Positions of events. Class files know lines only; so that two things on one line stay two, each gets a column by the order
 * in which they appear. What the compiler copied (the code of a {@code finally}) has the position of its original.
 */
final class Positions {
    private final Map<Integer, Map<String, Integer>> columns = new HashMap<>();
    private final Map<String, Integer> seenInRun = new HashMap<>();
    private int run;

    /** The position of something on a line, said by a text that tells it from others there. */
    Span at(int firstLine, int line, String what) {
        if (line != run) {
            run = line;
            seenInRun.clear();
        }
        int nth = seenInRun.merge(what, 1, Integer::sum);
        Map<String, Integer> onLine = columns.computeIfAbsent(line, l -> new HashMap<>());
        int column = onLine.computeIfAbsent(what + "#" + nth, w -> onLine.size() + 1);
        return new Span(firstLine > 0 ? Math.min(firstLine, line) : line, column, line, column);
    }

    Span at(int line, String what) {
        return at(line, line, what);
    }
}
