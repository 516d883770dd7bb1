package org.runincident.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.TypeName;

/**
 * Collects the parts of one {@link EventGraph}. Block 0, the entry, is there from the start.
 *
 * <p>Ids are given out in the order of the calls, so that the same body always gives the same graph. Blocks that neither
 * the entry nor a handler nor a lambda leads to, and blocks that only lead on, are dropped at the end, and the ids close up.
 */
public final class GraphBuilder {
    /** More than any method a person wrote; copies of nested {@code finally} blocks can grow without bound. */
    private static final int MOST_BLOCKS = 50_000;

    private final List<List<Event>> events = new ArrayList<>();
    private final List<List<Edge>> edges = new ArrayList<>();
    private final BitSet entered = new BitSet();
    private final List<Handler> handlers = new ArrayList<>();
    private final List<Dispatch> dispatches = new ArrayList<>();
    private final List<Lambda> lambdas = new ArrayList<>();
    private final List<FinallyExit> finallyExits = new ArrayList<>();
    private int temps;
    private int variables;

    public GraphBuilder() {
        newBlock();
        entered.set(0);
    }

    /** Adds an empty block. */
    public int newBlock() {
        if (events.size() >= MOST_BLOCKS) {
            throw new IllegalStateException("the body has more than " + MOST_BLOCKS + " blocks");
        }
        events.add(new ArrayList<>());
        edges.add(new ArrayList<>());
        return events.size() - 1;
    }

    public void add(int block, Event event) {
        events.get(block).add(event);
    }

    /** Adds an edge; one that is there already is not added again. */
    public void connect(int from, Edge edge) {
        List<Edge> leaving = edges.get(from);
        if (!leaving.contains(edge)) {
            leaving.add(edge);
            entered.set(edge.target());
        }
    }

    /** Whether some edge leads to the block, or it is the entry. */
    public boolean isEntered(int block) {
        return entered.get(block);
    }

    /** How many edges lead to the block. */
    public int entries(int block) {
        return (int) edges.stream()
                .flatMap(List::stream)
                .filter(e -> e.target() == block)
                .count();
    }

    public List<Event> eventsOf(int block) {
        return events.get(block);
    }

    public List<Edge> edgesOf(int block) {
        return edges.get(block);
    }

    public int size() {
        return events.size();
    }

    public Value.Temp temp(TypeName type) {
        return new Value.Temp(temps++, type);
    }

    public Value.Variable variable(String name, TypeName type, Value.Role role) {
        return new Value.Variable(variables++, name, type, role);
    }

    /** Takes the next handler id; {@link #handler} must follow. */
    public int reserveHandler() {
        handlers.add(null);
        return handlers.size() - 1;
    }

    /** Sets a handler; blocks of an earlier one of that id, a copy of it, are added to it, and its entry stays. */
    public void handler(Handler handler) {
        Handler first = handlers.get(handler.id());
        handlers.set(handler.id(), first == null ? handler : merged(first, handler));
    }

    private static Handler merged(Handler first, Handler copy) {
        Set<Integer> blocks = new TreeSet<>(first.blocks());
        blocks.addAll(copy.blocks());
        Set<Integer> tried = new TreeSet<>(first.tried());
        tried.addAll(copy.tried());
        return new Handler(
                first.id(),
                first.kind(),
                first.caught(),
                first.variable(),
                first.entry(),
                blocks,
                tried,
                copy.callback(),
                first.comments(),
                first.documentation(),
                first.emptyBody(),
                first.at(),
                first.body());
    }

    /** The id of the dispatch that is added next. */
    public int nextDispatch() {
        return dispatches.size();
    }

    public void dispatch(Dispatch dispatch) {
        dispatches.add(dispatch);
    }

    /** Takes the next lambda id; {@link #lambda} must follow. */
    public int reserveLambda() {
        lambdas.add(null);
        return lambdas.size() - 1;
    }

    public void lambda(Lambda lambda) {
        lambdas.set(lambda.id(), lambda);
    }

    public void finallyExit(FinallyExit exit) {
        if (!finallyExits.contains(exit)) {
            finallyExits.add(exit);
        }
    }

