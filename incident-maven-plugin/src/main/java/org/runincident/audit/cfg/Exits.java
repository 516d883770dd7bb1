package org.runincident.audit.cfg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.GraphBuilder;
import org.runincident.flow.Value;

/**
 * The ways out of the statement being lowered: what surrounds it, innermost first, and how jumps and exceptions travel
 * through it.
 */
final class Exits {
    private final GraphBuilder graph;
    private final Cursor cursor;
    private final ExceptionTypes exceptions;
    private Frame top;

    /** Something around the statement that jumps or exceptions meet. */
    abstract static sealed class Frame {
        final Frame outer;

        Frame(Frame outer) {
            this.outer = outer;
        }
    }

    /** A loop, switch, or labelled statement. */
    static final class Target extends Frame {
        final Set<String> labels;
        final boolean unlabelledBreak;
        final int breakTo;
        final int continueTo;

        private Target(Frame outer, Set<String> labels, boolean unlabelledBreak, int breakTo, int continueTo) {
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

        private Yielding(Frame outer) {
            super(outer);
        }
    }

    /** A value a switch expression can have, in the block where it is at hand. */
    record Yielded(int block, Value value, Span at) {}

    /** A {@code finally}, or the closing of a resource: code that is copied for each way out. */
    static final class Cleanup extends Frame {
        private final Runnable code;
        private final Cursor.Region regions;
        private final Map<Thrown, Set<Integer>> inFlight = new LinkedHashMap<>();
        private int thrownEntry = -1;

