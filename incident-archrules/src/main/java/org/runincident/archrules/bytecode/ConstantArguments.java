package org.runincident.archrules.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.runincident.code.ConstantDeclaration;
import org.runincident.code.Span;

/** Where a class initializer makes each constant, and with which arguments, as far as they are written out. */
final class ConstantArguments {
    private final Map<String, ConstantDeclaration> found = new HashMap<>();
    private List<Object> pushed;
    private List<String> arguments = List.of();
    private int line;

    private ConstantArguments() {}

    static Map<String, ConstantDeclaration> of(ClassNode node) {
        ConstantArguments reading = new ConstantArguments();
        for (MethodNode method : node.methods) {
            if (method.name.equals("<clinit>")) {
                for (AbstractInsnNode insn = method.instructions.getFirst(); insn != null; insn = insn.getNext()) {
                    reading.read(node, insn);
                }
            }
        }
        return reading.found;
    }

    private void read(ClassNode node, AbstractInsnNode insn) {
        if (insn instanceof LineNumberNode number) {
            line = number.line;
        } else if (insn instanceof TypeInsnNode made && made.getOpcode() == Opcodes.NEW) {
            pushed = new ArrayList<>();
        } else if (insn instanceof MethodInsnNode call && call.name.equals("<init>")) {
            arguments = texts(node, call.desc);
            pushed = null;
        } else if (insn instanceof FieldInsnNode put && put.getOpcode() == Opcodes.PUTSTATIC) {
            found.putIfAbsent(put.name, new ConstantDeclaration(put.name, arguments, Span.ofLine(line)));
            arguments = List.of();
        } else if (pushed != null && insn.getOpcode() >= 0 && insn.getOpcode() != Opcodes.DUP) {
            pushed.add(literal(insn));
        }
    }

    /** Texts of the written arguments; none when something else than one instruction makes one of them. */
    private List<String> texts(ClassNode node, String descriptor) {
        Type[] types = Type.getArgumentTypes(descriptor);
        if (pushed == null || pushed.size() != types.length) {
            return List.of();
        }
        int hidden = (node.access & Opcodes.ACC_ENUM) != 0 && descriptor.startsWith("(Ljava/lang/String;I") ? 2 : 0;
        List<String> texts = new ArrayList<>();
        for (int i = hidden; i < types.length; i++) {
            Object value = pushed.get(i);
            boolean truth = types[i].getSort() == Type.BOOLEAN;
            texts.add(truth ? String.valueOf(Integer.valueOf(1).equals(value)) : String.valueOf(value));
        }
        return texts;
    }

    private static Object literal(AbstractInsnNode insn) {
        if (insn instanceof LdcInsnNode constant) {
            return constant.cst instanceof String text ? "\"" + text + "\"" : constant.cst;
        } else if (insn instanceof IntInsnNode number) {
            return number.operand;
        } else if (insn instanceof FieldInsnNode field) {
            return field.name;
        } else if (insn instanceof InsnNode
                && insn.getOpcode() >= Opcodes.ICONST_M1
                && insn.getOpcode() <= Opcodes.ICONST_5) {
            return insn.getOpcode() - Opcodes.ICONST_0;
        }
        return insn.getOpcode() == Opcodes.ACONST_NULL ? "null" : "?";
    }
}
