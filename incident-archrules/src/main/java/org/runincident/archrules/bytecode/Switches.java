package org.runincident.archrules.bytecode;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Condition;
import org.runincident.flow.Dispatch;
import org.runincident.flow.Edge;
import org.runincident.flow.Value;

/** Switches: over numbers, constants of enums, texts and patterns, as statements and as expressions. */
final class Switches {
    /** What compilers let a switch throw that names all variants there were when it was compiled. */
    private static final Set<String> REFUSALS = Set.of(
            "java/lang/MatchException",
            "java/lang/IncompatibleClassChangeError",
            "kotlin/NoWhenBranchMatchedException");

    private final Frame frame;
    private final List<Decision> decisions = new ArrayList<>();

    /** A switch instruction as it was read. */
    private record Decision(
            int index,
            Value subject,
            TypeName type,
            Map<Integer, List<Dispatch.Label>> arms,
            int rest,
            int restBlock,
            int emptyArm,
            int height,
            int line) {}

    Switches(Frame frame) {
        this.frame = frame;
    }

    /** The number of a variant among the operands that several ways bring, the others standing for null; else null. */
    Operand indexAmong(List<Operand> operands) {
        Operand found = null;
        for (Operand operand : operands) {
            if (operand.pending() instanceof Operand.VariantIndex) {
                found = operand;
            } else if (!operand.isNumber(-1)) {
                return null;
            }
        }
        return found;
    }

    /**
     * A switch over texts is two: the first finds the number of the text, the second goes where the number says. Goes there
     * at once when a way to the second knows the number.
     */
    boolean threaded(int target, boolean branch, Condition condition) {
        int slot = frame.code.opcode(target) == ILOAD ? frame.code.slot(target) : -1;
        int choice = frame.code.opcode(target + 1);
        if (slot < 0 || choice != TABLESWITCH && choice != LOOKUPSWITCH || frame.code.variable(target, slot) != null) {
            return false;
        }
        Operand number = frame.state.slots.get(slot);
        if (number == null
                || !(number.value() instanceof Value.Literal literal)
                || !(literal.value() instanceof Long known)) {
            return false;
        }
        frame.go(target(frame.code.at(target + 1), known.intValue()), branch, condition);
        return true;
    }

    private int target(AbstractInsnNode insn, int key) {
        Map<Integer, Integer> cases = cases(insn);
        return cases.getOrDefault(key, rest(insn));
    }

    /** Where each case leads. */
    private Map<Integer, Integer> cases(AbstractInsnNode insn) {
        Map<Integer, Integer> cases = new TreeMap<>();
        if (insn instanceof TableSwitchInsnNode table) {
            for (int i = 0; i < table.labels.size(); i++) {
                cases.put(table.min + i, frame.code.index(table.labels.get(i)));
            }
        } else if (insn instanceof LookupSwitchInsnNode lookup) {
            for (int i = 0; i < lookup.labels.size(); i++) {
                cases.put(lookup.keys.get(i), frame.code.index(lookup.labels.get(i)));
            }
        }
        return cases;
    }

    private int rest(AbstractInsnNode insn) {
        return frame.code.index(
                insn instanceof TableSwitchInsnNode table ? table.dflt : ((LookupSwitchInsnNode) insn).dflt);
    }

    /** Reads a switch instruction. */
    void decide(int index, Operand key, Operands operands) {
        AbstractInsnNode insn = frame.code.at(index);
        Operand.VariantIndex variant = variant(key);
        Value subject = variant == null ? operands.value(key) : variant.subject();
        int rest = rest(insn);
        Map<Integer, List<Dispatch.Label>> arms = new TreeMap<>();
        cases(insn).forEach((number, target) -> {
            boolean named = variant != null && variant.labels().containsKey(number);
            if (target != rest || named && number != -1) {
                arms.computeIfAbsent(target, t -> new ArrayList<>()).add(label(variant, number));
            }
        });
        boolean patterns = variant != null && variant.patterns();
        arms.replaceAll(
                (target, labels) -> patterns && goesBack(target, index, arms.keySet()) ? guarded(labels) : labels);
        List<Dispatch.Label> taken = new ArrayList<>();
        // An arm that leads where the rest does has no code of its own.
        int emptyArm =
                arms.containsKey(rest) ? goByItself(rest, new Condition.IsOneOf(subject, arms.get(rest), true)) : -1;
        arms.forEach((target, labels) -> {
            if (target != rest) {
                frame.go(target, true, new Condition.IsOneOf(subject, labels, true));
            }
            labels.stream().filter(l -> !isGuarded(l)).forEach(taken::add);
        });
        int restBlock = refuses(rest)
                ? -1
                : goByItself(rest, taken.isEmpty() ? null : new Condition.IsOneOf(subject, taken, false));
        int line = key.line() > 0 ? Math.min(key.line(), frame.code.line(index)) : frame.code.line(index);
        TypeName type = variant == null ? subject.type() : variant.type();
        decisions.add(
                new Decision(index, subject, type, arms, rest, restBlock, emptyArm, frame.state.stack.size(), line));
    }

