package org.runincident.audit.source;

/**
 * Cuts Java text into words and signs. White space and comments are passed over; literals count as one sign each. Takes any
 * text: what is left open ends with its line or with the text.
 */
public final class Lexer {
    /** Kind of the token behind the last one. */
    public static final char END = 0;

    /** Kind of an identifier or keyword. */
    public static final char WORD = 'w';

    /** Kind of a string, character, text block or number. */
    public static final char LITERAL = '"';

    private static final String ESCAPED_BACKSLASH = "\\u005c";

    private final String text;
    private int position;
    private int start;

    public Lexer(String text) {
        this.text = text;
    }

    /** Goes to the next token: {@link #WORD}, {@link #LITERAL}, {@link #END}, or the character of a sign. */
    public char next() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c <= ' ') {
                position++;
            } else if (startsComment(c)) {
                position = endOfComment(position);
            } else {
                return token(c);
            }
        }
        start = position;
        return END;
    }

    private char token(char c) {
        start = position;
        if (c == '"' || c == '\'') {
            position = endOfQuoted(position);
            return LITERAL;
        }
        if (c >= '0' && c <= '9') {
            position = endOfNumber(position);
            return LITERAL;
        }
        if (Character.isJavaIdentifierStart(c) || Character.isSurrogate(c)) {
            position = endOfWord(position);
            return WORD;
        }
        position++;
        return c;
    }

    /** Offset of the first character of the current token. */
    public int start() {
        return start;
    }

    /** Offset behind the current token. */
    public int end() {
        return position;
    }

    /** The current token as it stands in the text. */
    public String word() {
        return text.substring(start, position);
    }

    /** Whether the current token is that word. */
    public boolean is(String word) {
        return position - start == word.length() && text.startsWith(word, start);
    }

    /** With an opening brace as current token: goes behind the closing one that belongs to it, or to the end. */
    public void skipBraces() {
        int depth = 1;
        int at = position;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                at = endOfQuoted(at);
            } else if (c == '/' && at + 1 < text.length() && isCommentSign(text.charAt(at + 1))) {
                at = endOfComment(at);
            } else {
                at++;
                if (c == '{') {
                    depth++;
                } else if (c == '}' && --depth == 0) {
                    break;
                }
            }
        }
        position = at;
    }

    private boolean startsComment(char c) {
        return c == '/' && position + 1 < text.length() && isCommentSign(text.charAt(position + 1));
    }

    private static boolean isCommentSign(char second) {
        return second == '/' || second == '*';
    }

    private int endOfComment(int from) {
        boolean line = text.charAt(from + 1) == '/';
        int end = line ? text.indexOf('\n', from + 2) : text.indexOf("*/", from + 2);
        return end < 0 ? text.length() : line ? end : end + 2;
    }

    private int endOfQuoted(int from) {
        char quote = text.charAt(from);
        boolean block = text.startsWith("\"\"\"", from);
        int at = from + (block ? 3 : 1);
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                at += text.startsWith(ESCAPED_BACKSLASH, at) ? ESCAPED_BACKSLASH.length() + 1 : 2;
            } else if (block ? text.startsWith("\"\"\"", at) : c == quote) {
                return at + (block ? 3 : 1);
            } else if (!block && c == '\n') {
                return at;
            } else {
                at++;
            }
        }
        return text.length();
    }

    private int endOfNumber(int from) {
        int at = from;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || isInsideNumber(text.charAt(at)))) {
            at++;
        }
        return at;
    }

    private static boolean isInsideNumber(char c) {
        return c == '.' || c == '_';
    }

    private int endOfWord(int from) {
        int at = from + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
            if (!plain && !Character.isJavaIdentifierPart(c) && !Character.isSurrogate(c)) {
                break;
            }
            at++;
        }
        return at;
    }
}
