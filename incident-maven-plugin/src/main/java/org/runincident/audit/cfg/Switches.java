package org.runincident.audit.cfg;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Condition;
import org.runincident.flow.Dispatch;
import org.runincident.flow.Value;

/** Switches, old and new, as statements and as expressions. */
final class Switches {
    private final Body body;
    private final ChainTests labels;

    Switches(Body body) {
        this.body = body;
        this.labels = new ChainTests(body);
    }

    void statement(SwitchStmt statement) {
        int join = body.cursor.newBlock();
        Frame.Target target = body.exits.openTarget(Set.of(), true, join, -1);
        lower(statement, statement.getSelector(), statement.getEntries(), join, false);
        body.exits.close(target);
        body.cursor.startAt(join);
    }

    Value expression(SwitchExpr expression) {
        Frame.Yielding yielding = body.exits.openYielding();
        lower(expression, expression.getSelector(), expression.getEntries(), -1, true);
        body.exits.close(yielding);
        return body.operators.choice(yielding.yields);
    }

    private void lower(Node whole, Expression selector, List<SwitchEntry> entries, int join, boolean isExpression) {
        Value subject = body.value(selector);
        List<SwitchArm> arms = arms(entries, subject);
        boolean dead = body.cursor.isDead();
        boolean patterns = arms.stream().anyMatch(a -> a.hasPattern);
        SwitchArm explicit = arms.stream().filter(a -> a.takesRest).findFirst().orElse(null);
        Dispatch.RestKind restKind = explicit != null
                ? Dispatch.RestKind.EXPLICIT
                : isExpression || patterns ? Dispatch.RestKind.NONE : Dispatch.RestKind.IMPLICIT;
        int rest = explicit != null ? explicit.entry : restKind == Dispatch.RestKind.IMPLICIT ? join : -1;
        decide(subject, arms, 0, rest);
        body.cursor.stop();
        boolean completes = false;
        Scope outside = body.scope();
        for (int i = 0; i < arms.size(); i++) {
            SwitchArm arm = arms.get(i);
            boolean fallsIn = !body.cursor.isDead();
            if (fallsIn && arm.needsEntry()) {
                body.cursor.goTo(arm.code);
            } else if (fallsIn) {
                body.cursor.goTo(arm.entry);
            }
            if (arm.needsEntry()) {
                enter(arm, subject, arms, i, rest);
            } else {
                body.cursor.startAt(arm.entry);
            }
            run(arm.last, isExpression, join);
            if (arm.last.getType() != SwitchEntry.Type.STATEMENT_GROUP) {
                body.cursor.goTo(join);
                body.scope(outside);
            }
        }
        if (!isExpression) {
            body.cursor.goTo(join);
        }
        body.scope(outside);
        if (!dead) {
            completes = join >= 0 && entersBesides(join, restKind == Dispatch.RestKind.IMPLICIT);
            describe(
                    whole,
                    selector,
                    entries,
                    subject,
                    arms,
                    explicit,
                    rest,
                    restKind,
                    completes ? join : -1,
                    isExpression);
        }
    }

    /** Whether something else than the dispatch itself leads to the join. */
    private boolean entersBesides(int join, boolean dispatchLeadsThere) {
        return !dispatchLeadsThere || body.graph.entries(join) > 1;
    }

    /** Edges to every arm from one on, and to the rest. */
    private void decide(Value subject, List<SwitchArm> arms, int from, int rest) {
        List<Dispatch.Label> taken = new ArrayList<>();
        for (SwitchArm arm : arms.subList(from, arms.size())) {
            if (!arm.labels.isEmpty()) {
                body.cursor.branch(arm.entry, new Condition.IsOneOf(subject, arm.labels, true));
            }
            if (!arm.guarded) {
                taken.addAll(arm.labels);
            }
        }
        if (rest >= 0) {
            body.cursor.branch(rest, taken.isEmpty() ? null : new Condition.IsOneOf(subject, taken, false));
        }
    }

    /** Binds the variables of an arm's pattern and tests its guard; without success the later arms are next. */
    private void enter(SwitchArm arm, Value subject, List<SwitchArm> arms, int index, int rest) {
        body.cursor.startAt(arm.entry);
        arm.patterns.forEach(p -> body.patterns.bind(p, subject));
        boolean mayMiss = arm.patterns.stream().anyMatch(p -> !body.patterns.isTotal(p));
        if (arm.guard == null && !mayMiss) {
            body.cursor.goTo(arm.code);
        } else {
            int missed = body.cursor.newBlock();
            if (mayMiss) {
                body.cursor.branch(missed, null);
            }
            if (arm.guard == null) {
                body.cursor.goTo(arm.code);
            } else {
                body.conditions.decide(arm.guard, arm.code, missed);
            }
            body.cursor.startAt(missed);
            decide(subject, arms, index + 1, rest == arm.entry ? -1 : rest);
            body.cursor.stop();
        }
        body.cursor.startAt(arm.code);
    }

