package org.runincident.audit.cfg;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.CatchTypes;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.GraphBuilder;
import org.runincident.flow.Thrown;
import org.runincident.flow.Value;

/**
 * The ways out of the statement being lowered: what surrounds it, innermost first, and how jumps and exceptions travel
 * through it.
 */
final class Exits {
    private final GraphBuilder graph;
    private final Cursor cursor;
    private final CatchTypes exceptions;
    private Frame top;

    Exits(GraphBuilder graph, Cursor cursor, CatchTypes exceptions) {
        this.graph = graph;
        this.cursor = cursor;
        this.exceptions = exceptions;
    }

    Frame.Target openTarget(Set<String> labels, boolean unlabelledBreak, int breakTo, int continueTo) {
        Frame.Target target = new Frame.Target(top, labels, unlabelledBreak, breakTo, continueTo);
        top = target;
        return target;
    }

    Frame.Yielding openYielding() {
        Frame.Yielding yielding = new Frame.Yielding(top);
        top = yielding;
        return yielding;
    }

    Frame.Cleanup openCleanup(Runnable code) {
        Frame.Cleanup cleanup = new Frame.Cleanup(top, cursor.regions(), code);
        top = cleanup;
        return cleanup;
    }

    Frame.Catches openCatches(List<Frame.Clause> clauses) {
        Frame.Catches catches = new Frame.Catches(top, clauses);
        top = catches;
        return catches;
    }

    Frame.LambdaEdge openLambda(int id, int exit) {
        Frame.LambdaEdge edge = new Frame.LambdaEdge(top, id, exit);
        top = edge;
        return edge;
    }

    void close(Frame frame) {
        top = frame.outer;
    }

    /** Breaks out of the statement of that label, or of the innermost loop or switch for null. */
    void breakTo(String label) {
        for (Frame f = top; f != null && !(f instanceof Frame.LambdaEdge); f = f.outer) {
            if (f instanceof Frame.Target t && (label == null ? t.unlabelledBreak : t.labels.contains(label))) {
                leave(t);
                cursor.goTo(t.breakTo);
                return;
            }
        }
        cursor.stop();
    }

    /** Goes on with the loop of that label, or with the innermost one for null. */
    void continueTo(String label) {
        for (Frame f = top; f != null && !(f instanceof Frame.LambdaEdge); f = f.outer) {
            if (f instanceof Frame.Target t && t.continueTo >= 0 && (label == null || t.labels.contains(label))) {
                leave(t);
                cursor.goTo(t.continueTo);
                return;
            }
        }
        cursor.stop();
    }

    /** Gives the innermost switch expression its value. */
    void yield(Value value, Span at) {
        for (Frame f = top; f != null && !(f instanceof Frame.LambdaEdge); f = f.outer) {
            if (f instanceof Frame.Yielding y) {
                leave(y);
                if (!cursor.isDead()) {
                    y.yields.add(new Frame.Yielded(cursor.block(), value, at));
                }
                break;
            }
        }
        cursor.stop();
    }

    /** Runs all cleanups up to the edge of the body, and gives the lambda left; null for the method. */
    Frame.LambdaEdge leaveBody() {
        Frame f = top;
        while (f != null && !(f instanceof Frame.LambdaEdge)) {
            f = f.outer;
        }
        leave(f);
        return (Frame.LambdaEdge) f;
    }

    private void leave(Frame target) {
        for (Frame f = top; f != target && !cursor.isDead(); f = f.outer) {
            if (f instanceof Frame.Cleanup c) {
                run(c);
            }
        }
    }

    /** Lowers one copy of a cleanup, as if it stood outside of what it cleans up after. */
    private void run(Frame.Cleanup cleanup) {
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
    void completeCleanup(Frame.Cleanup cleanup, Span at) {
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
        for (Frame f = top; f != null && !(f instanceof Frame.LambdaEdge); f = f.outer) {
            if (f instanceof Frame.Cleanup c) {
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
            if (f instanceof Frame.Catches c && isTaken(thrown, c, from, origins)) {
                return;
            }
        }
    }

    private boolean isTaken(Thrown thrown, Frame.Catches catches, int from, Set<Integer> origins) {
        for (Frame.Clause clause : catches.clauses) {
            for (TypeName type : clause.types()) {
                CatchTypes.Takes takes = exceptions.takes(type, thrown);
                if (takes != CatchTypes.Takes.NEVER) {
                    connect(from, clause.entry(), thrown);
                    clause.tried().add(from);
                    clause.tried().addAll(origins);
                    if (takes == CatchTypes.Takes.ALWAYS) {
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
