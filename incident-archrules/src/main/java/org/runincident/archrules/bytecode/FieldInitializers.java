package org.runincident.archrules.bytecode;

import static org.objectweb.asm.Opcodes.*;

import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The part of a constructor that is not its own: initializers of fields, which the compiler copies behind each call of
 * {@code super(..)}. Their lines lie outside of the constructor.
 *
 * @param from first instruction
 * @param to first instruction behind; equal to {@code from} when there is none
 */
record FieldInitializers(int from, int to) {
    private static final FieldInitializers NONE = new FieldInitializers(0, 0);

    static FieldInitializers of(Code code, String owner) {
        int call = code.method.name.equals("<init>") ? superCall(code, owner) : -1;
        if (call < 0) {
            return NONE;
        }
        int first = code.line(call);
        int last = lastLine(code, call);
        int to = call + 1;
        for (int i = call + 1; i < code.size(); i++) {
            boolean own = code.line(i) >= first && code.line(i) <= last;
            if (!own && code.opcode(i) != RETURN) {
                to = i + 1;
            }
        }
        return new FieldInitializers(call + 1, to);
    }

    /** The call of a superclass's constructor; -1 when this one calls another of its own class. */
    private static int superCall(Code code, String owner) {
        int made = 0;
        for (int i = 0; i < code.size(); i++) {
            if (code.opcode(i) == NEW) {
                made++;
            } else if (code.at(i) instanceof MethodInsnNode call && call.name.equals("<init>")) {
                if (made == 0) {
                    return call.owner.equals(owner) ? -1 : i;
                }
                made--;
            }
        }
        return -1;
    }

    /** The line of the closing brace; that of the call when the constructor was not written. */
    private static int lastLine(Code code, int call) {
        int last = code.line(call);
        for (int i = call + 1; i < code.size(); i++) {
            if (code.opcode(i) == RETURN && code.isMarked(i)) {
                last = Math.max(last, code.line(i));
            }
        }
        return last;
    }

    boolean isPresent() {
        return from < to;
    }

    /** Whether a constructor that has such a part is the first that has one, so that it is read once. */
    static boolean isFirst(ClassNode node, MethodNode constructor) {
        for (MethodNode method : node.methods) {
            if (method == constructor) {
                return true;
            }
            if (method.name.equals("<init>")
                    && FieldInitializers.of(new Code(method), node.name).isPresent()) {
                return false;
            }
        }
        return false;
    }
}
