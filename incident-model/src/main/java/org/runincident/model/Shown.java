package org.runincident.model;

import java.time.Duration;

/** How values of any type read in a sentence. */
final class Shown {
    private Shown() {}

    /** Never blank; never throws, whatever the value's own {@code toString} does. */
    static String of(Object value) {
        if (value == null) {
            return "(none)";
        }
        if (value instanceof Duration duration) {
            return duration(duration);
        }
        String text;
        try {
            text = value.toString();
        } catch (RuntimeException broken) {
            // A reason is made while something is failing already; a broken toString must not hide that failure.
            return "(" + value.getClass().getName() + ", whose toString threw "
                    + broken.getClass().getName() + ")";
        }
        return text == null || text.isBlank() ? "(empty)" : text;
    }

    /** {@code 1 h 30 min}, {@code 20 ms}: the two largest units that matter. */
    static String duration(Duration duration) {
        if (duration.isNegative()) {
            return "-" + duration(duration.negated());
        }
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return duration.toMillis() + " ms";
        }
        String[] units = {"d", "h", "min", "s"};
        long[] amounts = {duration.toDays(), duration.toHoursPart(), duration.toMinutesPart(), duration.toSecondsPart()
        };
        int first = 0;
        while (amounts[first] == 0) {
            first++;
        }
        String text = amounts[first] + " " + units[first];
        boolean second = first + 1 < units.length && amounts[first + 1] > 0;
        return second ? text + " " + amounts[first + 1] + " " + units[first + 1] : text;
    }
}
