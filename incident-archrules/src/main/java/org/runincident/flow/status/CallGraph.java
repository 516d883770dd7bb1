package org.runincident.flow.status;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.runincident.code.MethodKey;
import org.runincident.flow.Block;
import org.runincident.flow.Event;
import org.runincident.flow.EventGraph;
import org.runincident.flow.Program;

/** Who calls whom among the bodies of a program, in circles (strongly connected components), callees first. */
final class CallGraph {

    private final Map<MethodKey, List<EventGraph>> callees = new HashMap<>();
    private final List<List<EventGraph>> bottomUp = new ArrayList<>();

    private final Map<MethodKey, Integer> number = new HashMap<>();
    private final Map<MethodKey, Integer> lowest = new HashMap<>();
    private final Deque<EventGraph> open = new ArrayDeque<>();
    private final Set<MethodKey> onStack = new LinkedHashSet<>();

    CallGraph(Program program, Targets targets) {
        for (EventGraph graph : program.graphs()) {
            callees.put(graph.method().key(), calleesOf(graph, targets));
        }
        for (EventGraph graph : program.graphs()) {
            if (!number.containsKey(graph.method().key())) {
                connect(graph);
            }
        }
    }

    private static List<EventGraph> calleesOf(EventGraph graph, Targets targets) {
        Map<MethodKey, EventGraph> found = new LinkedHashMap<>();
        for (Block block : graph.blocks()) {
            for (Event event : block.events()) {
                if (event instanceof Event.Call call) {
                    targets.of(call.method(), call.receiver())
                            .forEach(callee -> found.put(callee.method().key(), callee));
                } else if (event instanceof Event.Create create) {
                    targets.of(create.method(), null)
                            .forEach(callee -> found.put(callee.method().key(), callee));
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** Circles of methods that call each other, each after those it calls; most have one member. */
    List<List<EventGraph>> bottomUp() {
        return Collections.unmodifiableList(bottomUp);
    }

    /** Whether a method of it can come back to itself. */
    boolean isCircle(List<EventGraph> methods) {
        return methods.size() > 1
                || calleesOf(methods.get(0)).stream()
                        .anyMatch(callee -> callee.method()
                                .key()
                                .equals(methods.get(0).method().key()));
    }

    List<EventGraph> calleesOf(EventGraph graph) {
        return callees.getOrDefault(graph.method().key(), List.of());
    }

    /** Tarjan's algorithm, with a stack of its own: chains of calls are longer than the thread's. */
    private void connect(EventGraph root) {
        record Frame(EventGraph graph, int[] next) {}
        Deque<Frame> frames = new ArrayDeque<>();
        begin(root);
        frames.push(new Frame(root, new int[1]));
        while (!frames.isEmpty()) {
            Frame frame = frames.peek();
            MethodKey key = frame.graph().method().key();
            List<EventGraph> next = calleesOf(frame.graph());
            if (frame.next()[0] < next.size()) {
                EventGraph callee = next.get(frame.next()[0]++);
                MethodKey calleeKey = callee.method().key();
                if (!number.containsKey(calleeKey)) {
                    begin(callee);
                    frames.push(new Frame(callee, new int[1]));
                } else if (onStack.contains(calleeKey)) {
                    lowest.merge(key, number.get(calleeKey), Math::min);
                }
                continue;
            }
            frames.pop();
            if (!frames.isEmpty()) {
                lowest.merge(frames.peek().graph().method().key(), lowest.get(key), Math::min);
            }
            if (lowest.get(key).equals(number.get(key))) {
                close(frame.graph());
            }
        }
    }

    private void begin(EventGraph graph) {
        MethodKey key = graph.method().key();
        number.put(key, number.size());
        lowest.put(key, number.get(key));
        open.push(graph);
        onStack.add(key);
    }

    private void close(EventGraph first) {
        List<EventGraph> circle = new ArrayList<>();
        EventGraph member;
        do {
            member = open.pop();
            onStack.remove(member.method().key());
            circle.add(member);
        } while (!member.method().key().equals(first.method().key()));
        bottomUp.add(circle.size() == 1 ? circle : inOrder(circle));
    }

    /** Callees first, as far as that goes, beginning with the first by name: whoever calls the circle has no say in it. */
    private List<EventGraph> inOrder(List<EventGraph> circle) {
        Map<MethodKey, EventGraph> left = new TreeMap<>();
        circle.forEach(member -> left.put(member.method().key(), member));
        List<EventGraph> ordered = new ArrayList<>();
        Deque<EventGraph> way = new ArrayDeque<>();
        way.push(left.remove(left.keySet().iterator().next()));
        while (!way.isEmpty()) {
            EventGraph next = calleesOf(way.peek()).stream()
                    .map(callee -> left.remove(callee.method().key()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                ordered.add(way.pop());
            } else {
                way.push(next);
            }
        }
        return ordered;
    }
}
