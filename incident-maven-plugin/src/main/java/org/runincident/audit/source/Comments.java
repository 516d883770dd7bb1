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
}
