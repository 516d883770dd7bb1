package org.runincident.audit.source;

import com.github.javaparser.JavaToken;
import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.runincident.code.Span;

/**
 * Two versions of a file, token by token, comments and white space left out: what stands before the first and behind the last
 * token that differs is the same in both, only elsewhere.
 */
public final class Revision {
    private static final int NOWHERE = -1;

    private record Spot(int line, int column) {}

    private final List<JavaToken> before;
    private final List<JavaToken> after;
    private final Map<Spot, Spot> begins = new HashMap<>();
    private final Map<Spot, Spot> ends = new HashMap<>();
    private final Map<Integer, Integer> lines = new HashMap<>();

    /** Number of tokens that are the same at the beginning. */
    private final int head;

    /** Number of tokens that are the same at the end. */
    private final int tail;

    private final boolean inBody;

    private Revision(ParsedFile before, ParsedFile after) {
        this.before = tokens(before);
        this.after = tokens(after);
        int shorter = Math.min(this.before.size(), this.after.size());
        int same = 0;
        while (same < shorter && sameAt(same, same)) {
            same++;
        }
        head = same;
        int fromEnd = 0;
        while (fromEnd < shorter - head && sameAt(this.before.size() - 1 - fromEnd, this.after.size() - 1 - fromEnd)) {
            fromEnd++;
        }
        tail = fromEnd;
        for (int i = 0; i < head; i++) {
            pair(i, i);
        }
        for (int i = 1; i <= tail; i++) {
            pair(this.before.size() - i, this.after.size() - i);
        }
        for (int i = head; i < this.before.size() - tail; i++) {
            Range was = this.before.get(i).getRange().orElseThrow();
            lines.put(was.begin.line, NOWHERE);
            lines.put(was.end.line, NOWHERE);
        }
        inBody = isSame() || inOneBody(before, after);
    }

    /** Empty when one of them could not be read whole. */
    public static Optional<Revision> of(ParsedFile before, ParsedFile after) {
        boolean whole = before.problems().isEmpty() && after.problems().isEmpty();
        return whole ? Optional.of(new Revision(before, after)) : Optional.empty();
    }

    private static List<JavaToken> tokens(ParsedFile file) {
        List<JavaToken> tokens = new ArrayList<>();
        for (JavaToken token : file.unit().getTokenRange().orElseThrow()) {
            if (!token.getCategory().isWhitespaceOrComment() && !token.getText().isEmpty()) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    private boolean sameAt(int one, int other) {
        return before.get(one).getText().equals(after.get(other).getText());
    }

    private void pair(int one, int other) {
        Range was = before.get(one).getRange().orElseThrow();
        Range is = after.get(other).getRange().orElseThrow();
        begins.put(new Spot(was.begin.line, was.begin.column), new Spot(is.begin.line, is.begin.column));
        ends.put(new Spot(was.end.line, was.end.column), new Spot(is.end.line, is.end.column));
        lines.merge(was.begin.line, is.begin.line, (a, b) -> a.equals(b) ? a : NOWHERE);
        lines.merge(was.end.line, is.end.line, (a, b) -> a.equals(b) ? a : NOWHERE);
    }

    /** Whether only comments and white space differ. */
    public boolean isSame() {
        return head == before.size() && head == after.size();
    }

    /**
     * Whether all that differs lies in the body of one method or constructor of a type that is neither local nor anonymous, and which has no
     * local types: everything that is declared in the file is the same.
     */
    public boolean isInBody() {
        return inBody;
    }

    private boolean inOneBody(ParsedFile one, ParsedFile other) {
        int[] was = around(one, before, before.size() - tail);
        int[] is = around(other, after, after.size() - tail);
        return was != null && is != null && was[0] == is[0] && before.size() - was[1] == after.size() - is[1];
    }

    /** Looks at positions first: there are many methods, and one is around. */
    private boolean mayHold(TokenRange body, List<JavaToken> tokens, int end) {
        Position opened = body.getBegin().getRange().orElseThrow().begin;
        Position closed = body.getEnd().getRange().orElseThrow().end;
        Position first = tokens.get(Math.max(0, head - 1)).getRange().orElseThrow().begin;
        Position last = tokens.get(Math.min(tokens.size() - 1, end)).getRange().orElseThrow().end;
        return !opened.isAfter(first) && !closed.isBefore(last);
    }

    private static int indexOf(JavaToken token, List<JavaToken> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i) == token) { // tokens of the same text are equal
                return i;
            }
        }
        return -1;
    }

    /** The numbers of the braces around what differs; null where no body, or one with local types, is around it. */
    private int[] around(ParsedFile file, List<JavaToken> tokens, int end) {
        List<TypeDeclaration<?>> types = new ArrayList<>(file.unit().getTypes());
        for (int i = 0; i < types.size(); i++) {
            for (BodyDeclaration<?> member : types.get(i).getMembers()) {
                if (member instanceof TypeDeclaration<?> nested) {
                    types.add(nested);
                    continue;
                }
                BlockStmt block = body(member);
                if (block != null) {
                    TokenRange body = block.getTokenRange().orElseThrow();
                    if (!mayHold(body, tokens, end)) {
                        continue;
                    }
                    int opening = indexOf(body.getBegin(), tokens);
                    int closing = indexOf(body.getEnd(), tokens);
                    if (opening >= 0 && opening < head && closing >= end) {
                        boolean local =
                                block.findFirst(LocalClassDeclarationStmt.class).isPresent()
                                        || block.findFirst(LocalRecordDeclarationStmt.class)
                                                .isPresent();
                        return local ? null : new int[] {opening, closing};
                    }
                }
            }
        }
        return null;
    }

    /** Null for members without one. */
    private static BlockStmt body(BodyDeclaration<?> member) {
        if (member instanceof ConstructorDeclaration constructor) {
            return constructor.getBody();
        }
        return member instanceof MethodDeclaration method ? method.getBody().orElse(null) : null;
    }

    /** Where a stretch of the earlier version is in the later one; empty when it begins or ends in what differs. */
    public Optional<Span> moved(Span span) {
        if (span.equals(Span.NONE)) {
            return Optional.of(span);
        }
        if (span.column() == 0) {
            int line = lines.getOrDefault(span.line(), NOWHERE);
            return line == NOWHERE || span.line() != span.endLine() ? Optional.empty() : Optional.of(Span.ofLine(line));
        }
        Spot begin = begins.get(new Spot(span.line(), span.column()));
        Spot end = ends.get(new Spot(span.endLine(), span.endColumn()));
        return begin == null || end == null
                ? Optional.empty()
                : Optional.of(new Span(begin.line(), begin.column(), end.line(), end.column()));
    }
}
