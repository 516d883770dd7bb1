package org.runincident.archrules.bytecode;

import static org.objectweb.asm.Opcodes.*;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.objectweb.asm.tree.JumpInsnNode;
import org.runincident.code.Span;
import org.runincident.code.TypeName;
import org.runincident.flow.Condition;
import org.runincident.flow.Event;
import org.runincident.flow.Value;

/** Jumps, with what is known on either way. */
final class Jumps {
    /** Static methods that compare their two arguments, by their owner: what {@code ==} and {@code case} become. */
    private static final Map<String, Set<String>> COMPARING = Map.of(
            "java.util.Objects", Set.of("equals"),
            "kotlin.jvm.internal.Intrinsics", Set.of("areEqual"),
            "org.codehaus.groovy.runtime.ScriptBytecodeAdapter", Set.of("compareEqual", "isCase"),
            "org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation", Set.of("compareEqual"));

    private final Frame frame;
    private final Operands operands;

    /** Makes the condition of an edge, for either answer. */
    private interface Test {
        Condition onEdge(boolean holds);
    }

    Jumps(Frame frame, Operands operands) {
        this.frame = frame;
        this.operands = operands;
    }

    /** Reads a jump; control never simply falls to the next instruction. */
    boolean jump(int index, JumpInsnNode jump) {
        int target = frame.code.index(jump.label);
        switch (jump.getOpcode()) {
            case GOTO -> frame.go(target, false, null);
            case IFNULL, IFNONNULL -> {
                Operand tested = frame.state.pop();
                Value subject = operands.value(tested);
                part(index, target, h -> new Condition.IsNull(subject, h), jump.getOpcode() == IFNULL, tested.line());
            }
            case IFEQ, IFNE -> truth(index, target, jump.getOpcode() == IFNE);
            case IFLT, IFGE, IFGT, IFLE -> sign(index, target, jump.getOpcode());
            default -> comparison(index, target, jump.getOpcode());
        }
        return false;
    }

    private void truth(int index, int target, boolean jumpsIfTrue) {
        Operand tested = frame.state.pop();
        if (tested.pending() instanceof Operand.InstanceTest test) {
            part(
                    index,
                    target,
                    h -> new Condition.IsInstance(test.subject(), test.type(), h),
                    jumpsIfTrue,
                    tested.line());
        } else if (tested.pending() instanceof Operand.Sign sign) {
            part(index, target, equality(sign.left(), sign.right()), !jumpsIfTrue, tested.line());
        } else {
            Value value = operands.value(tested);
            part(index, target, test(value), jumpsIfTrue, tested.line());
        }
    }

    /** What it means that a value is true, or not zero. */
    private Test test(Value value) {
        if (frame.body.maker(value) instanceof Event.Call call) {
            Test asked = asked(call);
            if (asked != null) {
                return asked;
            }
        }
        boolean number = value.type().equals(TypeName.INT)
                || value.type().text().equals("byte")
                || value.type().text().equals("short")
                || value.type().equals(Literals.CHAR);
        return number ? h -> new Condition.IsEqual(value, Literals.of(0), !h) : h -> new Condition.IsTrue(value, h);
    }

    /** Whether a call compares, by its name alone. */
    static boolean compares(String name) {
        return name.equals("equals") || COMPARING.values().stream().anyMatch(names -> names.contains(name));
    }

    /** Calls that compare. */
    private static Test asked(Event.Call call) {
        String name = call.method().name();
        List<Value> arguments = call.arguments();
        String owner = call.method().owner().text();
        if (name.equals("equals") && arguments.size() == 1 && call.receiver() != null) {
            return equality(call.receiver(), arguments.get(0));
        } else if (arguments.size() == 2
                && COMPARING.getOrDefault(owner, Set.of()).contains(name)) {
            return equality(arguments.get(0), arguments.get(1));
        } else if (owner.equals("java.util.Objects") && arguments.size() == 1) {
            if (name.equals("isNull")) {
                return h -> new Condition.IsNull(arguments.get(0), h);
            } else if (name.equals("nonNull")) {
                return h -> new Condition.IsNull(arguments.get(0), !h);
            }
        }
        return null;
    }

    private void sign(int index, int target, int opcode) {
        Operand tested = frame.state.pop();
        List<Value> parts = tested.pending() instanceof Operand.Sign sign
                ? List.of(sign.left(), sign.right())
                : List.of(operands.value(tested), Literals.of(0));
        ordered(index, target, parts, tested.line(), opcode);
    }

    private void comparison(int index, int target, int opcode) {
        Operand right = frame.state.pop();
        Operand left = frame.state.pop();
        boolean equal = opcode == IF_ACMPEQ || opcode == IF_ICMPEQ;
        if (equal || opcode == IF_ACMPNE || opcode == IF_ICMPNE) {
            Test variant = variant(left, right);
            Test test = variant != null ? variant : equality(operands.value(left), operands.value(right));
            part(index, target, test, equal, left.line());
        } else {
            ordered(index, target, List.of(operands.value(left), operands.value(right)), left.line(), opcode);
        }
    }

    /** A switch with one case is a comparison of the number its table gives. */
    private static Test variant(Operand left, Operand right) {
        if (left.pending() instanceof Operand.VariantIndex index
                && right.value() instanceof Value.Literal literal
                && literal.value() instanceof Long number
                && index.labels().get(number.intValue())
                        instanceof org.runincident.flow.Dispatch.Label.Named constant) {
            return equality(index.subject(), new Value.Constant(index.type(), constant.name(), index.type()));
        }
        return null;
    }

    /** The compiler jumps away when what was written does not hold. */
    private void ordered(int index, int target, List<Value> parts, int line, int opcode) {
        Value.Temp result = frame.body.combine(
                TypeName.BOOLEAN,
                Event.Operator.COMPARE,
                parts,
                writtenFor(opcode),
                frame.at(line, index, "order " + opcode));
        part(index, target, h -> new Condition.IsTrue(result, h), false, line);
    }

    /** What was written where the compiler jumps away by this. */
    private static String writtenFor(int opcode) {
        return switch (opcode) {
            case IFLT, IF_ICMPLT -> ">=";
            case IFGE, IF_ICMPGE -> "<";
            case IFGT, IF_ICMPGT -> "<=";
            case IFLE, IF_ICMPLE -> ">";
            default -> "";
        };
    }

    private static Test equality(Value left, Value right) {
        boolean swap = isFixed(left) && !isFixed(right);
        Value subject = swap ? right : left;
        Value other = swap ? left : right;
        if (other instanceof Value.Null) {
            return h -> new Condition.IsNull(subject, h);
        }
        Value fitted = Literals.fit(other, subject.type());
        if (fitted instanceof Value.Literal literal && literal.value() instanceof Boolean truth) {
            return h -> new Condition.IsTrue(subject, h == truth);
        }
        return h -> new Condition.IsEqual(subject, other, h);
    }

    private static boolean isFixed(Value value) {
        return value instanceof Value.Constant || value instanceof Value.Literal || value instanceof Value.Null;
    }

    private void part(int index, int target, Test test, boolean holdsOnJump, int line) {
        Condition jumps = Objects.requireNonNull(test.onEdge(holdsOnJump));
        int from = line > 0 ? line : frame.code.line(index);
        frame.body.decisions.put(frame.body.block(), Span.ofLine(Math.min(from, frame.code.line(index))));
        frame.go(target, true, jumps);
        frame.go(index + 1, true, test.onEdge(!holdsOnJump));
    }
}
