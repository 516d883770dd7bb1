package org.runincident.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes identifiers and prose apart. */
public final class Words {
    private Words() {}

    /** The words of an identifier, in lower case: {@code RESTInputStream} gives rest, input, stream. */
    public static List<String> of(String identifier) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < identifier.length(); i++) {
            char c = identifier.charAt(i);
            boolean letter = Character.isLetterOrDigit(c);
            if (!letter || startsWord(identifier, i)) {
                flush(word, words);
            }
            if (letter) {
                word.append(c);
            }
        }
        flush(word, words);
        return words;
    }

    /** The last word of an identifier; empty when it has none. */
    public static String last(String identifier) {
        List<String> words = of(identifier);
        return words.isEmpty() ? "" : words.get(words.size() - 1);
    }

    private static boolean startsWord(String text, int i) {
        if (i == 0 || !Character.isUpperCase(text.charAt(i))) {
            return false;
        }
        boolean afterLower = !Character.isUpperCase(text.charAt(i - 1));
        boolean beforeLower = i + 1 < text.length() && Character.isLowerCase(text.charAt(i + 1));
        return afterLower || beforeLower;
    }

    /** Plain letters, which nearly all are, without the detour over locales. */
    private static String lower(StringBuilder word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c > 127) {
                return word.toString().toLowerCase(Locale.ROOT);
            }
            if (c >= 'A' && c <= 'Z') {
                word.setCharAt(i, (char) (c + ('a' - 'A')));
            }
        }
        return word.toString();
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(lower(word));
            word.setLength(0);
        }
    }
}
