package org.runincident.audit.cfg;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithMembers;
import org.runincident.audit.source.Comments;
import org.runincident.code.Span;

/** What stands above a member, found by where it stands. */
final class Documentation {
    private Documentation() {}

    /**
     * The doc comment, or the line comments in a row, directly above the method, constructor or initializer that a node is, or
     * stands in; else empty.
     */
    static String above(Node node, Comments comments) {
        Node around = memberAround(node);
        if (around == null) {
            return "";
        }
        Span member = Spans.of(around);
        return comments.all().stream()
                .filter(c -> !c.line() && isAbove(c.at(), member))
                .map(Comments.Comment::text)
                .findFirst()
                .orElseGet(() -> String.join(" ", comments.rowAbove(member.line(), lastLineBefore(around))));
    }

    private static Node memberAround(Node node) {
        Node around = node;
        while (around != null && !(around instanceof BodyDeclaration<?>)) {
            around = around.getParentNode().orElse(null);
        }
        return around;
    }

    /** The last line of the member before, or the first of the type around. */
    private static int lastLineBefore(Node member) {
        Node type = member.getParentNode().orElse(null);
        int last = type == null ? 0 : Spans.of(type).line();
        if (type instanceof NodeWithMembers<?> declared) {
            int index = Nodes.indexOf(member, declared.getMembers());
            return index > 0 ? Spans.of(declared.getMember(index - 1)).endLine() : last;
        }
        return last;
    }

    private static boolean isAbove(Span comment, Span member) {
        return comment.endLine() == member.line() - 1
                || comment.endLine() == member.line() && comment.column() < member.column();
    }
}
