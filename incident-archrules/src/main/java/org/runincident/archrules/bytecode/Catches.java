package org.runincident.archrules.bytecode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.tree.LocalVariableNode;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.CatchTypes;
import org.runincident.flow.Edge;
import org.runincident.flow.Event;
import org.runincident.flow.Handler;
import org.runincident.flow.Thrown;
import org.runincident.flow.Value;

/** The exception table: how exceptions travel, which handlers a person wrote and which the compiler. */
final class Catches {
    private final Frame frame;
    private final Map<Integer, Site> sites = new LinkedHashMap<>();

    /** One handler, with all rows of the table that lead to it. */
    private static final class Site {
        final int index;
        final List<Code.Guard> rows = new ArrayList<>();
        final Set<Integer> tried = new TreeSet<>();
        final Map<Thrown, Set<Integer>> inFlight = new LinkedHashMap<>();
        boolean cleanup;
        int entry = -1;
        int handler = -1;
        State state;
        Value.Variable variable;

        Site(int index) {
            this.index = index;
        }

        boolean covers(int at) {
            return rows.stream().anyMatch(r -> r.covers(at));
        }
    }

    Catches(Frame frame) {
        this.frame = frame;
        for (Code.Guard row : frame.code.guards()) {
            sites.computeIfAbsent(row.handler(), Site::new).rows.add(row);
        }
        Cleanups cleanups = new Cleanups(frame.code);
        sites.values().forEach(s -> s.cleanup = cleanups.isCleanup(s.index, s.rows));
    }

    /** The block of the handler that begins there; null when none does. */
    Integer entryAt(int index) {
        Site site = sites.get(index);
        return site == null || site.entry < 0 ? null : site.entry;
    }

    /** Whether the part that a written handler guards begins there. */
    boolean isStart(int index) {
        return sites.values().stream()
                .anyMatch(s -> !s.cleanup && s.rows.stream().anyMatch(r -> r.start() == index));
    }

    /** Begins a handler, and gives the operands it finds. */
    State enter(int index) {
        Site site = sites.get(index);
        State state = new State();
        state.slots.putAll(site.state.slots);
        if (site.cleanup) {
            state.push(Operand.of(new Operand.InFlight(index), TypeName.THROWABLE, frame.code.line(index)));
            return state;
        }
        List<TypeName> types = types(site);
        TypeName type = types.size() == 1 ? types.get(0) : TypeName.THROWABLE;
        LocalVariableNode named = frame.code.isStore(index) ? frame.code.variable(index, frame.code.slot(index)) : null;
        String name = named != null
                ? named.name
                : frame.body.context.source.caught(line(site)).name();
        site.handler = frame.body.graph.reserveHandler();
        site.variable = frame.caught(named, name, type);
        frame.body.emit(new Event.Caught(site.variable, site.handler, Span.ofLine(line(site))));
        state.push(Operand.of(site.variable, line(site)));
        return state;
    }

    private List<TypeName> types(Site site) {
        Set<TypeName> types = new LinkedHashSet<>();
        site.rows.forEach(r -> types.add(type(r)));
        return List.copyOf(types);
    }

    private TypeName type(Code.Guard row) {
        return row.type() == null ? TypeName.THROWABLE : frame.body.context.internal(row.type());
    }

    private int line(Site site) {
        int marked = frame.code.line(site.index);
        return frame.body.context.source.catchLine(marked, Math.max(marked, frame.code.line(site.index + 1)));
    }

    /** Lets the event just written throw; it then ends its block when something takes the exception. */
    void mayThrow(int index, List<Thrown> thrown) {
        int block = frame.body.block();
        thrown.forEach(t -> send(t, Set.of(), index));
        if (!frame.body.graph.edgesOf(block).isEmpty()) {
            frame.cut();
        }
    }

    /** Lets the throw just written go where it must. */
    void throwNow(int index, List<Thrown> thrown) {
        thrown.forEach(t -> send(t, Set.of(), index));
    }

    /** The end of a cleanup: the exception in flight goes on. */
    void goOn(int index, Operand.InFlight flight) {
        Site site = sites.get(flight.handler());
        TypeName single = site.inFlight.size() == 1
                ? site.inFlight.keySet().iterator().next().label()
                : TypeName.THROWABLE;
        frame.body.emit(new Event.Throw(new Value.Unknown(single), frame.at(index, "goes on")));
        site.inFlight.forEach((thrown, origins) -> send(thrown, origins, index));
    }

