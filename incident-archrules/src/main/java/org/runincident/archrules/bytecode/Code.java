package org.runincident.archrules.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The code of one method: its instructions without labels and line marks, by index, with lines, jumps and scopes of variables.
 */
final class Code {
    final MethodNode method;

    private final AbstractInsnNode[] insns;
    private final int[] lines;
    private final Map<LabelNode, Integer> labels = new IdentityHashMap<>();
    private final BitSet leaders = new BitSet();
    private final BitSet marked = new BitSet();
    private final List<Guard> guards = new ArrayList<>();
    private final List<Scope> scopes = new ArrayList<>();

    /**
     * A row of the exception table.
     *
     * @param end first instruction behind the guarded ones
     * @param type internal name of what it takes; null for anything
     */
    record Guard(int start, int end, int handler, String type) {
        boolean covers(int index) {
            return start <= index && index < end;
        }
    }

    /** A variable's name in a part of the code; {@code group} is that of the first part of the same variable. */
    private static final class Scope {
        final LocalVariableNode variable;
        final int start;
        final int end;
        int group;

        Scope(LocalVariableNode variable, int start, int end, int group) {
            this.variable = variable;
            this.start = start;
            this.end = end;
            this.group = group;
        }
    }

    Code(MethodNode method) {
        this.method = method;
        List<AbstractInsnNode> real = new ArrayList<>();
        int[] at = new int[method.instructions.size()];
        int line = 0;
        for (AbstractInsnNode insn = method.instructions.getFirst(); insn != null; insn = insn.getNext()) {
            if (insn instanceof LabelNode label) {
                labels.put(label, real.size());
            } else if (insn instanceof LineNumberNode number) {
                line = number.line;
                marked.set(real.size());
            } else if (insn.getOpcode() >= 0) {
                at[real.size()] = line;
                real.add(insn);
            }
        }
        insns = real.toArray(AbstractInsnNode[]::new);
        lines = Arrays.copyOf(at, insns.length);
        readGuards();
        readJumps();
        readScopes();
    }

    private void readGuards() {
        for (TryCatchBlockNode row : method.tryCatchBlocks) {
            Guard guard = new Guard(index(row.start), index(row.end), index(row.handler), row.type);
            // The compiler lets the copy of a finally for exceptions guard its own first instruction.
            if (guard.start < guard.end && guard.start != guard.handler) {
                guards.add(guard);
                leaders.set(guard.start);
                leaders.set(guard.handler);
            }
        }
    }

    private void readJumps() {
        leaders.set(0);
        for (int i = 0; i < insns.length; i++) {
            for (int target : targets(i)) {
                leaders.set(target);
            }
            if (isEnd(i) || insns[i] instanceof JumpInsnNode) {
                leaders.set(i + 1);
            }
        }
    }

    private void readScopes() {
        if (method.localVariables == null) {
            return;
        }
        for (LocalVariableNode variable : method.localVariables) {
            scopes.add(new Scope(variable, index(variable.start), index(variable.end), scopes.size()));
        }
        // A variable that several branches set for the first time has a scope in each; jumps between them tell.
        for (int i = 0; i < insns.length; i++) {
            for (int target : targets(i)) {
                join(i, target);
            }
        }
        for (Scope a : scopes) {
            for (Scope b : scopes) {
                if (a.end == b.start && isAlike(a, b) && a.start < a.end) {
                    merge(a, b);
                }
            }
        }
    }

    private void join(int from, int to) {
        for (Scope a : scopes) {
            if (a.start <= from && from <= a.end) {
                for (Scope b : scopes) {
                    if (a != b && isAlike(a, b) && b.start <= to && to < b.end && !(b.start <= from && from < b.end)) {
                        merge(a, b);
                    }
                }
            }
        }
    }

    private void merge(Scope a, Scope b) {
        int kept = Math.min(a.group, b.group);
        int gone = Math.max(a.group, b.group);
        scopes.stream().filter(s -> s.group == gone).forEach(s -> s.group = kept);
    }

