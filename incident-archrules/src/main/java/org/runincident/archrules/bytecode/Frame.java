package org.runincident.archrules.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.tree.LocalVariableNode;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Condition;
import org.runincident.flow.Edge;
import org.runincident.flow.Value;

/**
 * One run over the code of a method, or of a lambda's method spliced into the graph of another: block after block in the order
 * of the code, each with the operands that all ways to it bring.
 */
final class Frame {
    final Body body;
    final Code code;
    final Frame outer;
    /** Index of the spliced lambda this is the code of; -1 for the method. */
    final int lambda;

    private final int exit;
    final Catches catches;
    final Switches switches;
    private final Steps steps;
    private final Map<Integer, Operand> bound = new HashMap<>();
    private final Map<LocalVariableNode, Value.Variable> variables = new IdentityHashMap<>();
    private final Map<Integer, List<Way>> ways = new HashMap<>();
    private final Map<Integer, Integer> entries = new TreeMap<>();
    private final TreeSet<Integer> open = new TreeSet<>();
    private final Map<Integer, Integer> origins = new HashMap<>();
    private final Set<Integer> begun = new HashSet<>();
    private final Map<Integer, Integer> heights = new HashMap<>();
    private int from;
    private int to;
    private int skipFrom;
    private int skipTo;
    State state = new State();
    int current;

    /** A way to a part of the code that has not been read yet. */
    private record Way(int block, boolean branch, Condition condition, State state) {}

    Frame(Body body, Code code, Frame outer, int lambda, int exit) {
        this.body = body;
        this.code = code;
        this.outer = outer;
        this.lambda = lambda;
        this.exit = exit;
        this.to = code.size();
        this.catches = new Catches(this);
        this.switches = new Switches(this);
        this.steps = new Steps(this);
    }

    /** Reads only a part of the code: jumps out of it end there. */
    Frame within(int first, int end) {
        from = first;
        to = end;
        return this;
    }

    /** Passes over a part of the code. */
    void without(int first, int end) {
        skipFrom = first;
        skipTo = end;
    }

    /** Lets a slot stand for a value from the start. */
    void bind(int slot, Operand operand) {
        bound.put(slot, operand);
    }

    /** Reads the code; it begins where the body stands. */
    void run() {
        current = from;
        go(from, false, null);
        do {
            while (!open.isEmpty()) {
                int next = open.pollFirst();
                if (begun.add(next)) {
                    current = next;
                    begin(next);
                    interpret(next);
                }
            }
        } while (catches.enterUnreached());
        catches.complete();
        switches.complete();
    }

    private void interpret(int first) {
        for (int i = first; i < to; i++) {
            if (i == skipFrom && skipTo > skipFrom) {
                i = skipTo;
            }
            current = i;
            if (i > first && code.isLeader(i)) {
                go(i, false, null);
                return;
            }
            if (!steps.step(i)) {
                return;
            }
        }
        leaveEnd();
    }

    /** Where a part of a method that is read alone ends, control leaves it. */
    private void leaveEnd() {
        if (lambda >= 0) {
            body.goTo(exit);
        }
    }

    /** Lets a handler be read that something leads to now. */
    void open(int index) {
        if (!begun.contains(index)) {
            open.add(index);
        }
    }

    /** The first line of the method all this is written in. */
    int firstLine() {
        return outer == null ? DeclarationReader.lines(code.method).line() : outer.firstLine();
    }

    /** Adds a way from here to a part of the code. */
    void go(int target, boolean branch, Condition condition) {
        if (target < from || target >= to) {
            return;
        }
        if (switches.threaded(target, branch, condition)) {
            return;
        }
        steps.settle();
        Way way = new Way(body.block(), branch, condition, state.copy());
        if (begun.contains(target)) {
            connect(way, entries.get(target));
        } else {
            ways.computeIfAbsent(target, t -> new ArrayList<>()).add(way);
            open.add(target);
        }
    }

    /** Gives operands that a branch would decide their value. */
    void settle() {
        steps.settle();
    }

    private void connect(Way way, int target) {
        body.graph.connect(way.block, way.branch ? Edge.branch(target, way.condition) : Edge.next(target));
    }

    private void begin(int index) {
        Integer handler = catches.entryAt(index);
        if (handler != null) {
            entries.put(index, handler);
            body.resumeAt(handler);
            state = catches.enter(index);
            return;
        }
        int block = newBlock();
        entries.put(index, block);
        List<Way> all = ways.remove(index);
        state = merged(all, block);
        heights.put(index, state.stack.size());
        body.resumeAt(block);
        if (catches.isStart(index)) {
            // The block before the first guarded instruction stands for what may throw without a call.
            int guarded = newBlock();
            body.goTo(guarded);
            body.resumeAt(guarded);
        }
    }

    private State merged(List<Way> all, int target) {
        State first = all.get(0).state;
        if (all.size() == 1) {
            connect(all.get(0), target);
            return first;
        }
        State merged = new State();
        Map<Integer, Value.Temp> choices = new TreeMap<>();
        for (int i = 0; i < first.stack.size(); i++) {
            Operand operand = first.stack.get(i);
            int at = i;
            boolean same = all.stream()
                    .allMatch(w -> w.state.stack.size() > at && Operand.same(w.state.stack.get(at), operand));
            Operand index = same
                    ? null
                    : switches.indexAmong(
                            all.stream().map(w -> w.state.stack.get(at)).toList());
            if (same || index != null) {
                merged.push(same ? operand : index);
            } else {
                Value.Temp choice = body.graph.temp(commonType(all, i));
                choices.put(i, choice);
                merged.push(Operand.of(choice, operand.line()));
            }
        }
        first.slots.forEach((slot, operand) -> {
            if (all.stream().allMatch(w -> Operand.same(w.state.slots.get(slot), operand))) {
                merged.slots.put(slot, operand);
            }
        });
        for (Way way : all) {
            if (choices.isEmpty()) {
                connect(way, target);
            } else {
                choose(way, choices, target);
            }
        }
        return merged;
    }

