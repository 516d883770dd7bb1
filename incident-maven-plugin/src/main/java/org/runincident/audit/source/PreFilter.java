package org.runincident.audit.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells from the text of a file whether it can matter: it holds one of the words that rules look for, or code. Code without a
 * word matters, too: it may record the reason that a caller counts on, drop the exception it is handed, or call what fails.
 *
 * <p>A word counts wherever it stands, in comments and strings, too. It matches an identifier as a whole ({@code TIMED_OUT}
 * and {@code timedOut} are {@code timedout}) or a part of it ({@code FAILED}, {@code setFailed}, {@code HTTPFailed2}).
 */
public final class PreFilter {
    /** Signs of calls, lambdas and method references. */
    private static final String CALLS = "(>:";

    private final Map<Integer, List<String>> triggers = new HashMap<>();
    private final long[] hashes = new long[1024];

    /** @param triggers lower-case words; underscores in them do not count */
    public PreFilter(Collection<String> triggers) {
        for (String trigger : triggers) {
            String word = trigger.toLowerCase(Locale.ROOT).replace("_", "");
            int hash = 0;
            for (int i = 0; i < word.length(); i++) {
                hash = step(hash, word.charAt(i));
            }
            this.triggers.computeIfAbsent(hash, h -> new ArrayList<>()).add(word);
            hashes[slot(hash)] |= bit(hash);
        }
    }

    /** Whether a file with that text is to be read. */
    public boolean matters(String text) {
        return holdsWord(text) || holdsCode(text);
    }

    /** Whether anything runs in it: a body, or an initializer that calls or is called. */
    private static boolean holdsCode(String text) {
        OutlineScanner scanner = new OutlineScanner(text);
        scanner.scan();
        return !scanner.braces().isEmpty() || holdsActiveInitializer(text);
    }

    private static boolean holdsActiveInitializer(String text) {
        Lexer lexer = new Lexer(text);
        boolean initializer = false;
        for (char token = lexer.next(); token != Lexer.END; token = lexer.next()) {
            if (initializer && CALLS.indexOf(token) >= 0) {
                return true;
            }
            initializer = token == '=' || initializer && token != ';';
        }
        return false;
    }

    private boolean holdsWord(String text) {
        if (text.contains("\\u")) {
            return !triggers.isEmpty(); // an escape may hide a word; too rare to decode
        }
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isPart(c)) {
                int end = endOfWord(text, at);
                if (holdsTrigger(text, at, end)) {
                    return true;
                }
                at = end;
            } else {
                at++;
            }
        }
        return false;
    }

    private static int endOfWord(String text, int from) {
        int at = from + 1;
        while (at < text.length() && isPart(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isPart(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '_'
                || c == '$'
                || c > 127 && Character.isJavaIdentifierPart(c);
    }

    private boolean holdsTrigger(String text, int from, int to) {
        int whole = 0;
        int part = 0;
        int begin = from;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (endsPart(text, from, i, to)) {
                if (i > begin && isTrigger(part, text, begin, i)) {
                    return true;
                }
                part = 0;
                begin = i;
            }
            if (isLetter(c)) {
                part = step(part, Character.toLowerCase(c));
                whole = step(whole, Character.toLowerCase(c));
            } else {
                begin = i + 1;
            }
        }
        return isTrigger(part, text, begin, to) || isTrigger(whole, text, from, to);
    }

    /** Whether a part ends before the character at {@code i}. */
    private static boolean endsPart(String text, int from, int i, int to) {
        char c = text.charAt(i);
        if (!isLetter(c)) {
            return true;
        }
        if (i == from || !Character.isUpperCase(c)) {
            return false;
        }
        boolean beforeIsUpper = Character.isUpperCase(text.charAt(i - 1));
        boolean afterIsLower = i + 1 < to && Character.isLowerCase(text.charAt(i + 1));
        return !beforeIsUpper || afterIsLower;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c > 127 && Character.isLetter(c);
    }

    private static int step(int hash, char lower) {
        return 31 * hash + lower;
    }

    private static int slot(int hash) {
        return (hash >>> 6) & 1023;
    }

    private static long bit(int hash) {
        return 1L << (hash & 63);
    }

    private boolean isTrigger(int hash, String text, int from, int to) {
        if ((hashes[slot(hash)] & bit(hash)) == 0) {
            return false;
        }
        StringBuilder letters = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (isLetter(text.charAt(i))) {
                letters.append(Character.toLowerCase(text.charAt(i)));
            }
        }
        return triggers.getOrDefault(hash, List.of()).contains(letters.toString());
    }
}
