package org.runincident.archrules.bytecode;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.MethodInsnNode;
import org.runincident.code.TypeName;
import org.runincident.flow.Dispatch;
import org.runincident.flow.Event;
import org.runincident.flow.MethodRef;
import org.runincident.flow.Value;

/** Turns operands into values: what several instructions make together becomes the one event it stands for. */
final class Operands {
    private static final int MOST_SPREAD = 255;

    private final Frame frame;
    private final Functions functions;

    Operands(Frame frame) {
        this.frame = frame;
        this.functions = new Functions(frame, this);
    }

    /** The value of an operand that is not handed to a call. */
    Value value(Operand operand) {
        return value(operand, null, 0);
    }

    /**
     * The value of an operand.
     *
     * @param callee the call it is handed to; null for none
     * @param argument which argument it is
     */
    Value value(Operand operand, Functions.Callee callee, int argument) {
        Operand.Pending pending = operand.pending();
        if (pending == null || pending instanceof Operand.Fresh || pending instanceof Operand.InFlight) {
            return operand.value();
        }
        Value made = make(operand, pending, callee, argument);
        frame.state.replace(pending, Operand.of(made, operand.line()));
        return made;
    }

    private Value make(Operand operand, Operand.Pending pending, Functions.Callee callee, int argument) {
        int line = operand.line();
        if (pending instanceof Operand.Filling array) {
            return frame.body.combine(
                    array.type, Event.Operator.ARRAY, array.elements, frame.body.positions.at(line, "array"));
        } else if (pending instanceof Operand.Joining joining) {
            return join(joining.parts, line);
        } else if (pending instanceof Operand.InstanceTest test) {
            return frame.body.combine(
                    TypeName.BOOLEAN,
                    Event.Operator.INSTANCEOF,
                    List.of(test.subject()),
                    test.type().text(),
                    frame.body.positions.at(line, "instanceof " + test.type()));
        } else if (pending instanceof Operand.Sign sign) {
            return frame.body.combine(
                    TypeName.INT,
                    Event.Operator.COMPARE,
                    List.of(sign.left(), sign.right()),
                    frame.body.positions.at(line, "compare"));
        } else if (pending instanceof Operand.Function function) {
            return functions.make(function, line, callee, argument);
        } else if (pending instanceof Operand.Ordinal ordinal) {
            return ordinal(ordinal, line);
        } else if (pending instanceof Operand.VariantIndex index) {
            return frame.body.combine(
                    TypeName.INT,
                    Event.Operator.OTHER,
                    List.of(index.subject()),
                    frame.body.positions.at(line, "variant"));
        }
        return Value.UNKNOWN;
    }

    private Value ordinal(Operand.Ordinal ordinal, int line) {
        Value.Temp number = frame.body.graph.temp(TypeName.INT);
        MethodRef method = new MethodRef(
                ordinal.type(),
                "ordinal",
                frame.body
                        .context
                        .declarations
                        .method(ordinal.type(), "ordinal", "()I")
                        .map(DeclaredMethod::declaration)
                        .orElse(null));
        var at = frame.body.positions.at(line, "ordinal");
        frame.body.emit(new Event.Call(number, ordinal.subject(), method, List.of(), true, at, at));
        return number;
    }

    /** Text put together from parts. */
    Value join(List<Value> parts, int line) {
        List<Value> folded = fold(parts);
        if (folded.isEmpty()) {
            return Value.text("");
        }
        return folded.size() == 1 && folded.get(0) instanceof Value.Literal only && only.value() instanceof String
                ? only
                : frame.body.combine(
                        TypeName.STRING,
                        Event.Operator.CONCAT,
                        folded,
                        frame.body.positions.at(line, "concat " + folded.size()));
    }

    private static List<Value> fold(List<Value> parts) {
        List<Value> folded = new ArrayList<>();
        for (Value part : parts) {
            Value last = folded.isEmpty() ? null : folded.get(folded.size() - 1);
            if (part instanceof Value.Literal text && last instanceof Value.Literal before) {
                folded.set(folded.size() - 1, Value.text(String.valueOf(before.value()) + text.value()));
            } else {
                folded.add(part);
            }
        }
        return folded;
    }

    List<Value> values(List<Operand> operands) {
        List<Value> values = new ArrayList<>();
        operands.forEach(o -> values.add(value(o)));
        return values;
    }

    void settle() {
        for (int i = 0; i < frame.state.stack.size(); i++) {
            Operand operand = frame.state.stack.get(i);
            if (operand.pending() instanceof Operand.InstanceTest || operand.pending() instanceof Operand.Sign) {
                frame.state.stack.set(i, Operand.of(value(operand), operand.line()));
            }
        }
    }

