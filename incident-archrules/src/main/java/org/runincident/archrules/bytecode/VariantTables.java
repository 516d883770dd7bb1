package org.runincident.archrules.bytecode;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.runincident.flow.Dispatch;

/** The tables in which compilers number the constants of an enum for its switches. */
final class VariantTables {
    private final ClassDeclarations declarations;
    private final Map<String, Map<Integer, Dispatch.Label>> tables = new HashMap<>();

    VariantTables(ClassDeclarations declarations) {
        this.declarations = declarations;
    }

    /** Whether a field is named like such a table, by javac, by the compiler of Eclipse or by that of Kotlin. */
    static boolean isTable(String field) {
        return field.startsWith("$SwitchMap$")
                || field.startsWith("$EnumSwitchMapping$")
                || field.startsWith("$SWITCH_TABLE$");
    }

    /** Constants by their number; empty when the table cannot be read. */
    Map<Integer, Dispatch.Label> of(String owner, String field) {
        return tables.computeIfAbsent(owner + "#" + field, k -> read(owner, field));
    }

    private Map<Integer, Dispatch.Label> read(String owner, String field) {
        Map<Integer, Dispatch.Label> labels = new HashMap<>();
        declarations.compiled(owner).ifPresent(table -> {
            for (MethodNode method : table.node().methods) {
                if (method.name.equals("<clinit>")) {
                    read(method, field, labels);
                }
            }
        });
        return labels;
    }

    /** {@code table[Status.FAILED.ordinal()] = 3}, over and over; Kotlin fills a variable and sets the field behind. */
    private static void read(MethodNode method, String field, Map<Integer, Dispatch.Label> labels) {
        Map<Integer, Dispatch.Label> filled = new HashMap<>();
        String current = null;
        String constant = null;
        int number = 0;
        for (AbstractInsnNode insn = method.instructions.getFirst(); insn != null; insn = insn.getNext()) {
            if (insn instanceof FieldInsnNode access && access.getOpcode() == Opcodes.GETSTATIC) {
                if (isTable(access.name)) {
                    current = access.name;
                } else {
                    constant = access.name;
                }
            } else if (insn instanceof FieldInsnNode put && put.getOpcode() == Opcodes.PUTSTATIC) {
                if (put.name.equals(field)) {
                    labels.putAll(filled);
                }
                filled.clear();
                current = null;
            } else if (insn.getOpcode() == Opcodes.IASTORE && constant != null) {
                Map<Integer, Dispatch.Label> target = current == null ? filled : labels;
                if (current == null || current.equals(field)) {
                    target.put(number, new Dispatch.Label.Named(constant));
                }
                constant = null;
            } else {
                number = number(insn, number);
            }
        }
    }

    private static int number(AbstractInsnNode insn, int before) {
        if (insn instanceof IntInsnNode pushed) {
            return pushed.operand;
        } else if (insn instanceof LdcInsnNode ldc && ldc.cst instanceof Integer pushed) {
            return pushed;
        }
        boolean constant = insn instanceof InsnNode
                && insn.getOpcode() >= Opcodes.ICONST_M1
                && insn.getOpcode() <= Opcodes.ICONST_5;
        return constant ? insn.getOpcode() - Opcodes.ICONST_0 : before;
    }
}
