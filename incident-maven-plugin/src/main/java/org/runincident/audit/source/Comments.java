package org.runincident.audit.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.runincident.code.Span;

/** All comments of one file, by position. */
public final class Comments {
    /** No comments. */
    public static final Comments NONE = new Comments(List.of());

    private final List<Comment> all;

    /**
     * One comment.
     *
     * @param text what it says, without its markers and the stars at the beginning of lines, stripped
     * @param line whether it is a {@code //} comment
     */
    public record Comment(String text, boolean line, Span at) {}

    public Comments(List<Comment> comments) {
        List<Comment> sorted = new ArrayList<>(comments);
        sorted.sort(Comparator.comparing(Comment::at));
        this.all = List.copyOf(sorted);
    }

    /** Every comment, in source order. */
    public List<Comment> all() {
        return all;
    }

    /** Texts of the comments inside a range, in source order; empty ones are left out. */
    public List<String> within(Span span) {
        List<String> texts = new ArrayList<>();
        for (Comment comment : all) {
            if (span.contains(comment.at()) && !comment.text().isEmpty()) {
                texts.add(comment.text());
            }
        }
        return texts;
    }

    /** Texts of the comments that touch one of these lines, both included, in source order; empty ones are left out. */
    public List<String> onLines(int from, int to) {
        List<String> texts = new ArrayList<>();
        for (Comment comment : all) {
            if (comment.at().line() <= to
                    && comment.at().endLine() >= from
                    && !comment.text().isEmpty()) {
                texts.add(comment.text());
            }
        }
        return texts;
    }

    /**
     * Texts of the comments that stand in a row directly above a line.
     *
     * @param after a line on which code stands: only what begins below it counts
     */
    public List<String> rowAbove(int line, int after) {
        List<String> texts = new ArrayList<>();
        int next = line;
        for (int i = all.size() - 1; i >= 0 && all.get(i).at().endLine() >= next - 1; i--) {
            Comment comment = all.get(i);
            if (comment.at().endLine() == next - 1 && comment.at().line() > after) {
                texts.add(0, comment.text());
                next = comment.at().line();
            }
        }
        texts.removeIf(String::isEmpty);
        return texts;
    }

    /**
     * Texts of the comments that stand behind a range, on its last line or in a row directly below.
     *
     * @param last the last line on which one may begin
     */
    public List<String> rowBehind(Span span, int last) {
        List<String> texts = new ArrayList<>();
        int end = span.endLine();
        for (Comment comment : all) {
            boolean behind = comment.at().line() > span.endLine()
                    || comment.at().line() == span.endLine() && comment.at().column() > span.endColumn();
            if (behind) {
                if (comment.at().line() > end + 1 || comment.at().line() > Math.max(last, span.endLine())) {
                    break;
                }
                texts.add(comment.text());
                end = comment.at().endLine();
            }
        }
        texts.removeIf(String::isEmpty);
        return texts;
    }
}
