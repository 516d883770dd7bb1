package com.github.javaparser;

/** A place in a plain text, and the line it is in. */
final class TextCursor {
    /** The text holds what only the parser's own tokens know. */
    static final class NotPlain extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotPlain() {
            super("not plain", null, false, false);
        }
    }

    /** Signs behind the text, so that nobody has to ask whether there is one more. */
    private static final int PADDING = 4;

    final String text;
    final char[] chars;
    final int length;

    /** Offset of the next character. */
    int position;

    /** Its line, from 1. */
    int line = 1;

    private int lineStart;

    TextCursor(String text) {
        this.text = text;
        this.length = text.length();
        this.chars = new char[length + PADDING];
        text.getChars(0, length, chars, 0);
    }

    boolean isAtEnd() {
        return position >= length;
    }

    /** The next character; 0 at the end. */
    char next() {
        return chars[position];
    }

    /** Whether the text goes on with that. */
    boolean isAt(String expected) {
        return text.startsWith(expected, position);
    }

    /** Column of a character of this line, from 1. */
    int column(int offset) {
        return offset - lineStart + 1;
    }

    /** Passes over one character, be it the end of a line. */
    void step() {
        boolean ended = chars[position] == '\n';
        position++;
        if (ended) {
            line++;
            lineStart = position;
        }
    }

    /**
     * Goes behind the next place where that stands.
     *
     * @throws NotPlain when it stands nowhere
     */
    void stepBehind(String end) {
        char first = end.charAt(0);
        while (chars[position] != first || !isAt(end)) {
            if (isAtEnd()) {
                throw new NotPlain();
            }
            step();
        }
        position += end.length();
    }

    /** A literal or name ends only where no letter or digit follows. */
    void requireEndOfWord() {
        if (!isAtEnd() && Character.isJavaIdentifierPart(chars[position])) {
            throw new NotPlain();
        }
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
