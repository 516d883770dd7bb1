package org.runincident.audit.cfg;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.nodeTypes.NodeWithStatements;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import java.util.ArrayList;
import java.util.List;
import org.runincident.audit.source.Comments;
import org.runincident.code.Span;
import org.runincident.vocabulary.Rationale;

/** Comments on what a switch or a chain of ifs does with the variants that no arm names. */
final class DispatchComments {
    private final Comments comments;

    DispatchComments(Comments comments) {
        this.comments = comments;
    }

    /**
     * Comments on the rest of a switch: from the default's label (not those above it, which speak of the labels before) to
     * the next entry, or without a default from the last statement to the end, and behind it where they speak of the others;
     * and a marker that cases are left out, anywhere.
     */
    List<String> onRest(List<SwitchEntry> entries, SwitchArm explicit, Span whole) {
        if (entries.isEmpty()) {
            return comments.within(whole);
        }
        List<String> found = new ArrayList<>();
        for (String comment : comments.within(whole)) {
            if (comment.contains("CASES-OMITTED")) {
                found.add(comment);
            }
        }
        SwitchEntry before = explicit == null ? entries.get(entries.size() - 1) : explicit.last;
        int next = explicit == null ? entries.size() : Nodes.indexOf(explicit.last, entries) + 1;
        Span from = Spans.of(before);
        Span to = next < entries.size() ? Spans.of(entries.get(next)) : null;
        found.addAll(comments.within(new Span(
                explicit == null ? from.endLine() : from.line(),
                explicit == null ? from.endColumn() : from.column(),
                to == null ? whole.endLine() : to.line(),
                to == null ? whole.endColumn() : to.column())));
        if (explicit == null) {
            behind(whole, whole.endLine() + 1).stream()
                    .filter(Rationale::speaksOfOthers)
                    .forEach(found::add);
        }
        return found;
    }

    /** All comments inside, and those in a row directly before or behind it. */
    List<String> around(Node whole, Span span) {
        List<String> found = new ArrayList<>(comments.within(span));
        Node statement = whole;
        while (!(statement instanceof Statement) && statement.getParentNode().isPresent()) {
            statement = statement.getParentNode().get();
        }
        if (statement.getParentNode().orElse(null) instanceof NodeWithStatements<?> block) {
            int index = Nodes.indexOf(statement, block.getStatements());
            int before = index > 0
                    ? Spans.of(block.getStatement(index - 1)).endLine()
                    : Spans.of((Node) block).line();
            int after = index + 1 < block.getStatements().size()
                    ? Spans.of(block.getStatement(index + 1)).line()
                    : Spans.of((Node) block).endLine();
            found.addAll(comments.rowAbove(Spans.of(statement).line(), before));
            found.addAll(behind(span, after - 1));
        }
        return found;
    }

    /** Comments behind the closing brace, and in a row on the next lines. */
    private List<String> behind(Span whole, int last) {
        return comments.rowBehind(whole, last);
    }
}
