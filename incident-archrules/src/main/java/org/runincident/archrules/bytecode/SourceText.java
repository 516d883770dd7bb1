package org.runincident.archrules.bytecode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.runincident.code.Span;
import org.runincident.rule.allow.Allowance;
import org.runincident.rule.allow.AllowingComments;
import org.runincident.vocabulary.Rationale;

/** A source file, read as words and signs: enough to find its comments and the clauses they speak of. */
final class SourceText implements SourceHints {
    private static final Pattern CAUGHT = Pattern.compile("\\bcatch\\s*\\(([^)]*)\\)");
    private static final Pattern LAST_NAME = Pattern.compile("([\\w$]+)\\s*$");
    private static final Pattern KOTLIN_NAME = Pattern.compile("^\\s*([\\w$]+)\\s*:");
    private static final Pattern SWITCH = Pattern.compile("\\b(?:switch|when)\\b");
    private static final Pattern ELSE_IF = Pattern.compile("\\belse\\s+if\\b");
    private static final Pattern DEFAULT = Pattern.compile("\\b(?:default|else)\\b");

    private final List<Comment> comments = new ArrayList<>();
    private final int[] lineStarts;

    /** The text with a blank in place of every character of a comment or literal. */
    private final String code;

    private record Comment(String text, boolean line, int from, int to) {}