    /** The finished graph. */
    public EventGraph build(
            String file, MethodDeclaration method, Value.Variable receiver, List<Value.Variable> parameters) {
        leapOverEmptyBlocks();
        int[] newIds = renumbered();
        List<Block> blocks = new ArrayList<>();
        for (int old = 0; old < newIds.length; old++) {
            if (newIds[old] >= 0) {
                List<Edge> kept = edges.get(old).stream()
                        .map(e -> e.to(newIds[e.target()]))
                        .toList();
                blocks.add(new Block(newIds[old], events.get(old), kept));
            }
        }
        return new EventGraph(
                file,
                method,
                receiver,
                parameters,
                blocks,
                handlers.stream().map(h -> renumber(h, newIds)).toList(),
                dispatches.stream().map(d -> renumber(d, newIds)).toList(),
                lambdas.stream().map(l -> renumber(l, newIds)).toList(),
                finallyExits);
    }

    /** Lets edges lead past blocks without events and with one plain way out, unless something names the block. */
    private void leapOverEmptyBlocks() {
        BitSet named = new BitSet();
        handlers.forEach(h -> named.set(h.entry()));
        for (Lambda l : lambdas) {
            named.set(l.entry());
            named.set(l.exit());
        }
        for (Dispatch d : dispatches) {
            d.arms().forEach(a -> name(a.entry(), named));
            name(d.rest(), named);
            name(d.join(), named);
        }
        for (List<Edge> leaving : edges) {
            List<Edge> moved = new ArrayList<>();
            for (Edge e : leaving) {
                Edge further = e.to(leap(e.target(), named));
                if (!moved.contains(further)) {
                    moved.add(further);
                }
            }
            leaving.clear();
            leaving.addAll(moved);
        }
    }

    private static void name(int block, BitSet named) {
        if (block >= 0) {
            named.set(block);
        }
    }

    private int leap(int block, BitSet named) {
        int at = block;
        for (int steps = 0; steps < events.size() && isEmptyStep(at, named); steps++) {
            at = edges.get(at).get(0).target();
        }
        return isEmptyStep(at, named) ? block : at; // a loop of nothing
    }

    private boolean isEmptyStep(int block, BitSet named) {
        return !named.get(block)
                && events.get(block).isEmpty()
                && edges.get(block).size() == 1
                && edges.get(block).get(0).kind() == Edge.Kind.NEXT;
    }

    private int[] renumbered() {
        Deque<Integer> work = new ArrayDeque<>(List.of(0));
        handlers.forEach(h -> work.add(h.entry()));
        lambdas.forEach(l -> work.add(l.entry()));
        lambdas.forEach(l -> work.add(l.exit()));
        BitSet reached = new BitSet();
        while (!work.isEmpty()) {
            int block = work.pop();
            if (!reached.get(block)) {
                reached.set(block);
                edges.get(block).forEach(e -> work.push(e.target()));
            }
        }
        int[] ids = new int[events.size()];
        int next = 0;
        for (int block = 0; block < ids.length; block++) {
            ids[block] = reached.get(block) ? next++ : -1;
        }
        return ids;
    }

    private static Handler renumber(Handler h, int[] ids) {
        return new Handler(
                h.id(),
                h.kind(),
                h.caught(),
                h.variable(),
                ids[h.entry()],
                renumber(h.blocks(), ids),
                renumber(h.tried(), ids),
                h.callback(),
                h.comments(),
                h.documentation(),
                h.emptyBody(),
                h.at(),
                h.body());
    }

    private static Set<Integer> renumber(Set<Integer> blocks, int[] ids) {
        Set<Integer> renumbered = new TreeSet<>();
        for (int block : blocks) {
            if (ids[block] >= 0) {
                renumbered.add(ids[block]);
            }
        }
        return renumbered;
    }

    private static Dispatch renumber(Dispatch d, int[] ids) {
        List<Dispatch.Arm> arms = d.arms().stream()
                .map(a -> new Dispatch.Arm(a.labels(), a.guarded(), newId(a.entry(), ids), a.at()))
                .toList();
        return new Dispatch(
                d.id(),
                d.form(),
                d.subject(),
                d.type(),
                arms,
                newId(d.rest(), ids),
                d.restKind(),
                d.restAt(),
                newId(d.join(), ids),
                d.comments(),
                d.around(),
                d.at(),
                d.body());
    }

    private static Lambda renumber(Lambda l, int[] ids) {
        return new Lambda(l.id(), l.parameters(), ids[l.entry()], ids[l.exit()], l.at());
    }

    private static int newId(int block, int[] ids) {
        return block < 0 ? -1 : ids[block];
    }
}
