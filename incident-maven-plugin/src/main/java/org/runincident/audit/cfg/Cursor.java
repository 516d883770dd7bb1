package org.runincident.audit.cfg;

import java.util.Set;
import java.util.TreeSet;
import org.runincident.flow.Condition;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.GraphBuilder;

/**
 * Where in the graph the next event goes. It is dead behind a jump: what is written then can never run, and is dropped.
 */
final class Cursor {
    private static final int DEAD = -1;

    private final GraphBuilder graph;
    private int block;
    private Region regions;

    /** A part of the source whose blocks are noted down, inside of others. */
    record Region(Region outer, Set<Integer> blocks) {}

    Cursor(GraphBuilder graph) {
        this.graph = graph;
    }

    boolean isDead() {
        return block == DEAD;
    }

    /** The current block; -1 when dead. */
    int block() {
        return block;
    }

    int newBlock() {
        int id = graph.newBlock();
        for (Region r = regions; r != null; r = r.outer) {
            r.blocks.add(id);
        }
        return id;
    }

    void emit(Event event) {
        if (!isDead()) {
            graph.add(block, event);
        }
    }

    /** Ends the current block with a plain edge. */
    void goTo(int target) {
        if (!isDead()) {
            graph.connect(block, Edge.next(target));
        }
        stop();
    }

    /** One of several ways out of the current block; call {@link #stop} after the last. */
    void branch(int target, Condition condition) {
        if (!isDead()) {
            graph.connect(block, Edge.branch(target, condition));
        }
    }

    void stop() {
        block = DEAD;
    }

    /** Goes on in a block, dead when nothing leads there. */
    void startAt(int target) {
        block = graph.isEntered(target) ? target : DEAD;
    }

    /** Goes on in a block that something will lead to. */
    void resumeAt(int target) {
        block = target;
    }

    /** Ends the current block, so that the one that follows begins here. */
    void cut() {
        if (!isDead()) {
            int next = newBlock();
            goTo(next);
            resumeAt(next);
        }
    }

    Region regions() {
        return regions;
    }

    void regions(Region region) {
        regions = region;
    }

    /** Begins to note down blocks; the caller goes back to the outer regions when the part ends. */
    Set<Integer> openRegion(int first) {
        Set<Integer> blocks = new TreeSet<>();
        blocks.add(first);
        regions = new Region(regions, blocks);
        return blocks;
    }
}
