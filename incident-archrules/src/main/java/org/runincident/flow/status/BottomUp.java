package org.runincident.flow.status;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Helpers;

/** Visits the circles of a call graph, each once and after those it calls, on as many threads as there are. */
final class BottomUp {

    private final List<List<EventGraph>> circles;
    private final List<List<Integer>> callers = new ArrayList<>();

    /** How many of the circles it calls have not been visited, by circle. */
    private final int[] waitsFor;

    private final PriorityQueue<Integer> ready = new PriorityQueue<>();
    private int left;

    BottomUp(CallGraph calls) {
        circles = calls.bottomUp();
        waitsFor = new int[circles.size()];
        left = circles.size();
        int[] lastCaller = new int[circles.size()];
        Arrays.fill(lastCaller, -1);
        circles.forEach(circle -> callers.add(new ArrayList<>()));
        for (int i = 0; i < circles.size(); i++) {
            for (EventGraph graph : circles.get(i)) {
                for (EventGraph called : calls.calleesOf(graph)) {
                    int callee = calls.circleOf(called);
                    if (callee != i && lastCaller[callee] != i) {
                        lastCaller[callee] = i;
                        callers.get(callee).add(i);
                        waitsFor[i]++;
                    }
                }
            }
            if (waitsFor[i] == 0) {
                ready.add(i);
            }
        }
    }

    /** Visits all circles; can be called once. */
    void visit(Consumer<List<EventGraph>> visitor, Helpers helpers) {
        helpers.run(Collections.nCopies(helpers.threads(), () -> work(visitor)));
    }

    private void work(Consumer<List<EventGraph>> visitor) {
        for (int circle = next(); circle >= 0; circle = next()) {
            boolean visited = false;
            try {
                visitor.accept(circles.get(circle));
                visited = true;
            } finally {
                if (visited) {
                    done(circle);
                } else {
                    giveUp();
                }
            }
        }
    }

    /** Waits for a circle whose callees have all been visited; -1 when none is left. */
    private synchronized int next() {
        while (ready.isEmpty() && left > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                giveUp();
                Thread.currentThread().interrupt();
                CancellationException cancelled = new CancellationException("the analysis was interrupted");
                cancelled.initCause(e);
                throw cancelled;
            }
        }
        return left == 0 ? -1 : ready.poll();
    }

    private synchronized void done(int circle) {
        left = Math.max(0, left - 1);
        for (int caller : callers.get(circle)) {
            if (--waitsFor[caller] == 0) {
                ready.add(caller);
            }
        }
        notifyAll();
    }

    private synchronized void giveUp() {
        left = 0;
        notifyAll();
    }
}
