package org.runincident.archrules.bytecode;

import static org.objectweb.asm.Opcodes.*;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.objectweb.asm.tree.FieldInsnNode;
import org.runincident.code.FieldDeclaration;
import org.runincident.code.TypeName;
import org.runincident.flow.Dispatch;
import org.runincident.flow.Event;
import org.runincident.flow.Value;

/** Reads and writes of fields; constants, captured variables and the compiler's own tables are told from them. */
final class Fields {
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");

    private final Frame frame;
    private final Operands operands;

    Fields(Frame frame, Operands operands) {
        this.frame = frame;
        this.operands = operands;
    }

    void access(int index, FieldInsnNode field) {
        TypeName owner = frame.body.context.internal(field.owner);
        TypeName type = frame.body.context.descriptor(field.desc);
        switch (field.getOpcode()) {
            case GETSTATIC -> readStatic(index, field, owner, type);
            case GETFIELD -> read(index, field, owner, type);
            case PUTSTATIC -> write(index, field, owner, type, frame.state.pop(), null);
            default -> {
                Operand value = frame.state.pop();
                write(index, field, owner, type, value, frame.state.pop());
            }
        }
    }

    private void readStatic(int index, FieldInsnNode field, TypeName owner, TypeName type) {
        int line = frame.code.line(index);
        Map<Integer, Dispatch.Label> table =
                VariantTables.isTable(field.name) ? operands.table(field.owner, field.name) : Map.of();
        if (!table.isEmpty()) {
            frame.state.push(Operand.of(new Operand.VariantTable(table), type, line));
        } else if (isConstant(owner, field.name)) {
            frame.state.push(Operand.of(new Value.Constant(owner, field.name, type), line));
        } else {
            Value.Temp read = frame.body.graph.temp(type);
            frame.body.emit(new Event.Get(read, null, owner, field.name, frame.at(index, "get " + field.name)));
            frame.state.push(Operand.of(read, line));
        }
    }

    private boolean isConstant(TypeName owner, String name) {
        Optional<DeclaredType> declared = frame.body.context.declarations.declared(owner);
        if (declared.isPresent() && declared.get().declaration().hasConstant(name)) {
            return true;
        }
        Optional<FieldDeclaration> field = frame.body.context.declarations.field(owner, name);
        boolean upper = CONSTANT.matcher(name).matches();
        return field.map(f -> f.isStatic() && f.isFinal() && upper).orElse(upper);
    }

    private void read(int index, FieldInsnNode field, TypeName owner, TypeName type) {
        Operand receiver = frame.state.pop();
        if (receiver.value().equals(frame.body.receiver) && isCompilers(field.name)) {
            frame.state.push(Operand.of(captured(field.name, type), frame.code.line(index)));
            return;
        }
        TypeName read = type;
        if (frame.code.opcode(index + 1) == CHECKCAST && frame.body.context.declarations.isGeneric(owner, field.name)) {
            read = frame.body.context.internal(((org.objectweb.asm.tree.TypeInsnNode) frame.code.at(index + 1)).desc);
        }
        Value.Temp made = frame.body.graph.temp(read);
        frame.body.emit(new Event.Get(
                made,
                operands.value(receiver),
                owner,
                field.name,
                frame.at(receiver.line(), index, "get " + field.name)));
        frame.state.push(Operand.of(made, receiver.line()));
    }

    private static boolean isCompilers(String field) {
        return field.startsWith("val$") || field.startsWith("this$");
    }

    private Value captured(String field, TypeName type) {
        return field.startsWith("val$")
                ? frame.body.captured(field.substring("val$".length()), type)
                : frame.body.captured(type.simple() + ".this", type);
    }

    private void write(
            int index, FieldInsnNode field, TypeName owner, TypeName type, Operand written, Operand receiver) {
        Value to = receiver == null ? null : operands.value(receiver);
        Value value = Literals.fit(operands.value(written), type);
        boolean own = field.name.indexOf('$') >= 0 && (isCompilers(field.name) || field.name.startsWith("$"));
        if (!own) {
            int first = receiver == null ? written.line() : receiver.line();
            frame.body.emit(
                    new Event.Put(to, owner, field.name, type, value, frame.at(first, index, "put " + field.name)));
        }
    }
}
