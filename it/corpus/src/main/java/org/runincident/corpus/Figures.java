package org.runincident.corpus;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Recall and precision, with the places behind them.
 *
 * @param wanted how many units must be reported
 * @param reported how many of these were
 * @param extra findings without a label that were found to be right
 * @param misses a line for each unit not reported
 * @param falseAlarms a line for each finding that should not be
 */
record Figures(int wanted, int reported, int extra, List<String> misses, List<String> falseAlarms) {
    static final Figures NONE = new Figures(0, 0, 0, List.of(), List.of());

    Figures {
        misses = List.copyOf(misses);
        falseAlarms = List.copyOf(falseAlarms);
    }

    Figures plus(Figures other) {
        return new Figures(
                wanted + other.wanted,
                reported + other.reported,
                extra + other.extra,
                Stream.concat(misses.stream(), other.misses.stream()).toList(),
                Stream.concat(falseAlarms.stream(), other.falseAlarms.stream()).toList());
    }

    /** NaN when nothing is wanted. */
    double recall() {
        return (double) reported / wanted;
    }

    /** NaN when nothing was reported. */
    double precision() {
        int right = reported + extra;
        return (double) right / (right + falseAlarms.size());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "recall %s (%d of %d)  precision %s (%d false)",
                ratio(recall()),
                reported,
                wanted,
                ratio(precision()),
                falseAlarms.size());
    }

    private static String ratio(double value) {
        return Double.isNaN(value) ? "  - " : String.format(Locale.ROOT, "%.2f", value);
    }
}
