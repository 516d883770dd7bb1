package org.runincident.flow.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word, literal, placeholder or sign of a text that may be SQL, HQL, or either with the marks of a mapper in it.
 *
 * @param text without quotes; of a placeholder its key
 */
record SqlToken(Kind kind, String text) {

    enum Kind {
        /** An identifier or keyword, dots included. */
        WORD,
        TEXT,
        NUMBER,
        PLACEHOLDER,
        SIGN
    }

    boolean isWord(String keyword) {
        return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** The last part of a dotted name. */
    String lastPart() {
        return text.substring(text.lastIndexOf('.') + 1);
    }

    /** The tokens of a text; never fails, whatever the text is. */
    static List<SqlToken> of(String text) {
        return new Scanner(text).scan();
    }

    /** One pass over a text. */
    private static final class Scanner {
        private final String text;
        private final List<SqlToken> tokens = new ArrayList<>();
        private int at;
        private int positional;

        Scanner(String text) {
            this.text = text;
        }

        List<SqlToken> scan() {
            while (at < text.length()) {
                char c = text.charAt(at);
                if (Character.isWhitespace(c)) {
                    at++;
                } else if (text.startsWith("--", at)) {
                    at = endOf("\n", at);
                } else if (text.startsWith("/*", at)) {
                    at = endOf("*/", at);
                } else if (c == '\'') {
                    tokens.add(literal());
                } else if (isNameStart(c)) {
                    tokens.add(name());
                } else if (Character.isDigit(c)) {
                    tokens.add(number());
                } else if (c == '?' || c == ':' || (c == '#' || c == '$') && next() == '{') {
                    placeholder();
                } else {
                    tokens.add(new SqlToken(Kind.SIGN, String.valueOf(c)));
                    at++;
                }
            }
            return tokens;
        }

        private int endOf(String mark, int from) {
            int end = text.indexOf(mark, from);
            return end < 0 ? text.length() : end + mark.length();
        }

        private char next() {
            return at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        }

        private SqlToken literal() {
            StringBuilder value = new StringBuilder();
            at++;
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c != '\'') {
                    value.append(c);
                } else if (at < text.length() && text.charAt(at) == '\'') {
                    value.append(c);
                    at++;
                } else {
                    break;
                }
            }
            String plain = value.toString();
            return plain.startsWith(":") && Template.isHole(plain.substring(1)) && isName(plain.substring(1))
                    ? new SqlToken(Kind.PLACEHOLDER, plain.substring(1))
                    : new SqlToken(Kind.TEXT, plain);
        }

        private static boolean isName(String text) {
            return text.chars().allMatch(c -> Character.isJavaIdentifierPart(c));
        }

        private static boolean isNameStart(char c) {
            return Character.isLetter(c) || c == '_' || c == '`' || c == '"' || c == '[' || c == '%' || c == '@';
        }

        /** A dotted name, parts quoted or not; {@code %PREFIX%} is a part of one. */
        private SqlToken name() {
            StringBuilder name = new StringBuilder();
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '`' || c == '"' || c == '[') {
                    int end = text.indexOf(c == '[' ? ']' : c, at + 1);
                    end = end < 0 ? text.length() : end;
                    name.append(text, at + 1, end);
                    at = Math.min(end + 1, text.length());
                } else if (Character.isJavaIdentifierPart(c) || c == '.' || c == '%' || c == '@') {
                    name.append(c);
                    at++;
                } else {
                    break;
                }
            }
            return new SqlToken(Kind.WORD, name.toString());
        }

        private SqlToken number() {
            int from = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            return new SqlToken(Kind.NUMBER, text.substring(from, at));
        }

        private void placeholder() {
            char c = text.charAt(at++);
            if (c == ':' && at < text.length() && text.charAt(at) == '#') {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '{') {
                int end = text.indexOf('}', at);
                end = end < 0 ? text.length() : end;
                String inside = text.substring(at + 1, end);
                at = Math.min(end + 1, text.length());
                String key = inside.split("[,:]", 2)[0].strip();
                tokens.add(new SqlToken(Kind.PLACEHOLDER, key.startsWith("#") ? key.substring(1) : key));
                return;
            }
            int from = at;
            while (at < text.length() && (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            if (c == '?') {
                String index = text.substring(from, at);
                tokens.add(new SqlToken(Kind.PLACEHOLDER, index.isEmpty() ? String.valueOf(++positional) : index));
            } else if (at > from) {
                tokens.add(new SqlToken(Kind.PLACEHOLDER, text.substring(from, at)));
            } else {
                tokens.add(new SqlToken(Kind.SIGN, ":"));
            }
        }
    }

    /** Whether this is one of the words, whatever their case. */
    boolean isOneOf(java.util.Set<String> words) {
        return kind == Kind.WORD && words.contains(text.toLowerCase(Locale.ROOT));
    }
}
