package org.runincident.audit.cfg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Thrown;
import org.runincident.flow.Value;

/** Something around the statement that jumps or exceptions meet. */
abstract sealed class Frame {
    final Frame outer;

    Frame(Frame outer) {
        this.outer = outer;
    }

    /** A loop, switch, or labelled statement. */
    static final class Target extends Frame {
        final Set<String> labels;
        final boolean unlabelledBreak;
        final int breakTo;
        final int continueTo;

        Target(Frame outer, Set<String> labels, boolean unlabelledBreak, int breakTo, int continueTo) {
            super(outer);
            this.labels = labels;
            this.unlabelledBreak = unlabelledBreak;
            this.breakTo = breakTo;
            this.continueTo = continueTo;
        }
    }

    /** A switch expression: a {@code yield} ends here. */
    static final class Yielding extends Frame {
        final List<Yielded> yields = new ArrayList<>();

        Yielding(Frame outer) {
            super(outer);
        }
    }

    /** A value a switch expression can have, in the block where it is at hand. */
    record Yielded(int block, Value value, Span at) {}

    /** A {@code finally}, or the closing of a resource: code that is copied for each way out. */
    static final class Cleanup extends Frame {
        final Runnable code;
        final Cursor.Region regions;
        final Map<Thrown, Set<Integer>> inFlight = new LinkedHashMap<>();
        int thrownEntry = -1;

        Cleanup(Frame outer, Cursor.Region regions, Runnable code) {
            super(outer);
            this.code = code;
            this.regions = regions;
        }

        /** Whether an exception can arrive here. */
        boolean isThrownThrough() {
            return thrownEntry >= 0;
        }
    }

    /** The catch clauses of one {@code try}, in order. */
    static final class Catches extends Frame {
        final List<Clause> clauses;

        Catches(Frame outer, List<Clause> clauses) {
            super(outer);
            this.clauses = clauses;
        }
    }

    /** One catch clause: what it takes, and which blocks may lead to it. */
    record Clause(List<TypeName> types, int entry, Set<Integer> tried) {
        Clause(List<TypeName> types, int entry) {
            this(types, entry, new TreeSet<>());
        }
    }

    /** The edge of a lambda's body: jumps end here, and exceptions go nowhere. */
    static final class LambdaEdge extends Frame {
        final int id;
        final int exit;

        LambdaEdge(Frame outer, int id, int exit) {
            super(outer);
            this.id = id;
            this.exit = exit;
        }
    }
}
