package org.runincident.audit.cfg;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import org.runincident.audit.source.Comments;
import org.runincident.code.Span;

/** Doc comments, found by where they stand. */
final class Documentation {
    private Documentation() {}

    /** The doc comment directly above the method, constructor or initializer that a node is, or stands in; else empty. */
    static String above(Node node, Comments comments) {
        Node around = node;
        while (around != null && !(around instanceof BodyDeclaration<?>)) {
            around = around.getParentNode().orElse(null);
        }
        if (around == null) {
            return "";
        }
        Span member = Spans.of(around);
        return comments.all().stream()
                .filter(c -> !c.line() && isAbove(c.at(), member))
                .map(Comments.Comment::text)
                .findFirst()
                .orElse("");
    }

    private static boolean isAbove(Span comment, Span member) {
        return comment.endLine() == member.line() - 1
                || comment.endLine() == member.line() && comment.column() < member.column();
    }
}
