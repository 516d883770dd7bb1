package org.runincident.rule.allow;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.runincident.code.Place;
import org.runincident.code.Span;

/** Finds allowances among the comments of a file. */
public final class AllowingComments {
    private static final Pattern ALLOW =
            Pattern.compile("incident:\\s*allow\\b\\s*([\\w.]+(?:\\s*,\\s*[\\w.]+)*)?\\s*(.*)", Pattern.DOTALL);
    private static final Pattern BECAUSE =
            Pattern.compile("^(?:because\\b|[-:\u2013\u2014])\\s*", Pattern.CASE_INSENSITIVE);

    /** Marks of other tools for one line; what follows them is the author's own. */
    private static final Pattern OTHER_TOOL =
            Pattern.compile("\\b(?:NOPMD|NOSONAR|NOLINT)\\b[\\s:\\-\u2013\u2014]*(.*)", Pattern.DOTALL);

    private final String file;
    private final List<Comment> comments;
    private final List<Allowance> found = new ArrayList<>();

    /**
     * A comment.
     *
     * @param text what it says, without its markers
     * @param line whether it is a {@code //} comment
     */
    public record Comment(String text, boolean line, Span at) {}

    private AllowingComments(String file, List<Comment> comments) {
        this.file = file;
        this.comments = comments;
    }

    /** All allowances in the comments of a file, in their order. */
    public static List<Allowance> read(String file, List<Comment> comments) {
        AllowingComments reading = new AllowingComments(file, comments);
        for (int i = 0; i < comments.size(); ) {
            i = reading.read(i);
        }
        return List.copyOf(reading.found);
    }

    /** Reads what begins at a comment, and gives the next. */
    private int read(int first) {
        Comment comment = comments.get(first);
        Matcher allow = ALLOW.matcher(comment.text());
        if (!allow.lookingAt()) {
            Matcher other = OTHER_TOOL.matcher(comment.text());
            if (comment.line() && comment.text().contains("NO") && other.find()) {
                add(comment.at(), Allowance.Origin.OTHER_TOOL, "", other.group(1));
            }
            return first + 1;
        }
        int last = first;
        StringBuilder because =
                new StringBuilder(BECAUSE.matcher(allow.group(2).strip()).replaceFirst(""));
        while (continues(last)) {
            last++;
            because.append(' ').append(comments.get(last).text());
        }
        Span end = comments.get(last).at();
        Span span = new Span(comment.at().line(), comment.at().column(), end.endLine(), end.endColumn());
        String rules = allow.group(1) == null ? "" : allow.group(1);
        for (String rule : rules.split("\\s*,\\s*")) {
            add(span, Allowance.Origin.COMMENT, rule, because.toString());
        }
        return last + 1;
    }

    private void add(Span span, Allowance.Origin origin, String rule, String because) {
        Span lines = new Span(span.line(), 0, span.endLine(), Integer.MAX_VALUE);
        found.add(new Allowance(new Place(file, span), origin, rule, oneLine(because), lines, ""));
    }

    /** A line comment right below, in the same column, goes on with the sentence. */
    private boolean continues(int index) {
        if (index + 1 >= comments.size() || !comments.get(index).line()) {
            return false;
        }
        Comment next = comments.get(index + 1);
        return next.line()
                && next.at().line() == comments.get(index).at().endLine() + 1
                && next.at().column() == comments.get(index).at().column()
                && !ALLOW.matcher(next.text()).lookingAt();
    }

    /** Words without line breaks. */
    public static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