    private void send(Thrown thrown, Set<Integer> origins, int index) {
        int from = frame.body.block();
        for (Site site : sites.values()) {
            if (!site.covers(index)) {
                continue;
            }
            if (site.cleanup) {
                reach(site);
                Set<Integer> behind = site.inFlight.computeIfAbsent(thrown, t -> new TreeSet<>());
                behind.add(from);
                behind.addAll(origins);
                connect(from, site.entry, thrown);
                return;
            }
            if (isTaken(thrown, site, index, from, origins)) {
                return;
            }
        }
    }

    private boolean isTaken(Thrown thrown, Site site, int index, int from, Set<Integer> origins) {
        for (Code.Guard row : site.rows) {
            if (!row.covers(index)) {
                continue;
            }
            CatchTypes.Takes takes = frame.body.context.catchTypes.takes(type(row), thrown);
            if (takes != CatchTypes.Takes.NEVER) {
                reach(site);
                connect(from, site.entry, thrown);
                site.tried.add(from);
                site.tried.addAll(origins);
                if (takes == CatchTypes.Takes.ALWAYS) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Errors come out of anything: where an edge to the same place is there already, it stands for them. */
    private void connect(int from, int target, Thrown thrown) {
        if (!thrown.isAnyError() || frame.body.graph.edgesOf(from).stream().noneMatch(e -> e.target() == target)) {
            frame.body.graph.connect(from, Edge.thrown(target, thrown.label()));
        }
    }

    private void reach(Site site) {
        if (site.entry < 0) {
            site.entry = frame.newBlockAt(site.index);
            site.state = frame.state.copy();
            frame.open(site.index);
        } else {
            site.state
                    .slots
                    .entrySet()
                    .removeIf(slot -> !Operand.same(slot.getValue(), frame.state.slots.get(slot.getKey())));
        }
    }

    /** Lets handlers be reached to which no call leads: anything can throw something. */
    boolean enterUnreached() {
        boolean any = false;
        for (Site site : sites.values()) {
            if (site.entry < 0 && !site.cleanup) {
                for (Code.Guard row : site.rows) {
                    int start = frame.entry(row.start());
                    if (start >= 0 && frame.body.graph.eventsOf(start).isEmpty()) {
                        reach(site);
                        frame.body.graph.connect(start, Edge.thrown(site.entry, type(row)));
                        site.tried.add(start);
                        any = true;
                    }
                }
            }
        }
        return any;
    }

    /** Adds the handlers to the graph, once all blocks are there. */
    void complete() {
        FinallyLeaps leaps = new FinallyLeaps(frame.code);
        for (Site site : sites.values()) {
            if (site.handler >= 0) {
                frame.body.graph.handler(handler(site));
            } else if (site.entry >= 0) {
                leaps.describe(site.index, site.rows, frame.body);
            }
        }
    }

    private Handler handler(Site site) {
        int end = end(site);
        Set<Integer> blocks = new TreeSet<>(frame.blocksIn(i -> i >= site.index && i < end && !isCopy(site, i)));
        blocks.add(site.entry);
        boolean empty = true;
        int last = line(site);
        for (int i = site.index + 1; i < end; i++) {
            if (!isCopy(site, i)) {
                empty = false;
                last = Math.max(last, frame.code.line(i));
            }
        }
        SourceHints.Clause clause = frame.body.context.source.caught(line(site));
        return new Handler(
                site.handler,
                Handler.Kind.CATCH,
                types(site),
                site.variable,
                site.entry,
                blocks,
                site.tried,
                null,
                clause.comments(),
                frame.body.context.source.documentation(frame.firstLine()),
                empty,
                Span.ofLine(line(site)),
                new Span(line(site), 0, last, Integer.MAX_VALUE));
    }

    /** Whether an instruction inside of a handler is a copy of the finally block around it. */
    private boolean isCopy(Site site, int index) {
        return index > site.index
                && sites.values().stream()
                        .anyMatch(s -> s.cleanup && s.index != site.index && s.covers(site.index) && !s.covers(index));
    }

    /** First instruction behind the handler's body. */
    private int end(Site site) {
        Code code = frame.code;
        int named = code.isStore(site.index) ? code.endOfScope(site.index, code.slot(site.index)) : -1;
        if (named >= 0) {
            return named;
        }
        int first = site.index + 1;
        boolean leavesAtOnce = code.isLeader(first)
                || code.opcode(first) == org.objectweb.asm.Opcodes.GOTO
                || code.opcode(first) == org.objectweb.asm.Opcodes.RETURN
                || isCopy(site, first);
        if (code.hasNames() && leavesAtOnce) {
            return first; // a variable whose scope holds nothing has none
        }
        return code.endOfBranch(site.index);
    }
}
