package org.runincident.archrules.bytecode;

import static org.objectweb.asm.Opcodes.*;

import java.util.Set;
import org.objectweb.asm.tree.MethodInsnNode;

/** Calls that compilers write on their own. */
final class Compilers {
    private static final Set<String> BOXES = Set.of(
            "java/lang/Boolean",
            "java/lang/Byte",
            "java/lang/Character",
            "java/lang/Double",
            "java/lang/Float",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Short");
    private static final String KOTLIN_CHECKS = "kotlin/jvm/internal/Intrinsics";

    private Compilers() {}

    /** A check for null that nobody wrote. */
    static boolean isCheck(Code code, int index, MethodInsnNode insn) {
        if (insn.owner.equals(KOTLIN_CHECKS)) {
            return insn.desc.endsWith(")V") && insn.name.startsWith("check");
        }
        return insn.owner.equals("java/util/Objects")
                && insn.name.equals("requireNonNull")
                && insn.desc.equals("(Ljava/lang/Object;)Ljava/lang/Object;")
                && code.opcode(index - 1) == DUP
                && code.opcode(index + 1) == POP;
    }

    static boolean isBoxing(MethodInsnNode insn) {
        if (!BOXES.contains(insn.owner)) {
            return false;
        }
        int end = insn.desc.indexOf(')');
        return insn.getOpcode() == INVOKESTATIC
                ? insn.name.equals("valueOf") && end == 2
                : insn.name.endsWith("Value") && end == 1;
    }
}
