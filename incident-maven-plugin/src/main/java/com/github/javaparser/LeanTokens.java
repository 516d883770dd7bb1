package com.github.javaparser;

import com.github.javaparser.LeanParser.CommentSink;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens of a plain text, as the parser's own token manager gives them, without white space and comments. That one runs a
 * state machine over every single space and links a token for each; on real sources that is half of what parsing costs.
 *
 * <p>What is not plain (a sign that begins no token, a literal without an end, letters outside of ASCII in a name) ends with
 * {@link NotPlain}: such a text is for the parser's own tokens, and so are the words for what is wrong with it.
 */
final class LeanTokens extends GeneratedJavaParserTokenManager {
    /** The text holds what only the parser's own tokens know. */
    static final class NotPlain extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotPlain() {
            super("not plain", null, false, false);
        }
    }

    private static final Map<String, Integer> KEYWORDS = keywords();

    private static final String ESCAPES = "btnfrs\"'\\01234567\n";

    /** A name or keyword that was met before. */
    private record Word(String image, int kind) {}

    /** A token that knows the next one, and makes its range when somebody asks: most are neither first nor last of a node. */
    private static final class LeanToken extends JavaToken {
        private final int beginLine;
        private final int beginColumn;
        private final int endLine;
        private final int endColumn;
        private Range range;
        private LeanToken next;

        LeanToken(Token token) {
            super(null, token.kind, token.image, null, null);
            beginLine = token.beginLine;
            beginColumn = token.beginColumn;
            endLine = token.endLine;
            endColumn = token.endColumn;
        }

        @Override
        public boolean hasRange() {
            return true;
        }

        @Override
        public Optional<Range> getRange() {
            if (range == null) {
                Position begin = new Position(beginLine, beginColumn);
                boolean one = beginLine == endLine && beginColumn == endColumn;
                range = new Range(begin, one ? begin : new Position(endLine, endColumn));
            }
            return Optional.of(range);
        }

        @Override
        public Optional<JavaToken> getNextToken() {
            return Optional.ofNullable(next);
        }
    }

    /** Signs behind the text, so that nobody has to ask whether there is one more. */
    private static final int PADDING = 4;

    private final String text;
    private final char[] chars;
    private final int length;
    private final CommentSink comments;
    private final Word[] words = new Word[1024];
    private LeanToken last;
    private LeanToken home;
    private int position;
    private int line = 1;
    private int lineStart;
    private int start;
    private int startLine;
    private int startColumn;

    LeanTokens(String text, CommentSink comments) {
        super(null);
        this.text = text;
        this.length = text.length();
        this.chars = new char[length + PADDING];
        text.getChars(0, length, chars, 0);
        this.comments = comments;
    }

    private static Map<String, Integer> keywords() {
        Map<String, Integer> keywords = new HashMap<>();
        for (int kind = ABSTRACT; kind <= WHEN; kind++) {
            String quoted = tokenImage[kind];
            keywords.put(quoted.substring(1, quoted.length() - 1), kind);
        }
        keywords.put("_", UNNAMED_PLACEHOLDER);
        return keywords;
    }

    @Override
    JavaToken getHomeToken() {
        return home;
    }

    @Override
    public Token getNextToken() {
        skipBlanksAndComments();
        start = position;
        startLine = line;
        startColumn = column(position);
        if (position == length) {
            return end();
        }
        char c = chars[position];
        if (isWordStart(c)) {
            return word();
        }
        if (isDigit(c) || c == '.' && isDigit(at(position + 1))) {
            return number();
        }
        return switch (c) {
            case '"' -> text.startsWith("\"\"\"", position) ? textBlock() : string();
            case '\'' -> character();
            default -> sign(c);
        };
    }

    private void skipBlanksAndComments() {
        while (position < length) {
            char c = chars[position];
            if (c == '\n') {
                newLine();
            } else if (c == ' ' || c == '\t' || c == '\f') {
                position++;
            } else if (c == '/' && (at(position + 1) == '/' || at(position + 1) == '*')) {
                comment(at(position + 1) == '/');
            } else {
                return;
            }
        }
    }

    private void newLine() {
        position++;
        line++;
        lineStart = position;
    }

    private void comment(boolean isLine) {
        int from = position;
        int fromLine = line;
        int fromColumn = column(from);
        if (isLine && chars[from + 2] == '/') {
            throw new NotPlain(); // three strokes can be one comment over several lines
        }
        position += 2;
        if (isLine) {
            while (position < length && chars[position] != '\n') {
                position++;
            }
        } else {
            toEndOfComment();
        }
        int until = position;
        boolean documents = !isLine && until - from > 4 && at(from + 2) == '*';
        comments.comment(
                text.substring(from + (documents ? 3 : 2), isLine ? until : until - 2),
                isLine,
                new Range(new Position(fromLine, fromColumn), new Position(line, column(until - 1))));
    }

    private void toEndOfComment() {
        while (chars[position] != '*' || chars[position + 1] != '/') {
            if (position >= length) {
                throw new NotPlain();
            }
            if (chars[position] == '\n') {
                newLine();
            } else {
                position++;
            }
        }
        position += 2;
    }

    private Token word() {
        int hash = 0;
        int at = position;
        while (isWordPart(chars[at])) {
            hash = 31 * hash + chars[at++];
        }
        int size = at - position;
        int slot = (hash ^ hash >>> 10) & words.length - 1;
        Word known = words[slot];
        if (known == null || known.image.length() != size || !text.regionMatches(position, known.image, 0, size)) {
            String image = text.substring(position, at);
            known = new Word(image, KEYWORDS.getOrDefault(image, IDENTIFIER));
            words[slot] = known;
        }
        if (size == 3 && text.startsWith("non-sealed", position)) {
            throwIfWordPart(position + 10);
            position += 10;
            return token(NON_SEALED, "non-sealed");
        }
        position = at;
        return token(known.kind, known.image);
    }

    private Token number() {
        char second = Character.toLowerCase(at(position + 1));
        boolean zero = at(position) == '0';
        boolean floating = false;
        if (zero && (second == 'x' || second == 'b')) {
            position += 2;
            int digits = position;
            while (second == 'x' ? isHexDigit(at(position)) : isDigit(at(position)) || at(position) == '_') {
                position++;
            }
            if (position == digits || at(position) == '.' || Character.toLowerCase(at(position)) == 'p') {
                throw new NotPlain(); // a floating-point number in hexadecimals: rare
            }
        } else {
            digits();
            if (at(position) == '.') {
                floating = true;
                position++;
                digits();
            }
            if (Character.toLowerCase(at(position)) == 'e') {
                floating = true;
                position += at(position + 1) == '+' || at(position + 1) == '-' ? 2 : 1;
                digits();
            }
        }
        char suffix = Character.toLowerCase(at(position));
        boolean hexadecimal = zero && second == 'x';
        if ((suffix == 'f' || suffix == 'd') && !hexadecimal) {
            floating = true;
            position++;
        } else if (suffix == 'l' && !floating) {
            position++;
            throwIfWordPart(position);
            return literal(LONG_LITERAL);
        }
        throwIfWordPart(position);
        if (at(position - 1) == '_' || zero && !floating && isDigit(second) && holdsEightOrNine()) {
            throw new NotPlain();
        }
        return literal(floating ? FLOATING_POINT_LITERAL : INTEGER_LITERAL);
    }

    private void digits() {
        while (isDigit(at(position)) || at(position) == '_') {
            position++;
        }
    }

    private boolean holdsEightOrNine() {
        for (int i = start; i < position; i++) {
            if (chars[i] == '8' || chars[i] == '9') {
                return true;
            }
        }
        return false;
    }

    private Token string() {
        position++;
        while (at(position) != '"') {
            inQuotes();
        }
        position++;
        return literal(STRING_LITERAL);
    }

    private Token character() {
        position++;
        if (at(position) == '\'') {
            throw new NotPlain();
        }
        boolean octal = at(position) == '\\' && isDigit(at(position + 1));
        inQuotes();
        while (octal && isDigit(at(position)) && position - start < 5) {
            position++;
        }
        if (at(position) != '\'') {
            throw new NotPlain();
        }
        position++;
        return literal(CHARACTER_LITERAL);
    }

    /** Passes over one character of a string, or two where the first one escapes the second. */
    private void inQuotes() {
        char c = at(position);
        if (c == '\n' || position >= length) {
            throw new NotPlain();
        }
        if (c == '\\') {
            position++;
            if (at(position) == '\n' || ESCAPES.indexOf(at(position)) < 0) {
                throw new NotPlain();
            }
        }
        position++;
    }

    private Token textBlock() {
        position += 3;
        while (!text.startsWith("\"\"\"", position)) {
            if (position >= length) {
                throw new NotPlain();
            }
            if (at(position) == '\\') {
                position++;
                if (ESCAPES.indexOf(at(position)) < 0) {
                    throw new NotPlain();
                }
            }
            if (at(position) == '\n') {
                newLine();
            } else {
                position++;
            }
        }
        position += 3;
        return literal(TEXT_BLOCK_LITERAL);
    }

    private Token sign(char c) {
        char next = at(position + 1);
        return switch (c) {
            case '(' -> sign(LPAREN, "(");
            case ')' -> sign(RPAREN, ")");
            case '{' -> sign(LBRACE, "{");
            case '}' -> sign(RBRACE, "}");
            case '[' -> sign(LBRACKET, "[");
            case ']' -> sign(RBRACKET, "]");
            case ';' -> sign(SEMICOLON, ";");
            case ',' -> sign(COMMA, ",");
            case '@' -> sign(AT, "@");
            case '~' -> sign(TILDE, "~");
            case '?' -> sign(HOOK, "?");
            case '.' -> next == '.' && at(position + 2) == '.' ? sign(ELLIPSIS, "...") : sign(DOT, ".");
            case ':' -> next == ':' ? sign(DOUBLECOLON, "::") : sign(COLON, ":");
            case '=' -> next == '=' ? sign(EQ, "==") : sign(ASSIGN, "=");
            case '!' -> next == '=' ? sign(NE, "!=") : sign(BANG, "!");
            case '*' -> next == '=' ? sign(STARASSIGN, "*=") : sign(STAR, "*");
            case '/' -> next == '=' ? sign(SLASHASSIGN, "/=") : sign(SLASH, "/");
            case '^' -> next == '=' ? sign(XORASSIGN, "^=") : sign(XOR, "^");
            case '%' -> next == '=' ? sign(REMASSIGN, "%=") : sign(REM, "%");
            case '+' -> next == '+' ? sign(INCR, "++") : next == '=' ? sign(PLUSASSIGN, "+=") : sign(PLUS, "+");
            case '&' -> next == '&' ? sign(SC_AND, "&&") : next == '=' ? sign(ANDASSIGN, "&=") : sign(BIT_AND, "&");
            case '|' -> next == '|' ? sign(SC_OR, "||") : next == '=' ? sign(ORASSIGN, "|=") : sign(BIT_OR, "|");
            case '-' -> minus(next);
            case '<' -> less(next);
            case '>' -> greater(next);
            default -> throw new NotPlain();
        };
    }

    private Token minus(char next) {
        return switch (next) {
            case '-' -> sign(DECR, "--");
            case '=' -> sign(MINUSASSIGN, "-=");
            case '>' -> sign(ARROW, "->");
            default -> sign(MINUS, "-");
        };
    }

    private Token less(char next) {
        if (next == '<') {
            return at(position + 2) == '=' ? sign(LSHIFTASSIGN, "<<=") : sign(LSHIFT, "<<");
        }
        return next == '=' ? sign(LE, "<=") : sign(LT, "<");
    }

    /** Signs that may close several type arguments come one by one; each knows how many stand together. */
    private Token greater(char next) {
        if (next == '=') {
            return sign(GE, ">=");
        }
        if (next != '>') {
            return sign(GT, ">");
        }
        if (at(position + 2) == '=') {
            return sign(RSIGNEDSHIFTASSIGN, ">>=");
        }
        if (at(position + 2) != '>') {
            return shift(RSIGNEDSHIFT);
        }
        return at(position + 3) == '=' ? sign(RUNSIGNEDSHIFTASSIGN, ">>>=") : shift(RUNSIGNEDSHIFT);
    }

    private Token shift(int real) {
        Token token = sign(GT, ">");
        token.realKind = real;
        return token;
    }

    private Token sign(int kind, String image) {
        position += image.length();
        return token(kind, image);
    }

    private Token literal(int kind) {
        return token(kind, text.substring(start, position));
    }

    /** Where the last character is, be it the end of a line. */
    private Token end() {
        int at = length - 1;
        boolean ended = chars[at] == '\n';
        int endLine = ended ? line - 1 : line;
        int column = ended ? at - text.lastIndexOf('\n', at - 1) : column(at);
        return placed(Token.newToken(EOF, ""), endLine, column, endLine, column);
    }

    private Token token(int kind, String image) {
        return placed(Token.newToken(kind, image), startLine, startColumn, line, column(position - 1));
    }

    private Token placed(Token token, int beginLine, int beginColumn, int endLine, int endColumn) {
        token.beginLine = beginLine;
        token.beginColumn = beginColumn;
        token.endLine = endLine;
        token.endColumn = endColumn;
        LeanToken lean = new LeanToken(token);
        token.javaToken = lean;
        if (last != null) {
            last.next = lean;
        } else if (start == 0) {
            home = lean;
        } else {
            Token first = Token.newToken(SPACE, "");
            first.beginLine = first.beginColumn = first.endLine = first.endColumn = 1;
            home = new LeanToken(first);
            home.next = lean;
        }
        last = lean;
        return token;
    }

    private int column(int offset) {
        return offset - lineStart + 1;
    }

    private char at(int offset) {
        return chars[offset];
    }

    private void throwIfWordPart(int offset) {
        if (Character.isJavaIdentifierPart(at(offset)) && at(offset) != 0) {
            throw new NotPlain();
        }
    }

    private static boolean isWordStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHexDigit(char c) {
        return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' || c == '_';
    }

    private static boolean isWordPart(char c) {
        if (c > 127) {
            throw new NotPlain();
        }
        return isWordStart(c) || isDigit(c);
    }
}
