package com.github.javaparser;

import com.github.javaparser.TextCursor.NotPlain;

/** Tells signs: the longest that stands in a place. */
final class LeanSigns implements GeneratedJavaParserConstants {
    private LeanSigns() {}

    /** The kind of the sign that begins with the next character; of several {@code >} the kind of all of them. */
    static int kindAt(TextCursor at) {
        char next = at.chars[at.position + 1];
        boolean assigns = next == '=';
        return switch (at.next()) {
            case '(' -> LPAREN;
            case ')' -> RPAREN;
            case '{' -> LBRACE;
            case '}' -> RBRACE;
            case '[' -> LBRACKET;
            case ']' -> RBRACKET;
            case ';' -> SEMICOLON;
            case ',' -> COMMA;
            case '@' -> AT;
            case '~' -> TILDE;
            case '?' -> HOOK;
            case '.' -> at.isAt("...") ? ELLIPSIS : DOT;
            case ':' -> next == ':' ? DOUBLECOLON : COLON;
            case '=' -> assigns ? EQ : ASSIGN;
            case '!' -> assigns ? NE : BANG;
            case '*' -> assigns ? STARASSIGN : STAR;
            case '/' -> assigns ? SLASHASSIGN : SLASH;
            case '^' -> assigns ? XORASSIGN : XOR;
            case '%' -> assigns ? REMASSIGN : REM;
            case '+' -> next == '+' ? INCR : assigns ? PLUSASSIGN : PLUS;
            case '&' -> next == '&' ? SC_AND : assigns ? ANDASSIGN : BIT_AND;
            case '|' -> next == '|' ? SC_OR : assigns ? ORASSIGN : BIT_OR;
            case '-' -> next == '-' ? DECR : next == '>' ? ARROW : assigns ? MINUSASSIGN : MINUS;
            case '<' -> next == '<' ? at.isAt("<<=") ? LSHIFTASSIGN : LSHIFT : assigns ? LE : LT;
            case '>' -> next == '>' ? shift(at) : assigns ? GE : GT;
            default -> throw new NotPlain();
        };
    }

    private static int shift(TextCursor at) {
        if (at.isAt(">>>")) {
            return at.isAt(">>>=") ? RUNSIGNEDSHIFTASSIGN : RUNSIGNEDSHIFT;
        }
        return at.isAt(">>=") ? RSIGNEDSHIFTASSIGN : RSIGNEDSHIFT;
    }
}