    private static boolean isAlike(Scope a, Scope b) {
        return a != b
                && a.variable.index == b.variable.index
                && a.variable.name.equals(b.variable.name)
                && a.variable.desc.equals(b.variable.desc);
    }

    int size() {
        return insns.length;
    }

    AbstractInsnNode at(int index) {
        return insns[index];
    }

    /** The operation at an index; -1 behind the end. */
    int opcode(int index) {
        return index >= 0 && index < insns.length ? insns[index].getOpcode() : -1;
    }

    int line(int index) {
        return index < 0 || lines.length == 0 ? 0 : lines[Math.min(index, lines.length - 1)];
    }

    /** Whether the compiler begins a line there. */
    boolean isMarked(int index) {
        return marked.get(index);
    }

    int index(LabelNode label) {
        return labels.get(label);
    }

    boolean isLeader(int index) {
        return leaders.get(index);
    }

    List<Guard> guards() {
        return guards;
    }

    /** Where an instruction may jump to. */
    List<Integer> targets(int index) {
        AbstractInsnNode insn = insns[index];
        if (insn instanceof JumpInsnNode jump) {
            return List.of(index(jump.label));
        }
        int opcode = insn.getOpcode();
        if (opcode != Opcodes.TABLESWITCH && opcode != Opcodes.LOOKUPSWITCH) {
            return List.of();
        }
        List<Integer> targets = new ArrayList<>();
        if (insn instanceof TableSwitchInsnNode table) {
            table.labels.forEach(l -> targets.add(index(l)));
            targets.add(index(table.dflt));
        } else if (insn instanceof LookupSwitchInsnNode lookup) {
            lookup.labels.forEach(l -> targets.add(index(l)));
            targets.add(index(lookup.dflt));
        }
        return targets;
    }

    /** Whether control never falls to the next instruction. */
    boolean isEnd(int index) {
        int opcode = opcode(index);
        return opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN
                || opcode == Opcodes.ATHROW
                || opcode == Opcodes.GOTO
                || opcode == Opcodes.TABLESWITCH
                || opcode == Opcodes.LOOKUPSWITCH;
    }

    boolean isStore(int index) {
        return opcode(index) >= Opcodes.ISTORE && opcode(index) <= Opcodes.ASTORE;
    }

    /** The slot a load or store at an index touches; -1 when it is neither. */
    int slot(int index) {
        return index >= 0 && index < insns.length && insns[index] instanceof VarInsnNode v ? v.var : -1;
    }

    /** The variable in a slot, as the instruction there sees it; null when the compiler named none. */
    LocalVariableNode variable(int index, int slot) {
        Scope scope = scope(isStore(index) ? index + 1 : index, slot);
        if (scope == null && isStore(index)) {
            scope = scope(index, slot);
        }
        return scope == null ? null : scopes.get(scope.group).variable;
    }

    /** First index behind the scope of the variable that is stored there; -1 when it has none. */
    int endOfScope(int store, int slot) {
        Scope scope = scope(store + 1, slot);
        return scope == null ? -1 : scope.end;
    }

    private Scope scope(int index, int slot) {
        for (Scope s : scopes) {
            if (s.variable.index == slot && s.start <= index && index < s.end) {
                return s;
            }
        }
        return null;
    }

    /** First instruction behind a handler that others jump to from before it; where its code ends, as far as jumps tell. */
    int endOfBranch(int handler) {
        for (int i = handler + 1; i < insns.length; i++) {
            if (leaders.get(i)) {
                int at = i;
                boolean fromBefore = false;
                for (int j = 0; j < handler && !fromBefore; j++) {
                    fromBefore = targets(j).contains(at);
                }
                if (fromBefore || guards.stream().anyMatch(g -> g.handler == at && g.start < handler)) {
                    return i;
                }
            }
        }
        return insns.length;
    }

    /** Whether the compiler named variables. */
    boolean hasNames() {
        return !scopes.isEmpty();
    }

    boolean isStatic() {
        return (method.access & Opcodes.ACC_STATIC) != 0;
    }
}