    private void run(SwitchEntry entry, boolean isExpression, int join) {
        List<Statement> statements = entry.getStatements();
        if (entry.getType() == SwitchEntry.Type.EXPRESSION
                && isExpression
                && statements.size() == 1
                && statements.get(0) instanceof ExpressionStmt only) {
            Value value = body.value(only.getExpression());
            body.exits.yield(value, Spans.of(only));
        } else if (entry.getType() == SwitchEntry.Type.BLOCK
                && statements.size() == 1
                && statements.get(0) instanceof BlockStmt block) {
            body.statements.statement(block);
            arrowEnds(isExpression);
        } else {
            body.statements.sequence(statements);
        }
    }

    private void arrowEnds(boolean isExpression) {
        if (isExpression) {
            body.cursor.stop();
        }
    }

    private List<SwitchArm> arms(List<SwitchEntry> entries, Value subject) {
        List<SwitchArm> arms = new ArrayList<>();
        SwitchArm current = null;
        for (SwitchEntry entry : entries) {
            if (current == null) {
                current = new SwitchArm(body.cursor.newBlock(), entry);
            }
            add(current, entry, subject);
            boolean joinsNext = entry.getType() == SwitchEntry.Type.STATEMENT_GROUP
                    && entry.getStatements().isEmpty()
                    && entry != entries.get(entries.size() - 1);
            if (!joinsNext) {
                current.code = current.needsEntry() ? body.cursor.newBlock() : current.entry;
                arms.add(current);
                current = null;
            }
        }
        return arms;
    }

    private void add(SwitchArm arm, SwitchEntry entry, Value subject) {
        arm.last = entry;
        arm.guard = entry.getGuard().orElse(arm.guard);
        arm.guarded = arm.guard != null;
        arm.takesRest |= entry.isDefault() || entry.getLabels().isEmpty();
        for (Expression label : entry.getLabels()) {
            if (label instanceof PatternExpr pattern) {
                addPattern(arm, pattern, subject);
            } else if (label instanceof NameExpr name && name.getNameAsString().equals("default")) {
                arm.takesRest = true;
            } else {
                arm.labels.add(label(label));
            }
        }
    }

    private void addPattern(SwitchArm arm, PatternExpr pattern, Value subject) {
        TypeName type = body.patterns.type(pattern);
        boolean total = body.patterns.isTotal(pattern);
        arm.hasPattern = true;
        arm.patterns.add(pattern);
        arm.guarded |= !total;
        boolean takesAll = type.isUnknown()
                || type.equals(subject.type())
                || !subject.type().isUnknown() && body.file.members().isSubtype(subject.type(), type);
        if (!arm.guarded && takesAll && !pattern.isRecordPatternExpr()) {
            arm.takesRest = true;
        } else {
            arm.labels.add(new Dispatch.Label.OfType(type, !arm.guarded));
        }
    }

    /** Names stand for themselves here: the constants of an enum are named without their type. */
    private Dispatch.Label label(Expression label) {
        if (label instanceof NameExpr name) {
            return new Dispatch.Label.Named(name.getNameAsString());
        } else if (label instanceof FieldAccessExpr access) {
            return new Dispatch.Label.Named(access.getNameAsString());
        }
        Dispatch.Label constant = labels.label(label);
        return constant == null ? new Dispatch.Label.OfValue(label.toString()) : constant;
    }

    private void describe(
            Node whole,
            Expression selector,
            List<SwitchEntry> entries,
            Value subject,
            List<SwitchArm> arms,
            SwitchArm explicit,
            int rest,
            Dispatch.RestKind restKind,
            int join,
            boolean isExpression) {
        Span at = Spans.toParenthesisAfter(whole, selector);
        Span body = Spans.of(whole);
        DispatchComments comments = new DispatchComments(this.body.file.comments());
        Span restAt = explicit == null ? at : Spans.of(explicit.last);
        List<Dispatch.Arm> named = arms.stream()
                .filter(a -> !a.labels.isEmpty())
                .map(a -> new Dispatch.Arm(a.labels, a.guarded, a.entry, Spans.of(a.first)))
                .toList();
        this.body.dispatch(
                whole,
                new Dispatch(
                        this.body.graph.nextDispatch(),
                        isExpression ? Dispatch.Form.SWITCH_EXPRESSION : Dispatch.Form.SWITCH_STATEMENT,
                        subject,
                        decidedOn(subject, entries),
                        named,
                        rest,
                        restKind,
                        restAt,
                        join,
                        comments.onRest(entries, explicit, body),
                        comments.around(whole, body),
                        at,
                        body));
    }

    /** What tells the variants: the subject's type, or for String tags the one type that declares all of the labels. */
    private TypeName decidedOn(Value subject, List<SwitchEntry> entries) {
        if (!subject.type().is("java.lang.String")) {
            return subject.type();
        }
        TypeName declaring = null;
        for (SwitchEntry entry : entries) {
            for (Expression label : entry.getLabels()) {
                TypeName owner = body.names.declaringTag(label);
                if (owner == null || declaring != null && !declaring.equals(owner)) {
                    return subject.type();
                }
                declaring = owner;
            }
        }
        return declaring == null ? subject.type() : declaring;
    }
}