    /** The variant a number stands for; null when it stands for none. Constants of an enum may be numbered as declared. */
    private Operand.VariantIndex variant(Operand key) {
        if (key.pending() instanceof Operand.VariantIndex index) {
            return index;
        }
        if (!(key.pending() instanceof Operand.Ordinal ordinal)) {
            return null;
        }
        Map<Integer, Dispatch.Label> labels = new TreeMap<>();
        frame.body
                .context
                .declarations
                .type(ordinal.type())
                .ifPresent(type -> type.constants()
                        .forEach(constant -> labels.put(labels.size(), new Dispatch.Label.Named(constant.name()))));
        return labels.isEmpty() ? null : new Operand.VariantIndex(ordinal.subject(), ordinal.type(), labels, false);
    }

    /** A block of its own leads there: a default, or an arm, that does nothing has no code. */
    private int goByItself(int target, Condition condition) {
        frame.settle();
        int from = frame.body.block();
        int between = frame.newBlock();
        frame.body.graph.connect(from, Edge.branch(between, condition));
        frame.body.resumeAt(between);
        frame.go(target, false, null);
        frame.body.resumeAt(from);
        return between;
    }

    private static Dispatch.Label label(Operand.VariantIndex variant, int number) {
        if (variant == null) {
            return new Dispatch.Label.OfValue((long) number);
        }
        return variant.labels()
                .getOrDefault(
                        number, number == -1 ? new Dispatch.Label.OfNull() : new Dispatch.Label.OfValue((long) number));
    }

    private static List<Dispatch.Label> guarded(List<Dispatch.Label> labels) {
        return labels.stream()
                .map(l -> l instanceof Dispatch.Label.OfType t ? new Dispatch.Label.OfType(t.type(), false) : l)
                .toList();
    }

    private static boolean isGuarded(Dispatch.Label label) {
        return label instanceof Dispatch.Label.OfType type && !type.unconditional();
    }

    /** Whether an arm can go back to ask for the next pattern. */
    private boolean goesBack(int arm, int index, Set<Integer> arms) {
        int end = arms.stream().filter(a -> a > arm).min(Integer::compare).orElse(frame.code.size());
        for (int i = arm; i < end; i++) {
            for (int target : frame.code.targets(i)) {
                if (target <= index && index - target <= 4) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the code there was put in by the compiler, for variants that come to be later. */
    private boolean refuses(int index) {
        return frame.code.opcode(index) == NEW
                && frame.code.at(index) instanceof TypeInsnNode made
                && REFUSALS.contains(made.desc);
    }

    /** Describes the switches, once all blocks are there. */
    void complete() {
        decisions.forEach(this::describe);
    }

    private void describe(Decision decision) {
        BranchEnds ends = new BranchEnds(frame.code, decision.arms.keySet(), decision.rest);
        boolean expression = frame.height(ends.join()) > decision.height;
        boolean refuses = refuses(decision.rest);
        SourceHints.Rest written = frame.body.context.source.rest(decision.line);
        boolean explicit = written != null ? written.explicit() : expression || !ends.restIsBehind();
        Dispatch.RestKind kind =
                refuses ? Dispatch.RestKind.NONE : explicit ? Dispatch.RestKind.EXPLICIT : Dispatch.RestKind.IMPLICIT;
        List<Dispatch.Arm> arms = new ArrayList<>();
        decision.arms.forEach((target, labels) -> {
            int entry = target == decision.rest && !explicit ? decision.emptyArm : frame.entry(target);
            if (entry >= 0) {
                arms.add(new Dispatch.Arm(
                        labels,
                        labels.stream().anyMatch(Switches::isGuarded),
                        entry,
                        Span.ofLine(frame.code.line(target))));
            }
        });
        int join = !explicit && !ends.reachesRest() ? -1 : frame.entry(ends.join());
        frame.body.graph.dispatch(new Dispatch(
                frame.body.graph.nextDispatch(),
                expression ? Dispatch.Form.SWITCH_EXPRESSION : Dispatch.Form.SWITCH_STATEMENT,
                decision.subject,
                decision.type,
                arms,
                refuses ? -1 : explicit && ends.restIsBehind() ? decision.restBlock : frame.entry(decision.rest),
                kind,
                written != null ? Span.ofLine(written.line()) : Span.ofLine(frame.code.line(decision.rest)),
                expression ? -1 : join,
                written == null ? List.of() : written.comments(),
                written == null ? List.of() : written.around(),
                Span.ofLine(decision.line),
                new Span(decision.line, 0, frame.code.line(ends.last()), Integer.MAX_VALUE)));
    }
}
