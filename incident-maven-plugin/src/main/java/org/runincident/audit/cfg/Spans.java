package org.runincident.audit.cfg;

import com.github.javaparser.JavaToken;
import com.github.javaparser.Range;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.Node;
import java.util.Optional;
import org.runincident.code.Span;

/** Positions of syntax nodes. */
final class Spans {
    private Spans() {}

    static Span of(Node node) {
        return node.getRange().map(Spans::of).orElse(Span.NONE);
    }

    static Span between(Span first, Span last) {
        return new Span(first.line(), first.column(), last.endLine(), last.endColumn());
    }

    /** From the start of a node to the first closing parenthesis behind its part. */
    static Span toParenthesisAfter(Node node, Node part) {
        Span whole = of(node);
        Optional<JavaToken> token = part.getTokenRange().map(TokenRange::getEnd).flatMap(JavaToken::getNextToken);
        while (token.isPresent() && token.get().getCategory().isWhitespaceOrComment()) {
            token = token.get().getNextToken();
        }
        return token.filter(t -> t.getText().equals(")"))
                .flatMap(JavaToken::getRange)
                .map(r -> between(whole, of(r)))
                .orElseGet(() -> between(whole, of(part)));
    }

    private static Span of(Range range) {
        return new Span(range.begin.line, range.begin.column, range.end.line, range.end.column);
    }
}
