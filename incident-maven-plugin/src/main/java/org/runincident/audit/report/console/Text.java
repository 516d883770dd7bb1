package org.runincident.audit.report.console;

import java.util.ArrayList;
import java.util.List;

/** Fits text into a column of a terminal. */
final class Text {
    private static final int TAB = 4;
    private static final String CUT = "...";

    private Text() {}

    /**
     * Text of an audited project made harmless: control characters, which could move the cursor or colour the rest of the
     * log, and those that turn the direction of writing are shown as {@code ?}.
     */
    static String harmless(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> safe.appendCodePoint(isHarmless(c) ? c : '?'));
        return safe.toString();
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** A source line with its tabs as spaces. */
    static String expanded(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\t') {
                do {
                    text.append(' ');
                } while (text.length() % TAB != 0);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** The text, its end replaced by dots when it is longer. */
    static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, Math.max(0, width - CUT.length())) + CUT;
    }

    /** The text, its beginning replaced by dots when it is longer. */
    static String cutLeft(String text, int width) {
        return text.length() <= width ? text : CUT + text.substring(text.length() - Math.max(0, width - CUT.length()));
    }

    static String left(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    static String right(String text, int width) {
        return text.length() >= width ? text : " ".repeat(width - text.length()) + text;
    }

    /** The text in lines of at most that width, broken at spaces; a word that is longer stands alone. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** {@code 1 file}, {@code 2 files}. */
    static String count(int number, String noun) {
        return number + " " + (number == 1 ? noun : noun + "s");
    }
}
