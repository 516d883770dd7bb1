package org.runincident.audit.ratchet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.runincident.code.Span;

/**
 * The source of a finding's site, normalised: white space, comments and names of local variables take no part, so that
 * reformatting and renaming keep a finding's identity.
 *
 * <p>A site is taken from the start of its span to the end of its statement or block, up to {@value #MOST_TOKENS} tokens:
 * two handlers that look alike up to the brace differ in what they do.
 */
public final class SiteText {
    private static final int MOST_TOKENS = 48;
    private static final int LONGEST_LITERAL = 40;

    /** Enough of the file behind the span for {@link #MOST_TOKENS} tokens of any sane source. */
    private static final int LINES_BEHIND = 30;

    private static final Pattern TOKEN = Pattern.compile(
            "(?<comment>//[^\\n]*|/\\*.*?(?:\\*/|\\z))"
                    + "|(?<literal>\"\"\".*?(?:\"\"\"|\\z)|\"(?:\\\\.|[^\"\\\\\\n])*\"?|'(?:\\\\.|[^'\\\\\\n])*'?)"
                    + "|(?<word>[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}]*)"
                    + "|(?<number>[0-9][0-9a-zA-Z_.]*)"
                    + "|(?<other>\\S)",
            Pattern.DOTALL);

    private static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "try",
            "void",
            "volatile",
            "while",
            "true",
            "false",
            "null",
            "var",
            "yield");

    private SiteText() {}

    /**
     * The normalised text of the site.
     *
     * @param lines the file's lines
     * @param span where the site is; one without columns takes its whole lines
     * @return empty when the span lies outside of the file
     */
    public static String of(List<String> lines, Span span) {
        if (span.line() < 1 || span.line() > lines.size()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        String first = lines.get(span.line() - 1);
        text.append(first, Math.min(Math.max(0, span.column() - 1), first.length()), first.length());
        int last = Math.min(lines.size(), Math.max(span.endLine(), span.line()) + LINES_BEHIND);
        for (int line = span.line(); line < last; line++) {
            text.append('\n').append(lines.get(line));
        }
        return normalise(text.toString());
    }

    static String normalise(String source) {
        List<String> tokens = statement(source);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            boolean member = i > 0 && tokens.get(i - 1).equals(".");
            boolean called = i + 1 < tokens.size() && tokens.get(i + 1).equals("(");
            if (i > 0) {
                text.append(' ');
            }
            text.append(isVariable(token) && !member && !called ? "_" : shortened(token));
        }
        return text.toString();
    }

    private static List<String> statement(String source) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(source);
        int depth = 0;
        while (tokens.size() < MOST_TOKENS && matcher.find()) {
            if (matcher.group("comment") != null) {
                continue;
            }
            String token = matcher.group();
            switch (token) {
                case "(", "{", "[" -> depth++;
                case ")", "}", "]" -> depth--;
                default -> {}
            }
            if (depth < 0) {
                break;
            }
            tokens.add(token);
            if (depth == 0 && (token.equals(";") || token.equals("}"))) {
                break;
            }
        }
        return tokens;
    }

    private static boolean isVariable(String token) {
        return Character.isLowerCase(token.charAt(0)) && !KEYWORDS.contains(token);
    }

    private static String shortened(String token) {
        return token.length() <= LONGEST_LITERAL ? token : token.substring(0, LONGEST_LITERAL) + "~" + token.hashCode();
    }

    /**
     * How much two normalised texts have in common: 1 for equal ones, 0 for nothing shared (Dice's coefficient over pairs
     * of neighbouring tokens, counted with multiplicity).
     */
    static double similarity(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        Map<String, Integer> pairs = new HashMap<>();
        int ones = countPairs(one, pairs, 1);
        Map<String, Integer> otherPairs = new HashMap<>();
        int others = countPairs(other, otherPairs, 1);
        if (ones + others == 0) {
            return 0;
        }
        int shared = 0;
        for (Map.Entry<String, Integer> pair : otherPairs.entrySet()) {
            shared += Math.min(pair.getValue(), pairs.getOrDefault(pair.getKey(), 0));
        }
        return 2.0 * shared / (ones + others);
    }

    private static int countPairs(String text, Map<String, Integer> into, int each) {
        String[] tokens = text.split(" ");
        for (int i = 0; i + 1 < tokens.length; i++) {
            into.merge(tokens[i] + " " + tokens[i + 1], each, Integer::sum);
        }
        return Math.max(0, tokens.length - 1);
    }
}