        private Cleanup(Frame outer, Cursor.Region regions, Runnable code) {
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
        private final List<Clause> clauses;

        private Catches(Frame outer, List<Clause> clauses) {
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

        private LambdaEdge(Frame outer, int id, int exit) {
            super(outer);
            this.id = id;
            this.exit = exit;
        }
    }

    Exits(GraphBuilder graph, Cursor cursor, ExceptionTypes exceptions) {
        this.graph = graph;
        this.cursor = cursor;
        this.exceptions = exceptions;
    }

    Target openTarget(Set<String> labels, boolean unlabelledBreak, int breakTo, int continueTo) {
        Target target = new Target(top, labels, unlabelledBreak, breakTo, continueTo);
        top = target;
        return target;
    }

    Yielding openYielding() {
        Yielding yielding = new Yielding(top);
        top = yielding;
        return yielding;
    }

    Cleanup openCleanup(Runnable code) {
        Cleanup cleanup = new Cleanup(top, cursor.regions(), code);
        top = cleanup;
        return cleanup;
    }

    Catches openCatches(List<Clause> clauses) {
        Catches catches = new Catches(top, clauses);
        top = catches;
        return catches;
    }

    LambdaEdge openLambda(int id, int exit) {
        LambdaEdge edge = new LambdaEdge(top, id, exit);
        top = edge;
        return edge;
    }

    void close(Frame frame) {
        top = frame.outer;
    }

    /** Breaks out of the statement of that label, or of the innermost loop or switch for null. */
    void breakTo(String label) {
        for (Frame f = top; f != null && !(f instanceof LambdaEdge); f = f.outer) {
            if (f instanceof Target t && (label == null ? t.unlabelledBreak : t.labels.contains(label))) {
                leave(t);
                cursor.goTo(t.breakTo);
                return;
            }
        }
        cursor.stop();
    }

    /** Goes on with the loop of that label, or with the innermost one for null. */
    void continueTo(String label) {
        for (Frame f = top; f != null && !(f instanceof LambdaEdge); f = f.outer) {
            if (f instanceof Target t && t.continueTo >= 0 && (label == null || t.labels.contains(label))) {
                leave(t);
                cursor.goTo(t.continueTo);
                return;
            }
        }
        cursor.stop();
    }

    /** Gives the innermost switch expression its value. */
    void yield(Value value, Span at) {
        for (Frame f = top; f != null && !(f instanceof LambdaEdge); f = f.outer) {
            if (f instanceof Yielding y) {
                leave(y);
                if (!cursor.isDead()) {
                    y.yields.add(new Yielded(cursor.block(), value, at));
                }
                break;
            }
        }
        cursor.stop();
    }

    /** Runs all cleanups up to the edge of the body, and gives the lambda left; null for the method. */
    LambdaEdge leaveBody() {
        Frame f = top;
        while (f != null && !(f instanceof LambdaEdge)) {
            f = f.outer;
        }
        leave(f);
        return (LambdaEdge) f;
    }

    private void leave(Frame target) {
        for (Frame f = top; f != target && !cursor.isDead(); f = f.outer) {
            if (f instanceof Cleanup c) {
                run(c);
            }
        }
    }

    /** Lowers one copy of a cleanup, as if it stood outside of what it cleans up after. */
    private void run(Cleanup cleanup) {
        Frame top = this.top;
        Cursor.Region regions = cursor.regions();
        this.top = cleanup.outer;
        cursor.regions(cleanup.regions);
        cursor.cut();
        cleanup.code.run();
        this.top = top;
        cursor.regions(regions);
        cursor.cut();
    }

    /** The copies of a cleanup for normal completion, where the cursor is, and for exceptions. The frame is closed before. */
    void completeCleanup(Cleanup cleanup, Span at) {
        int after = cursor.newBlock();
        if (!cursor.isDead()) {
            run(cleanup);
            cursor.goTo(after);
        }
        if (cleanup.isThrownThrough()) {
            cursor.resumeAt(cleanup.thrownEntry);
            run(cleanup);
            if (!cursor.isDead()) {
                TypeName single = cleanup.inFlight.size() == 1
                        ? cleanup.inFlight.keySet().iterator().next().label()
                        : TypeName.THROWABLE;
                cursor.emit(new Event.Throw(new Value.Unknown(single), at));
                cleanup.inFlight.forEach((thrown, origins) -> send(thrown, origins));
                cursor.stop();
            }
        }
        cursor.startAt(after);
    }

    /** Lets the event just written throw; it then ends its block when something around takes the exception. */
    void mayThrow(List<Thrown> thrown) {
        if (!cursor.isDead()) {
            int block = cursor.block();
            thrown.forEach(t -> send(t, Set.of()));
            if (!graph.edgesOf(block).isEmpty()) {
                cursor.cut();
            }
        }
    }

    /** Lets the throw just written go where it must; the cursor is dead then. */
    void throwNow(List<Thrown> thrown) {
        if (!cursor.isDead()) {
            thrown.forEach(t -> send(t, Set.of()));
            cursor.stop();
        }
    }

    private void send(Thrown thrown, Set<Integer> origins) {
        int from = cursor.block();
        for (Frame f = top; f != null && !(f instanceof LambdaEdge); f = f.outer) {
            if (f instanceof Cleanup c) {
                if (c.thrownEntry < 0) {
                    Cursor.Region inside = cursor.regions();
                    cursor.regions(c.regions);
                    c.thrownEntry = cursor.newBlock();
                    cursor.regions(inside);
                }
                c.inFlight.computeIfAbsent(thrown, t -> new TreeSet<>()).add(from);
                c.inFlight.get(thrown).addAll(origins);
                connect(from, c.thrownEntry, thrown);
                return;
            }
            if (f instanceof Catches c && isTaken(thrown, c, from, origins)) {
                return;
            }
        }
    }

    private boolean isTaken(Thrown thrown, Catches catches, int from, Set<Integer> origins) {
        for (Clause clause : catches.clauses) {
            for (TypeName type : clause.types()) {
                ExceptionTypes.Takes takes = exceptions.takes(type, thrown);
                if (takes != ExceptionTypes.Takes.NEVER) {
                    connect(from, clause.entry(), thrown);
                    clause.tried().add(from);
                    clause.tried().addAll(origins);
                    if (takes == ExceptionTypes.Takes.ALWAYS) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Errors come out of anything: where an edge to the same place is there already, it stands for them. */
    private void connect(int from, int target, Thrown thrown) {
        if (!thrown.isAnyError() || graph.edgesOf(from).stream().noneMatch(e -> e.target() == target)) {
            graph.connect(from, Edge.thrown(target, thrown.label()));
        }
    }
}
