package org.runincident.archrules.bytecode;

import static org.objectweb.asm.Opcodes.*;

import java.util.List;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.runincident.code.TypeName;
import org.runincident.flow.Event;
import org.runincident.flow.Thrown;
import org.runincident.flow.Value;

/** What each instruction does to the operands, and which event it is. */
final class Steps {
    private final Frame frame;
    private final Operands operands;
    private final Fields fields;
    private final Calls calls;
    private final Jumps jumps;

    Steps(Frame frame) {
        this.frame = frame;
        this.operands = new Operands(frame);
        this.fields = new Fields(frame, operands);
        this.calls = new Calls(frame, operands);
        this.jumps = new Jumps(frame, operands);
    }

    /** Gives operands that one branch would decide their value, before control parts. */
    void settle() {
        operands.settle();
    }

    /**
     * Whether a number that several ways bring is a truth value, by what takes it.
     *
     * @param depth how many operands lie above it
     */
    boolean isTruth(int index, int depth) {
        int opcode = frame.code.opcode(index);
        if (frame.code.at(index) instanceof MethodInsnNode call) {
            Type[] types = Type.getArgumentTypes(call.desc);
            return depth < types.length && types[types.length - 1 - depth].getSort() == Type.BOOLEAN;
        } else if (depth != 0) {
            return false;
        } else if (frame.code.at(index) instanceof FieldInsnNode field) {
            return field.desc.equals("Z");
        } else if (opcode == ISTORE) {
            Value.Variable variable = frame.target(index, frame.code.slot(index));
            return variable != null && variable.type().equals(TypeName.BOOLEAN);
        }
        return opcode == IRETURN && returnType().equals(TypeName.BOOLEAN);
    }

    private TypeName returnType() {
        return frame.body.context.type.names().of(Type.getReturnType(frame.code.method.desc));
    }

    /** Reads one instruction; false when control does not fall to the next. */
    boolean step(int index) {
        AbstractInsnNode insn = frame.code.at(index);
        if (insn instanceof FieldInsnNode field) {
            fields.access(index, field);
        } else if (insn instanceof MethodInsnNode call) {
            calls.call(index, call);
        } else if (insn instanceof InvokeDynamicInsnNode dynamic) {
            calls.dynamic(index, dynamic);
        } else if (insn instanceof JumpInsnNode jump) {
            return jumps.jump(index, jump);
        } else if (insn instanceof LdcInsnNode constant) {
            push(
                    index,
                    constant.cst instanceof Type literal
                            ? new Value.Constant(
                                    frame.body.context.type.names().of(literal),
                                    "class",
                                    TypeName.resolved("java.lang.Class"))
                            : Literals.of(constant.cst));
        } else if (insn instanceof IntInsnNode number && number.getOpcode() != NEWARRAY) {
            push(index, Literals.of(number.operand));
        } else if (insn instanceof IincInsnNode step) {
            increment(index, step);
        } else if (insn instanceof TypeInsnNode type) {
            typed(index, type);
        } else if (insn instanceof MultiANewArrayInsnNode array) {
            List<Value> sizes = operands.values(frame.state.pop(array.dims));
            push(
                    index,
                    frame.body.combine(
                            frame.body.context.descriptor(array.desc),
                            Event.Operator.ARRAY,
                            sizes,
                            frame.at(index, "array")));
        } else {
            return plain(index, insn.getOpcode());
        }
        return true;
    }

    private boolean plain(int index, int opcode) {
        if (opcode == TABLESWITCH || opcode == LOOKUPSWITCH) {
            frame.switches.decide(index, frame.state.pop(), operands);
            return false;
        } else if (opcode >= IRETURN && opcode <= RETURN) {
            leave(index, opcode);
            return false;
        } else if (opcode == ATHROW) {
            raise(index);
            return false;
        } else if (opcode <= DCONST_1) {
            constant(index, opcode);
        } else if (opcode >= ILOAD && opcode <= ALOAD) {
            frame.state.push(frame.load(index, frame.code.slot(index), loadType(opcode)));
        } else if (opcode >= ISTORE && opcode <= ASTORE) {
            store(index);
        } else if (opcode >= IALOAD && opcode <= SALOAD) {
            operands.readElement(index);
        } else if (opcode >= IASTORE && opcode <= SASTORE) {
            operands.writeElement(index);
        } else if (opcode >= POP && opcode <= SWAP) {
            StackMoves.apply(opcode, frame.state);
        } else if (opcode == MONITORENTER || opcode == MONITOREXIT) {
            frame.state.pop();
        } else if (opcode == NEWARRAY) {
            operands.newArray(index, elementType(((IntInsnNode) frame.code.at(index)).operand));
        } else if (opcode == ARRAYLENGTH) {
            Operand array = frame.state.pop();
            Value of = operands.value(array);
            Value.Temp length = frame.body.graph.temp(TypeName.INT);
            frame.body.emit(new Event.Get(length, of, of.type(), "length", frame.at(index, "length")));
            frame.state.push(Operand.of(length, array.line()));
        } else if (opcode != NOP) {
            operands.compute(index, opcode);
        }
        return true;
    }

