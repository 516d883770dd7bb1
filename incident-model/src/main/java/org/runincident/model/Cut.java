package org.runincident.model;

/** Shortens text so that the reader sees that, and how much, is missing. */
final class Cut {
    private Cut() {}

    /**
     * The text itself if it has at most {@code max} characters, else a prefix and a mark, together at most {@code max}
     * characters; so cutting twice changes nothing.
     *
     * @param max at least 60, so that the mark has room
     */
    static String at(int max, String text) {
        if (text.length() <= max) {
            return text;
        }
        int keep = max - mark(text.length()).length();
        if (Character.isHighSurrogate(text.charAt(keep - 1))) {
            keep--;
        }
        return text.substring(0, keep) + mark(text.length() - keep);
    }

    private static String mark(int leftOut) {
        return " [... " + leftOut + " characters left out]";
    }
}
