package org.runincident.archrules.bytecode;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.runincident.code.Span;
import org.runincident.flow.FinallyExit;

/**
 * Jumps out of {@code finally}, told from the copy the compiler makes of it for exceptions: all its ways lead to the throw of
 * the exception in flight, unless something jumps away.
 */
final class FinallyLeaps {
    private final Code code;

    FinallyLeaps(Code code) {
        this.code = code;
    }

    /** Adds the jumps out of the cleanup that begins at an instruction. */
    void describe(int handler, List<Code.Guard> rows, Body body) {
        BitSet own = reached(handler, -1);
        own.andNot(reached(0, handler));
        int slot = code.slot(handler);
        int first = rows.stream().mapToInt(Code.Guard::start).min().orElse(handler);
        Span at = Span.ofLine(code.line(handler));
        for (int i = own.nextSetBit(handler); i >= 0; i = own.nextSetBit(i + 1)) {
            String keyword = keyword(i, own, slot, first);
            if (!keyword.isEmpty()) {
                int line = code.line(i);
                body.graph.finallyExit(new FinallyExit(keyword, true, new Span(line, 0, line, Integer.MAX_VALUE), at));
            }
        }
    }

    private String keyword(int index, BitSet own, int slot, int first) {
        int opcode = code.opcode(index);
        if (opcode >= IRETURN && opcode <= RETURN) {
            return "return";
        }
        if (opcode == ATHROW) {
            boolean goesOn = code.opcode(index - 1) == ALOAD && code.slot(index - 1) == slot;
            boolean caught =
                    code.guards().stream().anyMatch(g -> g.covers(index) && own.get(g.handler()) && g.type() != null);
            return goesOn || caught || rethrowsInFlight(index) ? "" : "throw";
        }
        for (int target : code.targets(index)) {
            if (!own.get(target)) {
                return target < first ? "continue" : "break";
            }
        }
        return "";
    }

    /** Whether the throw ends another cleanup, inside of this one. */
    private boolean rethrowsInFlight(int index) {
        int slot = code.slot(index - 1);
        return code.guards().stream()
                .anyMatch(g -> g.type() == null && slot >= 0 && code.slot(g.handler()) == slot && g.handler() < index);
    }

    /** Instructions that can be reached, also by exceptions, without passing one. */
    private BitSet reached(int from, int without) {
        BitSet seen = new BitSet();
        Deque<Integer> work = new ArrayDeque<>(List.of(from));
        while (!work.isEmpty()) {
            int at = work.poll();
            if (at == without || at >= code.size() || seen.get(at)) {
                continue;
            }
            seen.set(at);
            work.addAll(code.targets(at));
            if (!code.isEnd(at)) {
                work.add(at + 1);
            }
            for (Code.Guard guard : code.guards()) {
                if (guard.covers(at)) {
                    work.add(guard.handler());
                }
            }
        }
        return seen;
    }
}
