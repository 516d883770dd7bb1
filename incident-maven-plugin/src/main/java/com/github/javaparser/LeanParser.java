package com.github.javaparser;

import com.github.javaparser.ast.CompilationUnit;
import java.util.Optional;

/**
 * The parser on lean tokens. It stands in the parser's package because what makes a parser out of tokens is not public there;
 * it uses what is declared in that package and changes nothing of it.
 *
 * <p>What comes out is what {@link JavaParser} makes of the same text, but for two things: nodes know their tokens without the
 * white space and the comments in between, and comments are told rather than collected.
 */
public final class LeanParser {
    /** Takes comments, in the order of the text. */
    @FunctionalInterface
    public interface CommentSink {
        /**
         * A comment was met.
         *
         * @param content what stands between its marks
         * @param line whether it is a {@code //} comment
         */
        void comment(String content, boolean line, Range at);
    }

    private LeanParser() {}

    /**
     * Parses a compilation unit.
     *
     * @param text its lines end with {@code \n}, and it holds no unicode escapes
     * @return empty when the text is not plain, or has an error: {@link JavaParser} knows the words for it
     */
    public static Optional<CompilationUnit> parse(String text, CommentSink comments) {
        if (!isPlain(text)) {
            return Optional.empty();
        }
        GeneratedJavaParser parser = new GeneratedJavaParser(new LeanTokens(text, comments));
        parser.setStoreTokens(true);
        parser.setYieldSupported();
        try {
            CompilationUnit unit = ParseStart.COMPILATION_UNIT.parse(parser);
            return parser.problems.isEmpty() ? Optional.of(unit) : Optional.empty();
        } catch (ParseException | RuntimeException e) { // the other parser tells what is wrong
            return Optional.empty();
        }
    }

    /** Whether it holds nothing that the parser counts otherwise than by characters, and anything at all. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\t' && c != '\f' || Character.isSurrogate(c)) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
