package org.runincident.audit.cfg;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.stmt.SwitchEntry;
import java.util.ArrayList;
import java.util.List;
import org.runincident.flow.Dispatch;

/** An arm of a switch while it is read: one entry, or several that share their statements. */
final class SwitchArm {
    final List<Dispatch.Label> labels = new ArrayList<>();
    final List<PatternExpr> patterns = new ArrayList<>();
    final int entry;
    final SwitchEntry first;
    SwitchEntry last;
    Expression guard;
    boolean guarded;
    boolean hasPattern;
    boolean takesRest;

    /** Where its statements begin; the entry itself when there is nothing to bind or to test first. */
    int code;

    SwitchArm(int entry, SwitchEntry first) {
        this.entry = entry;
        this.first = first;
        this.last = first;
    }

    boolean needsEntry() {
        return !patterns.isEmpty() || guard != null;
    }
}
