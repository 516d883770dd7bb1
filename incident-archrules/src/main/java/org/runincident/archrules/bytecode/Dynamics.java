package org.runincident.archrules.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.runincident.code.TypeName;
import org.runincident.flow.Dispatch;
import org.runincident.flow.Event;
import org.runincident.flow.Value;

/** Calls whose target is made at run time: texts put together, function objects, switches over patterns. */
final class Dynamics {
    private static final String GROOVY = "org/codehaus/groovy/vmplugin/v8/IndyInterface";

    private final Frame frame;
    private final Operands operands;

    Dynamics(Frame frame, Operands operands) {
        this.frame = frame;
        this.operands = operands;
    }

    void call(int index, InvokeDynamicInsnNode insn) {
        List<Operand> arguments = frame.state.pop(Type.getArgumentTypes(insn.desc).length);
        int line = arguments.isEmpty() || arguments.get(0).line() == 0
                ? frame.code.line(index)
                : Math.min(arguments.get(0).line(), frame.code.line(index));
        switch (insn.bsm.getOwner()) {
            case "java/lang/invoke/StringConcatFactory" -> concat(insn, arguments, line);
            case "java/lang/invoke/LambdaMetafactory" -> function(insn, arguments, line);
            case "java/lang/runtime/SwitchBootstraps" -> variant(insn, arguments, line);
            case GROOVY -> groovy(index, insn, arguments, line);
            default -> other(index, insn, arguments, line);
        }
    }

    private void concat(InvokeDynamicInsnNode insn, List<Operand> arguments, int line) {
        Type[] types = Type.getArgumentTypes(insn.desc);
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            values.add(Literals.fit(
                    operands.value(arguments.get(i)),
                    frame.body.context.type.names().of(types[i])));
        }
        List<Value> parts = insn.bsmArgs.length == 0 ? values : parts(insn, values);
        frame.state.push(Operand.of(operands.join(parts, line), line));
    }

    /** The recipe has the fixed texts, with a mark for each argument and for each constant that is not written out. */
    private static List<Value> parts(InvokeDynamicInsnNode insn, List<Value> values) {
        List<Value> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int argument = 0;
        int constant = 1;
        for (char c : String.valueOf(insn.bsmArgs[0]).toCharArray()) {
            if (c == '\1') {
                if (!text.isEmpty()) {
                    parts.add(Value.text(text.toString()));
                    text.setLength(0);
                }
                parts.add(values.get(argument++));
            } else if (c == '\2') {
                text.append(insn.bsmArgs[constant++]);
            } else {
                text.append(c);
            }
        }
        if (!text.isEmpty()) {
            parts.add(Value.text(text.toString()));
        }
        return parts;
    }

    private void function(InvokeDynamicInsnNode insn, List<Operand> captured, int line) {
        Type made = Type.getReturnType(insn.desc);
        if (insn.bsmArgs.length < 3 || !(insn.bsmArgs[1] instanceof Handle body)) {
            frame.state.push(Operand.of(Value.UNKNOWN, line));
            return;
        }
        frame.state.push(Operand.of(
                new Operand.Function(body, captured, (Type) insn.bsmArgs[0], made.getInternalName()),
                TypeName.UNKNOWN,
                line));
    }

    private void variant(InvokeDynamicInsnNode insn, List<Operand> arguments, int line) {
        Map<Integer, Dispatch.Label> labels = new HashMap<>();
        boolean ofEnum = insn.name.equals("enumSwitch");
        for (int i = 0; i < insn.bsmArgs.length; i++) {
            labels.put(i, label(insn.bsmArgs[i], ofEnum));
        }
        labels.put(-1, new Dispatch.Label.OfNull());
        Value subject = operands.value(arguments.get(0));
        TypeName type =
                ofEnum ? frame.body.context.type.names().of(Type.getArgumentTypes(insn.desc)[0]) : subject.type();
        frame.state.push(Operand.of(new Operand.VariantIndex(subject, type, labels, true), TypeName.INT, line));
    }

    private Dispatch.Label label(Object argument, boolean ofEnum) {
        if (argument instanceof Type type) {
            return new Dispatch.Label.OfType(frame.body.context.type.names().of(type), true);
        } else if (argument instanceof ConstantDynamic constant) {
            Object name = constant.getBootstrapMethodArgument(constant.getBootstrapMethodArgumentCount() - 1);
            return new Dispatch.Label.Named(String.valueOf(name));
        } else if (ofEnum) {
            return new Dispatch.Label.Named(String.valueOf(argument));
        }
        return new Dispatch.Label.OfValue(argument instanceof Integer n ? (Object) n.longValue() : argument);
    }

    /** A cast of Groovy's to a type; a closure that is cast to a function stays one. */
    private void groovy(int index, InvokeDynamicInsnNode insn, List<Operand> arguments, int line) {
        Type result = Type.getReturnType(insn.desc);
        if (insn.name.equals("cast") && arguments.size() == 1 && result.getSort() == Type.OBJECT) {
            frame.state.push(arguments.get(0));
            operands.cast(index, frame.body.context.type.names().of(result));
        } else {
            other(index, insn, arguments, line);
        }
    }

    private void other(int index, InvokeDynamicInsnNode insn, List<Operand> arguments, int line) {
        List<Value> values = operands.values(arguments);
        Type result = Type.getReturnType(insn.desc);
        Value.Temp made = frame.body.combine(
                frame.body.context.type.names().of(result),
                Event.Operator.OTHER,
                values,
                frame.at(line, index, "dynamic " + insn.name));
        if (result.getSort() != Type.VOID) {
            frame.state.push(Operand.of(made, line));
        }
    }
}