    void newArray(int index, TypeName element) {
        Operand size = frame.state.pop();
        TypeName type = TypeName.resolved(element.text() + "[]");
        boolean small = size.value() instanceof Value.Literal n && n.value() instanceof Long k && k <= MOST_SPREAD;
        boolean filled = small && (size.isNumber(0) || frame.code.opcode(index + 1) == DUP);
        if (filled) {
            frame.state.push(Operand.of(new Operand.Filling(type), type, size.line()));
        } else {
            Value made = frame.body.combine(type, Event.Operator.ARRAY, List.of(value(size)), frame.at(index, "array"));
            frame.state.push(Operand.of(made, size.line()));
        }
    }

    void readElement(int index) {
        Operand position = frame.state.pop();
        Operand array = frame.state.pop();
        if (array.pending() instanceof Operand.VariantTable table && position.pending() instanceof Operand.Ordinal o) {
            frame.state.push(Operand.of(
                    new Operand.VariantIndex(o.subject(), o.type(), table.labels(), false),
                    TypeName.INT,
                    position.line()));
            return;
        }
        Value of = value(array);
        Value at = value(position);
        String text = of.type().text();
        TypeName element =
                text.endsWith("[]") ? TypeName.resolved(text.substring(0, text.length() - 2)) : TypeName.UNKNOWN;
        frame.state.push(Operand.of(
                frame.body.combine(element, Event.Operator.ARRAY_READ, List.of(of, at), frame.at(index, "element")),
                array.line()));
    }

    void writeElement(int index) {
        Operand written = frame.state.pop();
        Operand position = frame.state.pop();
        Operand array = frame.state.pop();
        if (array.pending() instanceof Operand.Filling filling && position.isNumber(filling.elements.size())) {
            String type = filling.type.text();
            filling.elements.add(Literals.fit(value(written), TypeName.resolved(type.substring(0, type.length() - 2))));
            return;
        }
        frame.body.combine(
                TypeName.VOID,
                Event.Operator.ARRAY_WRITE,
                List.of(value(array), value(position), value(written)),
                frame.at(index, "element"));
    }

    void cast(int index, TypeName type) {
        Operand operand = frame.state.pop();
        if (operand.pending() != null || operand.value() instanceof Value.Null) {
            frame.state.push(operand);
            return;
        }
        Value value = operand.value();
        boolean widens = value.type().equals(type)
                || !value.type().isUnknown()
                        && frame.body
                                .context
                                .declarations
                                .isSubtype(value.type(), type)
                                .isYes();
        if (widens) {
            frame.state.push(operand);
            return;
        }
        Value cast = frame.body.combine(
                type, Event.Operator.CAST, List.of(value), frame.at(operand.line(), index, "cast " + type));
        frame.state.push(Operand.of(cast, operand.line()));
    }

    /** Arithmetic, comparisons and conversions of numbers. */
    void compute(int index, int opcode) {
        if (opcode >= I2L && opcode <= I2S) {
            Operand number = frame.state.pop();
            TypeName type = converted(opcode);
            boolean fixed = number.value() instanceof Value.Literal;
            frame.state.push(new Operand(
                    fixed ? new Value.Literal(((Value.Literal) number.value()).value(), type) : number.value(),
                    number.pending(),
                    number.line()));
            return;
        }
        boolean single = opcode >= INEG && opcode <= DNEG;
        List<Operand> taken = frame.state.pop(single ? 1 : 2);
        List<Value> parts = values(taken);
        int line = taken.get(0).line();
        if (opcode >= LCMP && opcode <= DCMPG) {
            frame.state.push(Operand.of(new Operand.Sign(parts.get(0), parts.get(1)), TypeName.INT, line));
            return;
        }
        TypeName type = parts.get(0).type();
        boolean logical = type.equals(TypeName.BOOLEAN) && opcode >= IAND && opcode <= LXOR;
        frame.state.push(Operand.of(
                frame.body.combine(
                        type,
                        logical ? Event.Operator.COMPARE : Event.Operator.ARITHMETIC,
                        parts,
                        frame.at(line, index, "compute " + opcode)),
                line));
    }

    private static TypeName converted(int opcode) {
        return switch (opcode) {
            case I2L, F2L, D2L -> Literals.LONG;
            case I2F, L2F, D2F -> Literals.FLOAT;
            case I2D, L2D, F2D -> Literals.DOUBLE;
            case I2C -> Literals.CHAR;
            default -> TypeName.INT;
        };
    }

    /** Whether the value of a call is thrown away by the instruction behind it. */
    boolean isDropped(int index) {
        int next = frame.code.opcode(index + 1);
        return next == POP || next == POP2;
    }

    /** Whether an instruction calls a method. */
    boolean isCall(int index, String owner, String name) {
        return index < frame.code.size()
                && frame.code.at(index) instanceof MethodInsnNode call
                && call.owner.equals(owner)
                && call.name.equals(name);
    }

    /** Labels by number, of the table that a field holds. */
    Map<Integer, Dispatch.Label> table(String owner, String field) {
        return frame.body.context.tables.of(owner, field);
    }
}
