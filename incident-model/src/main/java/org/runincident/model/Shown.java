package org.runincident.model;

/** How values of any type read in a sentence. */
final class Shown {
    private Shown() {}

    /** Never blank; never throws, whatever the value's own {@code toString} does. */
    static String of(Object value) {
        if (value == null) {
            return "(none)";
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
}
