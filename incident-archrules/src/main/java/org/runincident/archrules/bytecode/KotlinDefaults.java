package org.runincident.archrules.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;
import org.runincident.code.TypeName;
import org.runincident.flow.Value;

/**
 * Kotlin calls a function whose caller left arguments out by a twin of it, with a mask that says which. The call that was
 * written is the one to the function; what was left out reads as {@code null}.
 */
final class KotlinDefaults {
    private static final String SUFFIX = "$default";
    private static final String MARKER = "kotlin/jvm/internal/DefaultConstructorMarker";

    private KotlinDefaults() {}

    /** The call as it was written. */
    record Call(String name, Operand receiver, List<Operand> arguments, Type[] types, DeclaredMethod method) {}

    /** What the call of a twin stands for; null when it is none. */
    static Call of(ClassContext context, MethodInsnNode insn, List<Operand> arguments, Type[] types) {
        if (insn.getOpcode() != Opcodes.INVOKESTATIC || !insn.name.endsWith(SUFFIX) || types.length < 3) {
            return null;
        }
        String name = insn.name.substring(0, insn.name.length() - SUFFIX.length());
        TypeName owner = context.internal(insn.owner);
        Type result = Type.getReturnType(insn.desc);
        for (int from = 0; from <= 1; from++) {
            Type[] written = Arrays.copyOfRange(types, from, types.length - 2);
            DeclaredMethod method = context.declarations
                    .method(owner, name, Type.getMethodDescriptor(result, written))
                    .orElse(null);
            if (method != null && method.declaration().isStatic() == (from == 0)) {
                List<Operand> given = given(arguments.subList(from, types.length - 2), arguments.get(types.length - 2));
                return new Call(name, from == 0 ? null : arguments.get(0), given, written, method);
            }
        }
        return null;
    }

    /** What the call of a constructor's twin stands for; null when it is none. */
    static Call ofConstructor(ClassContext context, MethodInsnNode insn, List<Operand> arguments, Type[] types) {
        int last = types.length - 1;
        if (last < 1
                || types[last].getSort() != Type.OBJECT
                || !types[last].getInternalName().equals(MARKER)) {
            return null;
        }
        Type[] written = Arrays.copyOfRange(types, 0, last - 1);
        DeclaredMethod method = context.declarations
                .method(context.internal(insn.owner), "<init>", Type.getMethodDescriptor(Type.VOID_TYPE, written))
                .orElse(null);
        return method == null
                ? null
                : new Call(
                        "<init>",
                        null,
                        given(arguments.subList(0, last - 1), arguments.get(last - 1)),
                        written,
                        method);
    }

    private static List<Operand> given(List<Operand> arguments, Operand mask) {
        long left = mask.value() instanceof Value.Literal literal && literal.value() instanceof Long bits ? bits : 0;
        List<Operand> given = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            boolean out = i < Integer.SIZE && (left & 1L << i) != 0;
            given.add(out ? Operand.of(Value.NULL, arguments.get(i).line()) : arguments.get(i));
        }
        return given;
    }
}