    /** A block of its own on one way, where its values are chosen. */
    private void choose(Way way, Map<Integer, Value.Temp> choices, int target) {
        int between = way.branch || way.condition != null ? newBlockLike(way.block) : way.block;
        if (between != way.block) {
            connect(way, between);
        }
        body.resumeAt(between);
        choices.forEach((index, temp) -> {
            Operand chosen = way.state.stack.get(index);
            Value value = Literals.fit(chosen.value(), temp.type());
            body.copy(temp, value, body.positions.at(chosen.line(), "choice " + index + " " + value));
        });
        body.goTo(target);
    }

    private TypeName commonType(List<Way> all, int index) {
        Set<TypeName> types = new HashSet<>();
        boolean truth = steps.isTruth(current, all.get(0).state.stack.size() - 1 - index);
        all.forEach(w -> types.add(w.state.stack.get(index).type()));
        types.remove(TypeName.UNKNOWN);
        if (truth) {
            return TypeName.BOOLEAN;
        }
        if (types.size() == 1) {
            return types.iterator().next();
        }
        return types.stream()
                .sorted()
                .filter(t -> types.stream()
                        .allMatch(o -> body.context.declarations.isSubtype(o, t).isYes()))
                .findFirst()
                .orElse(TypeName.UNKNOWN);
    }

    /** A block for what stands at the current instruction, in this frame and those around it. */
    int newBlock() {
        int block = body.graph.newBlock();
        for (Frame f = this; f != null; f = f.outer) {
            f.origins.put(block, f.current);
        }
        return block;
    }

    /** A block that belongs where another does. */
    private int newBlockLike(int other) {
        int block = body.graph.newBlock();
        for (Frame f = this; f != null; f = f.outer) {
            f.origins.put(block, f.origins.getOrDefault(other, f.current));
        }
        return block;
    }

    /** A block for what stands at another instruction. */
    int newBlockAt(int index) {
        int before = current;
        current = index;
        int block = newBlock();
        current = before;
        return block;
    }

    /** Ends the current block, so that what follows begins one. */
    void cut() {
        int next = newBlock();
        body.goTo(next);
        body.resumeAt(next);
    }

    /** Blocks that were made for instructions of a part of the code. */
    Set<Integer> blocksIn(java.util.function.IntPredicate instructions) {
        Set<Integer> found = new TreeSet<>();
        origins.forEach((block, index) -> {
            if (instructions.test(index)) {
                found.add(block);
            }
        });
        return found;
    }

    /** The block in which an instruction that others jump to begins; -1 when nothing leads there. */
    int entry(int index) {
        return entries.getOrDefault(index, -1);
    }

    /** How many operands lie on the stack where an instruction that others jump to begins; 0 when nothing leads there. */
    int height(int index) {
        return heights.getOrDefault(index, 0);
    }

    /** Leaves the body, or the lambda. */
    void leave(Value value, Span at) {
        body.emit(new org.runincident.flow.Event.Return(value, lambda, at));
        if (lambda >= 0) {
            body.goTo(exit);
        }
    }

    /** What a slot stands for when an instruction reads it. */
    Operand load(int index, int slot, TypeName type) {
        int line = code.line(index);
        Operand given = bound.get(slot);
        LocalVariableNode named = code.variable(index, slot);
        if (given != null && (named == null || named.start == firstLabel(named))) {
            return new Operand(given.value(), given.pending(), line);
        }
        if (named != null) {
            return Operand.of(variable(named), line);
        }
        Operand held = state.slots.get(slot);
        return held == null
                ? Operand.of(new Value.Unknown(type), line)
                : new Operand(held.value(), held.pending(), line);
    }

    private org.objectweb.asm.tree.LabelNode firstLabel(LocalVariableNode variable) {
        return code.index(variable.start) == 0 ? variable.start : null;
    }

    /** The variable a slot is, when it is written; null for one of the compiler's own. */
    Value.Variable target(int index, int slot) {
        Operand given = bound.get(slot);
        LocalVariableNode named = code.variable(index, slot);
        if (named == null) {
            return given != null && given.value() instanceof Value.Variable v && !code.hasNames() ? v : null;
        }
        return given != null && code.index(named.start) == 0 && given.value() instanceof Value.Variable v
                ? v
                : variable(named);
    }

    private Value.Variable variable(LocalVariableNode named) {
        return variables.computeIfAbsent(
                named, n -> body.graph.variable(n.name, body.context.descriptor(n.desc), Value.Role.LOCAL));
    }

    /** Makes a variable that an exception handler gives its exception. */
    Value.Variable caught(LocalVariableNode named, String name, TypeName type) {
        Value.Variable variable = body.graph.variable(name, type, Value.Role.LOCAL);
        if (named != null) {
            variables.putIfAbsent(named, variable);
            return variables.get(named);
        }
        return variable;
    }

    Span at(int index, String what) {
        return body.positions.at(code.line(index), what);
    }

    Span at(int firstLine, int index, String what) {
        return body.positions.at(firstLine, code.line(index), what);
    }

    /** How many lambdas this one is written in. */
    int depth() {
        return outer == null ? 0 : outer.depth() + 1;
    }
}
