package org.runincident.archrules.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.runincident.code.Span;

/**
 * Positions of events. Class files know lines only; so that two things on one line stay two, each gets a column by the order
 * in which they appear. What the compiler copied (the code of a {@code finally}) has the position of its original.
 */
final class Positions {
    private final Map<Integer, Line> lines = new HashMap<>();
    private final Map<String, Integer> seenInRun = new HashMap<>();
    private int run;

    /** The columns of one line, given out in order. */
    private static final class Line {
        private final Map<String, List<Integer>> columns = new HashMap<>();
        private int last;

        /** @param nth from 1; whoever asks has asked for those before */
        int column(String what, int nth) {
            List<Integer> alike = columns.computeIfAbsent(what, w -> new ArrayList<>(1));
            if (nth > alike.size()) {
                alike.add(++last);
            }
            return alike.get(nth - 1);
        }
    }

    /** The position of something on a line, said by a text that tells it from others there. */
    Span at(int firstLine, int line, String what) {
        if (line != run) {
            run = line;
            seenInRun.clear();
        }
        int nth = seenInRun.merge(what, 1, Integer::sum);
        int column = lines.computeIfAbsent(line, l -> new Line()).column(what, nth);
        return new Span(firstLine > 0 ? Math.min(firstLine, line) : line, column, line, column);
    }

    Span at(int line, String what) {
        return at(line, line, what);
    }
}
