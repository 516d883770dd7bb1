package com.github.javaparser;

import com.github.javaparser.TextCursor.NotPlain;

/** Passes over literals, and tells their kinds. */
final class LeanLiterals implements GeneratedJavaParserConstants {
    private static final String ESCAPES = "btnfrs\"'\\01234567\n";
    private static final String QUOTES = "\"\"\"";

    /** Length of a character in octal digits, with its quote and stroke. */
    private static final int LONGEST_OCTAL = 5;

    private final TextCursor at;

    LeanLiterals(TextCursor at) {
        this.at = at;
    }

    /** With a digit, or a point before one, as next character. */
    int number() {
        int start = at.position;
        char second = Character.toLowerCase(at.chars[start + 1]);
        boolean based = at.next() == '0' && (second == 'x' || second == 'b');
        boolean floating = false;
        if (based) {
            digitsOfBase(second == 'x');
        } else {
            floating = decimal();
        }
        char suffix = Character.toLowerCase(at.next());
        if ((suffix == 'f' || suffix == 'd') && !(based && second == 'x')) {
            floating = true;
            at.position++;
        } else if (suffix == 'l' && !floating) {
            at.position++;
            at.requireEndOfWord();
            return LONG_LITERAL;
        }
        at.requireEndOfWord();
        boolean octal = at.chars[start] == '0' && !floating && TextCursor.isDigit(second);
        if (at.chars[at.position - 1] == '_' || octal && holdsEightOrNine(start)) {
            throw new NotPlain();
        }
        return floating ? FLOATING_POINT_LITERAL : INTEGER_LITERAL;
    }

    private void digitsOfBase(boolean hexadecimal) {
        at.position += 2;
        int first = at.position;
        while (hexadecimal ? isHexDigit(at.next()) : TextCursor.isDigit(at.next()) || at.next() == '_') {
            at.position++;
        }
        if (at.position == first || at.next() == '.' || Character.toLowerCase(at.next()) == 'p') {
            throw new NotPlain(); // a floating-point number in hexadecimals: rare
        }
    }

    /** Whether it has a point or an exponent. */
    private boolean decimal() {
        boolean floating = false;
        digits();
        if (at.next() == '.') {
            floating = true;
            at.position++;
            digits();
        }
        if (Character.toLowerCase(at.next()) == 'e') {
            floating = true;
            char sign = at.chars[at.position + 1];
            at.position += sign == '+' || sign == '-' ? 2 : 1;
            if (!TextCursor.isDigit(at.next())) {
                throw new NotPlain();
            }
            digits();
        }
        return floating;
    }

    private void digits() {
        while (TextCursor.isDigit(at.next()) || at.next() == '_') {
            at.position++;
        }
    }

    private boolean holdsEightOrNine(int from) {
        for (int i = from; i < at.position; i++) {
            if (at.chars[i] == '8' || at.chars[i] == '9') {
                return true;
            }
        }
        return false;
    }

    private static boolean isHexDigit(char c) {
        return TextCursor.isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' || c == '_';
    }

    /** With a double quote as next character. */
    int text() {
        if (at.isAt(QUOTES)) {
            return block();
        }
        at.position++;
        while (at.next() != '"') {
            inQuotes();
        }
        at.position++;
        return STRING_LITERAL;
    }

    /** With a single quote as next character. */
    int character() {
        int start = at.position;
        at.position++;
        if (at.next() == '\'') {
            throw new NotPlain();
        }
        boolean octal = at.next() == '\\' && TextCursor.isDigit(at.chars[at.position + 1]);
        inQuotes();
        while (octal && TextCursor.isDigit(at.next()) && at.position - start < LONGEST_OCTAL) {
            at.position++;
        }
        if (at.next() != '\'') {
            throw new NotPlain();
        }
        at.position++;
        return CHARACTER_LITERAL;
    }

    /** Passes over one character between quotes, or two where the first one escapes the second. */
    private void inQuotes() {
        if (at.next() == '\n' || at.isAtEnd()) {
            throw new NotPlain();
        }
        if (at.next() == '\\') {
            at.position++;
            if (at.next() == '\n' || ESCAPES.indexOf(at.next()) < 0) {
                throw new NotPlain();
            }
        }
        at.position++;
    }

    private int block() {
        at.position += QUOTES.length();
        while (!at.isAt(QUOTES)) {
            if (at.isAtEnd()) {
                throw new NotPlain();
            }
            if (at.next() == '\\') {
                at.position++;
                if (ESCAPES.indexOf(at.next()) < 0) {
                    throw new NotPlain();
                }
            }
            at.step();
        }
        at.position += QUOTES.length();
        return TEXT_BLOCK_LITERAL;
    }
}
