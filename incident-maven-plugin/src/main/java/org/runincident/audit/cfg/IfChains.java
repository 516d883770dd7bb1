package org.runincident.audit.cfg;

import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.runincident.code.Span;
import org.runincident.flow.Dispatch;
import org.runincident.flow.Value;

/** Finds the chains of ifs that decide by one value, and describes each as a {@link Dispatch}. */
final class IfChains {
    private final Body body;
    private final ChainTests tests;
    private final Map<IfStmt, Chain> open = new IdentityHashMap<>();

    private static final class Chain {
        final List<IfStmt> links = new ArrayList<>();
        final List<ChainTests.Test> tests = new ArrayList<>();
        final List<Dispatch.Arm> arms = new ArrayList<>();
        Value subject = Value.UNKNOWN;
        boolean inARow;

        IfStmt last() {
            return links.get(links.size() - 1);
        }
    }

    IfChains(Body body) {
        this.body = body;
        this.tests = new ChainTests(body);
    }

    /**
     * Begins a chain when there is one: else-ifs, and ifs that follow one whose branch does not come back.
     *
     * @param following the statements behind the first if
     */
    void begin(IfStmt first, List<Statement> following) {
        if (open.containsKey(first)) {
            return;
        }
        Chain chain = chain(first, following);
        if (chain.links.size() >= 2 && chain.tests.stream().anyMatch(ChainTests.Test::isComparison)) {
            chain.links.forEach(l -> open.put(l, chain));
        }
    }

    private Chain chain(IfStmt first, List<Statement> following) {
        Chain chain = new Chain();
        boolean comesBack = false;
        int next = 0;
        IfStmt current = first;
        while (current != null) {
            ChainTests.Test test = tests.of(current.getCondition());
            if (test == null
                    || !chain.tests.isEmpty() && !chain.tests.get(0).subject().equals(test.subject())) {
                break;
            }
            chain.inARow |= next > 0;
            chain.links.add(current);
            chain.tests.add(test);
            comesBack |= !Statements.endsAbruptly(current.getThenStmt());
            Statement otherwise = current.getElseStmt().orElse(null);
            if (otherwise != null) {
                current = otherwise instanceof IfStmt i ? i : null;
            } else if (!comesBack && next < following.size()) {
                current = following.get(next++) instanceof IfStmt i ? i : null;
            } else {
                current = null;
            }
        }
        return chain;
    }

    /** The condition of an if was lowered; its branch begins in a block. */
    void arm(IfStmt statement, int then) {
        Chain chain = open.get(statement);
        if (chain == null) {
            return;
        }
        int index = Nodes.indexOf(statement, chain.links);
        ChainTests.Test test = chain.tests.get(index);
        if (index == 0) {
            chain.subject = Value.UNKNOWN;
            chain.arms.clear();
        }
        if (chain.subject.equals(Value.UNKNOWN) && test.isComparison()) {
            chain.subject = body.conditions.firstSubject();
        }
        chain.arms.add(new Dispatch.Arm(test.labels(), test.guarded(), then, conditionOf(statement)));
    }

    /** An if without else was lowered: what no test takes goes on behind it. */
    void restFollows(IfStmt statement, int rest, int join) {
        finish(statement, rest, Dispatch.RestKind.IMPLICIT, join, null);
    }

    /** An if is about to go on with its else, which may be an if of another kind. */
    void restIsElse(IfStmt statement, int rest, int join, Statement otherwise) {
        finish(statement, rest, Dispatch.RestKind.EXPLICIT, join, otherwise);
    }

    private void finish(IfStmt statement, int rest, Dispatch.RestKind kind, int join, Statement otherwise) {
        Chain chain = open.get(statement);
        if (chain == null || chain.last() != statement) {
            return;
        }
        chain.links.forEach(open::remove);
        Span at = conditionOf(chain.links.get(0));
        Span whole = Spans.between(at, Spans.of(statement));
        body.dispatch(
                chain.links.get(0),
                new Dispatch(
                        body.graph.nextDispatch(),
                        chain.inARow ? Dispatch.Form.IF_ROW : Dispatch.Form.IF_CHAIN,
                        chain.subject,
                        chain.subject.type(),
                        chain.arms,
                        rest,
                        kind,
                        otherwise == null ? at : Spans.of(otherwise),
                        join,
                        otherwise == null ? List.of() : body.file.comments().within(Spans.of(otherwise)),
                        new DispatchComments(body.file.comments()).around(chain.links.get(0), whole),
                        at,
                        whole));
    }

    private static Span conditionOf(IfStmt statement) {
        return Spans.toParenthesisAfter(statement, statement.getCondition());
    }
}
