package org.runincident.flow.status;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.runincident.code.MethodKey;
import org.runincident.flow.Block;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Program;

/** Who calls whom among the bodies of a program, in circles (strongly connected components), callees first. */
final class CallGraph {

    private final Map<EventGraph, Node> nodes = new IdentityHashMap<>();
    private final List<List<EventGraph>> bottomUp = new ArrayList<>();
    private final Deque<Node> open = new ArrayDeque<>();
    private int numbered;

    /** A method; compared by identity, which is what makes large programs quick. */
    private static final class Node {
        private final EventGraph graph;
        private List<EventGraph> callees = List.of();
        private List<Node> next = List.of();
        private boolean callsItself;

        /** In the order of visits; -1 before. */
        private int number = -1;

        /** The lowest number that can be come back to from here. */
        private int lowest;

        private boolean open;

        /** Index in {@link #bottomUp}. */
        private int circle;

        Node(EventGraph graph) {
            this.graph = graph;
        }

        void calls(Map<Node, EventGraph> all) {
            callees = List.copyOf(all.values());
            next = List.copyOf(all.keySet());
            callsItself = all.containsKey(this);
        }
    }

    CallGraph(Program program, Targets targets) {
        Map<MethodKey, Node> byMethod = new HashMap<>();
        for (EventGraph graph : program.graphs()) {
            nodes.put(graph, byMethod.computeIfAbsent(graph.method().key(), key -> new Node(graph)));
        }
        for (EventGraph graph : program.graphs()) {
            nodes.get(graph).calls(calleesOf(graph, targets));
        }
        for (EventGraph graph : program.graphs()) {
            if (nodes.get(graph).number < 0) {
                connect(nodes.get(graph));
            }
        }
    }

    private Map<Node, EventGraph> calleesOf(EventGraph graph, Targets targets) {
        Map<Node, EventGraph> found = new LinkedHashMap<>();
        for (Block block : graph.blocks()) {
            for (Event event : block.events()) {
                if (event instanceof Event.Call call) {
                    add(targets.of(call.method(), call.receiver()), found);
                } else if (event instanceof Event.Create create) {
                    add(targets.of(create.method(), null), found);
                }
            }
        }
        return found;
    }

    private void add(List<EventGraph> callees, Map<Node, EventGraph> found) {
        for (EventGraph callee : callees) {
            found.put(nodes.get(callee), callee);
        }
    }

    /** Circles of methods that call each other, each after those it calls; most have one member. */
    List<List<EventGraph>> bottomUp() {
        return Collections.unmodifiableList(bottomUp);
    }

    /** Which of the circles a method is in. */
    int circleOf(EventGraph graph) {
        return nodes.get(graph).circle;
    }

    /** Whether a method of it can come back to itself. */
    boolean isCircle(List<EventGraph> methods) {
        return methods.size() > 1 || nodes.get(methods.get(0)).callsItself;
    }

    List<EventGraph> calleesOf(EventGraph graph) {
        return nodes.get(graph).callees;
    }

    /** Tarjan's algorithm, with a stack of its own: chains of calls are longer than the thread's. */
    private void connect(Node root) {
        record Frame(Node node, int[] next) {}
        Deque<Frame> frames = new ArrayDeque<>();
        begin(root);
        frames.push(new Frame(root, new int[1]));
        while (!frames.isEmpty()) {
            Frame frame = frames.peek();
            Node node = frame.node();
            if (frame.next()[0] < node.next.size()) {
                Node callee = node.next.get(frame.next()[0]++);
                if (callee.number < 0) {
                    begin(callee);
                    frames.push(new Frame(callee, new int[1]));
                } else if (callee.open) {
                    node.lowest = Math.min(node.lowest, callee.number);
                }
                continue;
            }
            frames.pop();
            if (!frames.isEmpty()) {
                Node caller = frames.peek().node();
                caller.lowest = Math.min(caller.lowest, node.lowest);
            }
            if (node.lowest == node.number) {
                close(node);
            }
        }
    }

    private void begin(Node node) {
        node.number = numbered++;
        node.lowest = node.number;
        node.open = true;
        open.push(node);
    }

    private void close(Node first) {
        List<Node> circle = new ArrayList<>();
        Node member;
        do {
            member = open.pop();
            member.open = false;
            member.circle = bottomUp.size();
            circle.add(member);
        } while (member != first);
        bottomUp.add(circle.size() == 1 ? List.of(first.graph) : inOrder(circle));
    }

    /** Callees first, as far as that goes, beginning with the first by name: whoever calls the circle has no say in it. */
    private static List<EventGraph> inOrder(List<Node> circle) {
        record Way(Node node, Iterator<Node> next) {}
        Set<Node> left = new HashSet<>(circle);
        List<EventGraph> ordered = new ArrayList<>();
        Deque<Way> ways = new ArrayDeque<>();
        Node first = Collections.min(
                circle, Comparator.comparing(node -> node.graph.method().key()));
        left.remove(first);
        ways.push(new Way(first, first.next.iterator()));
        while (!ways.isEmpty()) {
            Way way = ways.peek();
            if (!way.next().hasNext()) {
                ordered.add(ways.pop().node().graph);
                continue;
            }
            Node callee = way.next().next();
            if (left.remove(callee)) {
                ways.push(new Way(callee, callee.next.iterator()));
            }
        }
        return ordered;
    }
}