    private void push(int index, Value value) {
        frame.state.push(Operand.of(value, frame.code.line(index)));
    }

    private void constant(int index, int opcode) {
        if (opcode == ACONST_NULL) {
            push(index, Value.NULL);
        } else if (opcode >= ICONST_M1 && opcode <= ICONST_5) {
            push(index, Literals.of(opcode - ICONST_0));
        } else if (opcode == LCONST_0 || opcode == LCONST_1) {
            push(index, Literals.of((long) (opcode - LCONST_0)));
        } else if (opcode >= FCONST_0 && opcode <= FCONST_2) {
            push(index, Literals.of((float) (opcode - FCONST_0)));
        } else if (opcode >= DCONST_0) {
            push(index, Literals.of((double) (opcode - DCONST_0)));
        }
    }

    private static TypeName loadType(int opcode) {
        return switch (opcode) {
            case ILOAD -> TypeName.INT;
            case LLOAD -> Literals.LONG;
            case FLOAD -> Literals.FLOAT;
            case DLOAD -> Literals.DOUBLE;
            default -> TypeName.UNKNOWN;
        };
    }

    private static TypeName elementType(int code) {
        return TypeName.resolved(
                switch (code) {
                    case T_BOOLEAN -> "boolean";
                    case T_CHAR -> "char";
                    case T_FLOAT -> "float";
                    case T_DOUBLE -> "double";
                    case T_BYTE -> "byte";
                    case T_SHORT -> "short";
                    case T_LONG -> "long";
                    default -> "int";
                });
    }

    private void store(int index) {
        int slot = frame.code.slot(index);
        Operand stored = frame.state.pop();
        Value.Variable variable = frame.target(index, slot);
        if (variable == null) {
            frame.state.slots.put(slot, stored);
        } else {
            frame.state.slots.remove(slot);
            Value value = Literals.fit(operands.value(stored), variable.type());
            if (value.equals(variable)) {
                return; // a handler is given its exception
            }
            int from = Math.min(stored.line() > 0 ? stored.line() : frame.code.line(index), frame.code.line(index));
            frame.body.copy(variable, value, frame.at(from, index, "store " + variable.name()));
        }
    }

    private void increment(int index, IincInsnNode step) {
        Value.Variable variable = frame.target(index, step.var);
        if (variable == null) {
            frame.state.slots.put(step.var, Operand.of(new Value.Unknown(TypeName.INT), frame.code.line(index)));
        } else {
            Value.Temp sum = frame.body.combine(
                    TypeName.INT, Event.Operator.ARITHMETIC, List.of(variable), frame.at(index, "step " + step.var));
            frame.body.copy(variable, sum, frame.at(index, "step to " + step.var));
        }
    }

    private void typed(int index, TypeInsnNode insn) {
        TypeName type = frame.body.context.internal(insn.desc);
        switch (insn.getOpcode()) {
            case NEW -> frame.state.push(Operand.of(new Operand.Fresh(type, insn.desc), type, frame.code.line(index)));
            case ANEWARRAY -> operands.newArray(index, type);
            case INSTANCEOF -> {
                Operand tested = frame.state.pop();
                frame.state.push(Operand.of(
                        new Operand.InstanceTest(operands.value(tested), type), TypeName.BOOLEAN, tested.line()));
            }
            default -> operands.cast(index, type);
        }
    }

    private void leave(int index, int opcode) {
        int line = frame.code.line(index);
        if (opcode == RETURN) {
            frame.leave(null, frame.at(index, "return"));
            return;
        }
        Operand returned = frame.state.pop();
        Value value = Literals.fit(operands.value(returned), returnType());
        int first = returned.line() > 0 ? returned.line() : line;
        frame.leave(value, frame.at(first, index, "return " + value));
    }

    private void raise(int index) {
        Operand thrown = frame.state.pop();
        if (thrown.pending() instanceof Operand.InFlight flight) {
            frame.catches.goOn(index, flight);
            return;
        }
        Value value = operands.value(thrown);
        if (value instanceof Value.Unknown || value instanceof Value.Null) {
            value = frame.body.combine(value.type(), Event.Operator.OTHER, List.of(), frame.at(index, "thrown"));
        }
        boolean exact = frame.body.maker(value) instanceof Event.Create;
        int first = thrown.line() > 0 ? thrown.line() : frame.code.line(index);
        frame.body.emit(new Event.Throw(value, frame.at(first, index, "throw")));
        frame.catches.throwNow(index, Thrown.of(value.type(), exact));
    }
}
