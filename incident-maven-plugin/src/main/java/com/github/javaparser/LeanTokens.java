package com.github.javaparser;

import com.github.javaparser.LeanParser.CommentSink;
import com.github.javaparser.TextCursor.NotPlain;
import java.util.HashMap;
import java.util.Map;

/**
 * The tokens of a plain text, as the parser's own token manager gives them, without white space and comments. That one runs a
 * state machine over every single space and links a token for each; on real sources that is half of what parsing costs.
 *
 * <p>What is not plain (a sign that begins no token, a literal without an end, letters outside of ASCII in a name) ends with
 * {@link NotPlain}: such a text is for the parser's own tokens, and so are the words for what is wrong with it.
 */
final class LeanTokens extends GeneratedJavaParserTokenManager {
    private static final Map<String, Integer> KEYWORDS = keywords();
    private static final String[] SIGNS = signs();
    private static final String NON_SEALED_WORD = "non-sealed";

    /** A name or keyword that was met before. */
    private record Word(String image, int kind) {}

    private final TextCursor at;
    private final LeanLiterals literals;
    private final CommentSink comments;
    private final Word[] words = new Word[1024];
    private LeanToken last;
    private LeanToken home;
    private int start;
    private int startLine;
    private int startColumn;

    LeanTokens(String text, CommentSink comments) {
        super(null);
        this.at = new TextCursor(text);
        this.literals = new LeanLiterals(at);
        this.comments = comments;
    }

    private static Map<String, Integer> keywords() {
        Map<String, Integer> keywords = new HashMap<>();
        for (int kind = ABSTRACT; kind <= WHEN; kind++) {
            keywords.put(image(kind), kind);
        }
        keywords.put("_", UNNAMED_PLACEHOLDER);
        return keywords;
    }

    private static String[] signs() {
        String[] signs = new String[tokenImage.length];
        for (int kind = LPAREN; kind <= GT; kind++) {
            signs[kind] = image(kind);
        }
        return signs;
    }

    /** How a token of a kind that is always written the same is written. */
    private static String image(int kind) {
        String quoted = tokenImage[kind];
        return quoted.substring(1, quoted.length() - 1);
    }

    @Override
    JavaToken getHomeToken() {
        return home;
    }

    @Override
    public Token getNextToken() {
        skipBlanksAndComments();
        start = at.position;
        startLine = at.line;
        startColumn = at.column(start);
        if (at.isAtEnd()) {
            return end();
        }
        char c = at.next();
        if (isWordStart(c)) {
            return word();
        }
        if (TextCursor.isDigit(c) || c == '.' && TextCursor.isDigit(at.chars[start + 1])) {
            return literal(literals.number());
        }
        return switch (c) {
            case '"' -> literal(literals.text());
            case '\'' -> literal(literals.character());
            default -> sign(LeanSigns.kindAt(at));
        };
    }

    private void skipBlanksAndComments() {
        while (!at.isAtEnd()) {
            char c = at.next();
            char next = at.chars[at.position + 1];
            if (c == ' ' || c == '\n' || c == '\t' || c == '\f') {
                at.step();
            } else if (c == '/' && (next == '/' || next == '*')) {
                comment(next == '/');
            } else {
                return;
            }
        }
    }

    private void comment(boolean isLine) {
        int from = at.position;
        Position begin = new Position(at.line, at.column(from));
        boolean third = at.chars[from + 2] == (isLine ? '/' : '*');
        at.position += 2;
        if (!isLine) {
            at.stepBehind("*/");
        } else if (third) {
            throw new NotPlain(); // three strokes can be one comment over several lines
        } else {
            while (!at.isAtEnd() && at.next() != '\n') {
                at.position++;
            }
        }
        int until = at.position;
        boolean documents = third && until - from > "/**/".length();
        comments.comment(
                at.text.substring(from + (documents ? 3 : 2), isLine ? until : until - 2),
                isLine,
                new Range(begin, new Position(at.line, at.column(until - 1))));
    }

    private Token word() {
        int hash = 0;
        int end = start;
        while (isWordPart(at.chars[end])) {
            hash = 31 * hash + at.chars[end++];
        }
        int size = end - start;
        int slot = (hash ^ hash >>> 10) & words.length - 1;
        Word known = words[slot];
        if (known == null || known.image.length() != size || !at.text.regionMatches(start, known.image, 0, size)) {
            String image = at.text.substring(start, end);
            known = new Word(image, KEYWORDS.getOrDefault(image, IDENTIFIER));
            words[slot] = known;
        }
        if (size == "non".length() && at.isAt(NON_SEALED_WORD)) {
            at.position += NON_SEALED_WORD.length();
            at.requireEndOfWord();
            return token(NON_SEALED, NON_SEALED_WORD);
        }
        at.position = end;
        return token(known.kind, known.image);
    }

    /** Signs that may close several type arguments come one by one; each knows how many stand together. */
    private Token sign(int kind) {
        boolean several = kind == RSIGNEDSHIFT || kind == RUNSIGNEDSHIFT;
        String image = several ? ">" : SIGNS[kind];
        at.position += image.length();
        Token token = token(several ? GT : kind, image);
        if (several) {
            token.realKind = kind;
        }
        return token;
    }

    private Token literal(int kind) {
        return token(kind, at.text.substring(start, at.position));
    }

    /** Where the last character is, be it the end of a line. */
    private Token end() {
        int offset = at.length - 1;
        boolean ended = at.chars[offset] == '\n';
        int line = ended ? at.line - 1 : at.line;
        int column = ended ? offset - at.text.lastIndexOf('\n', offset - 1) : at.column(offset);
        return placed(Token.newToken(EOF, ""), line, column, line, column);
    }

    private Token token(int kind, String image) {
        return placed(Token.newToken(kind, image), startLine, startColumn, at.line, at.column(at.position - 1));
    }

    private Token placed(Token token, int beginLine, int beginColumn, int endLine, int endColumn) {
        token.beginLine = beginLine;
        token.beginColumn = beginColumn;
        token.endLine = endLine;
        token.endColumn = endColumn;
        LeanToken lean = new LeanToken(token);
        token.javaToken = lean;
        if (last != null) {
            last.before(lean);
        } else {
            home = start == 0 ? lean : beginOfText(lean);
        }
        last = lean;
        return token;
    }

    /** Stands for the blanks and comments before the first token. */
    private static LeanToken beginOfText(LeanToken first) {
        Token blank = Token.newToken(SPACE, "");
        blank.beginLine = blank.beginColumn = blank.endLine = blank.endColumn = 1;
        LeanToken begin = new LeanToken(blank);
        begin.before(first);
        return begin;
    }

    private static boolean isWordStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$';
    }

    private static boolean isWordPart(char c) {
        if (c > 127) {
            throw new NotPlain();
        }
        return isWordStart(c) || TextCursor.isDigit(c);
    }
}
