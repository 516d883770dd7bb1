package org.runincident.archrules.bytecode;

import static org.objectweb.asm.Opcodes.*;

import java.util.List;
import org.objectweb.asm.tree.MethodInsnNode;

/** Tells the handlers the compiler writes from those of people: finally, synchronized, resources that are closed. */
final class Cleanups {
    /** No closing of one resource is longer. */
    private static final int LONGEST = 16;

    private final Code code;

    Cleanups(Code code) {
        this.code = code;
    }

    boolean isCleanup(int handler, List<Code.Guard> rows) {
        if (rows.stream().allMatch(r -> r.type() == null)) {
            return true;
        }
        boolean all = rows.stream().allMatch(r -> r.type() == null || r.type().equals("java/lang/Throwable"));
        boolean unnamed = code.isStore(handler) && code.variable(handler, code.slot(handler)) == null;
        return all && unnamed && (closes(handler) || rethrows(handler) || suppresses(handler));
    }

    /** Closes the resource, with whatever that throws added to the exception, and throws on. */
    private boolean closes(int handler) {
        int slot = code.slot(handler);
        boolean close = false;
        boolean added = false;
        for (int i = handler + 1; i < Math.min(code.size(), handler + LONGEST); i++) {
            if (code.at(i) instanceof MethodInsnNode call) {
                close |= call.name.equals("close") || call.name.equals("$closeResource");
                added |= call.name.equals("addSuppressed") || call.name.equals("$closeResource");
            } else if (code.opcode(i) == ATHROW) {
                return close && added && code.slot(i - 1) == slot;
            }
        }
        return false;
    }

    /** Remembers the exception for the code that closes, and throws on. */
    private boolean rethrows(int handler) {
        int slot = code.slot(handler);
        for (int i = handler + 1; i < Math.min(code.size(), handler + 5); i++) {
            if (code.opcode(i) == ATHROW) {
                return code.slot(i - 1) == slot;
            }
            if (code.opcode(i) != ALOAD && code.opcode(i) != ASTORE && code.opcode(i) != NOP) {
                return false;
            }
        }
        return false;
    }

    /** Adds what closing threw to the exception in flight. */
    private boolean suppresses(int handler) {
        return code.opcode(handler + 1) == ALOAD
                && code.opcode(handler + 2) == ALOAD
                && code.slot(handler + 2) == code.slot(handler)
                && handler + 3 < code.size()
                && code.at(handler + 3) instanceof MethodInsnNode call
                && call.name.equals("addSuppressed");
    }
}