    SourceText(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                starts.add(i + 1);
            }
        }
        lineStarts = starts.stream().mapToInt(Integer::intValue).toArray();
        code = blanked(text);
    }

    private String blanked(String text) {
        StringBuilder kept = new StringBuilder(text);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (text.startsWith("//", at)) {
                end = endOf(text, "\n", at, 0);
                comments.add(new Comment(words(text.substring(at + 2, end)), true, at, end));
            } else if (text.startsWith("/*", at)) {
                end = endOf(text, "*/", at + 2, 2);
                comments.add(new Comment(words(text.substring(at + 2, Math.max(at + 2, end - 2))), false, at, end));
            } else if (text.startsWith("\"\"\"", at)) {
                end = endOf(text, "\"\"\"", at + 3, 3);
            } else if (c == '"' || c == '\'') {
                end = endOfLiteral(text, at, c);
            } else {
                at++;
                continue;
            }
            for (int i = at; i < Math.min(end, text.length()); i++) {
                if (text.charAt(i) != '\n') {
                    kept.setCharAt(i, ' ');
                }
            }
            at = end;
        }
        return kept.toString();
    }

    private static int endOf(String text, String mark, int from, int length) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + length;
    }

    private static int endOfLiteral(String text, int from, char quote) {
        for (int i = from + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i + 1;
            } else if (c == '\n') {
                return i;
            }
        }
        return text.length();
    }

    /** The content between the markers, without stars that only decorate. */
    private static String words(String content) {
        StringBuilder text = new StringBuilder();
        for (String line : content.replaceFirst("^/+", "").split("\n", -1)) {
            String bare = line.strip().replaceFirst("^\\*+", "").strip();
            if (!bare.isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n").append(bare);
            }
        }
        return text.toString();
    }

    private int line(int offset) {
        int found = java.util.Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private int start(int line) {
        return line < 1 ? 0 : line > lineStarts.length ? code.length() : lineStarts[line - 1];
    }

    @Override
    public Clause caught(int line) {
        Matcher clause = CAUGHT.matcher(code).region(start(line), code.length());
        if (!clause.find() || line(clause.start()) != line) {
            return NONE.caught(line);
        }
        int open = code.indexOf('{', clause.end());
        int close = open < 0 ? clause.end() : closing(open);
        List<String> texts = new ArrayList<>();
        for (Comment comment : comments) {
            boolean inside = comment.from > clause.start() && comment.to <= close;
            boolean sameLine = line(comment.from) == line;
            boolean above = comment.to <= clause.start()
                    && code.substring(comment.to, clause.start()).isBlank();
            if ((inside || sameLine || above) && !comment.text.isEmpty()) {
                texts.add(comment.text);
            }
        }
        return new Clause(name(clause.group(1)), texts);
    }

    private static String name(String parameter) {
        Matcher kotlin = KOTLIN_NAME.matcher(parameter);
        if (kotlin.find()) {
            return kotlin.group(1);
        }
        Matcher last = LAST_NAME.matcher(parameter);
        return last.find() ? last.group(1) : "";
    }

    /** The brace that closes one; the end of the text when none does. */
    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < code.length(); i++) {
            if (code.charAt(i) == '{') {
                depth++;
            } else if (code.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return code.length();
    }

    @Override
    public List<String> comments(int firstLine, int lastLine) {
        return comments.stream()
                .filter(c -> line(c.from) >= firstLine && line(c.to - 1) <= lastLine && !c.text.isEmpty())
                .map(Comment::text)
                .toList();
    }

    @Override
    public String documentation(int line) {
        int from = start(line);
        String found = "";
        for (Comment comment : comments) {
            if (!comment.line && comment.to <= from) {
                // Between a member's doc comment and its first statement no other statement or body ends.
                String between = code.substring(comment.to, from);
                found = between.indexOf(';') < 0 && between.indexOf('}') < 0 ? comment.text : "";
            }
        }
        return found.isEmpty() ? lineComments(from) : found;
    }

    /** The line comments in a row directly above the header of the member whose code begins there. */
    private String lineComments(int from) {
        for (int i = comments.size() - 1; i >= 0; i--) {
            Comment comment = comments.get(i);
            if (comment.line
                    && comment.to <= from
                    && code.substring(comment.to, from).indexOf('(') >= 0) {
                int header = start(line(comment.from) + 1);
                String between = code.substring(header, from);
                boolean above = between.indexOf(';') < 0 && between.indexOf('}') < 0 && !between.startsWith("\n");
                List<String> row = above ? row(header, -1) : List.of();
                Collections.reverse(row);
                return String.join(" ", row);
            }
        }
        return "";
    }

    @Override
    public Rest rest(int line) {
        Matcher choice = SWITCH.matcher(code).region(start(line), code.length());
        if (!choice.find() || line(choice.start()) != line) {
            return null;
        }
        int open = code.indexOf('{', choice.end());
        if (open < 0) {
            return null;
        }
        int close = closing(open);
        List<Entry> entries = entries(open, close);
        Entry rest = entries.stream().filter(Entry::isRest).findFirst().orElse(null);
        Entry from = rest != null ? rest : entries.isEmpty() ? new Entry(open, false) : entries.get(entries.size() - 1);
        int next = entries.stream()
                .mapToInt(Entry::at)
                .filter(at -> rest != null && at > rest.at)
                .min()
                .orElse(close);
        int begin = rest != null || entries.isEmpty() ? from.at : lastCode(from.at, close);
        List<String> texts = new ArrayList<>();
        for (Comment comment : comments) {
            boolean marked = comment.from > open && comment.to <= close && comment.text.contains("CASES-OMITTED");
            boolean behind = rest == null
                    && comment.from > close
                    && line(comment.from) <= line(close) + 1
                    && Rationale.speaksOfOthers(comment.text);
            if ((marked || behind || comment.from >= begin && comment.to <= next) && !comment.text.isEmpty()) {
                texts.add(comment.text);
            }
        }
        List<String> around = row(choice.start(), -1);
        comments.stream().filter(c -> c.from > open && c.to <= close).forEach(c -> around.add(c.text));
        around.addAll(row(close + 1, 1));
        return new Rest(rest != null, rest == null ? line : line(rest.at), texts, around);
    }

    @Override
    public List<String> around(int firstLine, int lastLine) {
        List<String> around = row(start(firstLine), -1);
        around.addAll(comments(firstLine, lastLine));
        return around;
    }

    /** Texts of the comments in a row that ends or begins there, with no code between and none before them on their line. */
    private List<String> row(int at, int step) {
        List<String> texts = new ArrayList<>();
        int edge = at;
        for (int i = step < 0 ? comments.size() - 1 : 0; i >= 0 && i < comments.size(); i += step) {
            Comment comment = comments.get(i);
            if (step < 0 ? comment.to <= edge : comment.from >= edge) {
                int from = step < 0 ? start(line(comment.from)) : edge;
                int to = step < 0 ? edge : comment.from;
                boolean bare = code.substring(from, to).isBlank() || step < 0 && startsStatement(from, to, at);
                if (!bare || line(to) - line(Math.max(0, step < 0 ? comment.to - 1 : edge - 1)) > 1) {
                    break;
                }
                texts.add(comment.text);
                edge = step < 0 ? comment.from : comment.to;
            }
        }
        texts.removeIf(String::isEmpty);
        return texts;
    }

    /** Whether all that stands there is what the choice is part of ({@code return switch}, {@code int x = switch}). */
    private boolean startsStatement(int from, int to, int at) {
        return to == at
                && code.substring(from, start(line(at))).isBlank()
                && code.substring(start(line(at)), to).chars().noneMatch(c -> c == ';' || c == '{' || c == '}');
    }

    @Override
    public Span declaration(String name) {
        Matcher type = Pattern.compile("\\b(?:class|interface|enum|record|object)\\s+" + Pattern.quote(name) + "\\b")
                .matcher(code);
        if (type.find()) {
            return Span.ofLine(line(type.end() - 1));
        }
        // A member is told from its uses by the mark above it.
        Matcher member = Pattern.compile("@MirrorsVariants\\b[^;{=]*?\\b" + Pattern.quote(name) + "\\b(?=\\s*[=(;])")
                .matcher(code);
        return member.find() ? Span.ofLine(line(member.end() - 1)) : Span.NONE;
    }

    @Override
    public int catchLine(int from, int to) {
        Matcher clause = CAUGHT.matcher(code).region(start(from), Math.max(start(from), start(to + 1)));
        return clause.find() ? line(clause.start()) : from;
    }

    @Override
    public boolean isElse(int line) {
        Matcher test = ELSE_IF.matcher(code).region(Math.max(0, start(line - 1)), start(line + 1));
        while (test.find()) {
            if (line(test.end() - 1) == line) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int head(String method, int line) {
        Matcher name =
                Pattern.compile("\\b" + Pattern.quote(method) + "\\s*\\(").matcher(code);
        int end = start(line + 1);
        int found = 0;
        while (name.find() && name.start() < end) {
            found = line(name.start());
        }
        return found;
    }

    @Override
    public List<Allowance> allowances(String file) {
        return AllowingComments.read(
                file,
                comments.stream()
                        .map(c -> new AllowingComments.Comment(c.text, c.line, span(c)))
                        .toList());
    }

    private Span span(Comment comment) {
        int first = line(comment.from);
        int last = line(comment.to - 1);
        return new Span(first, comment.from - start(first) + 1, last, comment.to - start(last));
    }

    /** Where the last word or sign before the closing brace ends. */
    private int lastCode(int from, int close) {
        for (int i = close - 1; i > from; i--) {
            if (!Character.isWhitespace(code.charAt(i))) {
                return i;
            }
        }
        return from;
    }

    private record Entry(int at, boolean isRest) {}

    /** Where the entries of a switch begin. */
    private List<Entry> entries(int open, int close) {
        List<Entry> entries = new ArrayList<>();
        int depth = 0;
        for (int i = open; i < close; i++) {
            char c = code.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (depth == 1 && Character.isLetter(c) && !Character.isJavaIdentifierPart(code.charAt(i - 1))) {
                int end = i;
                while (end < close && Character.isJavaIdentifierPart(code.charAt(end))) {
                    end++;
                }
                String word = code.substring(i, end);
                boolean rest = DEFAULT.matcher(word).matches() && endsLabel(end);
                if (rest || word.equals("case")) {
                    entries.add(new Entry(i, rest));
                }
                i = end - 1;
            }
        }
        return entries;
    }

    /** Whether a colon or an arrow follows: otherwise an {@code else} is that of an if. */
    private boolean endsLabel(int at) {
        String behind = code.substring(at, Math.min(code.length(), at + 8)).stripLeading();
        return behind.startsWith(":") || behind.startsWith("->");
    }
}
