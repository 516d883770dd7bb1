package org.runincident.archrules.bytecode;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.List;

/** The instructions that only move operands. A wide operand takes two places of the machine's stack and one here. */
final class StackMoves {
    private StackMoves() {}

    static void apply(int opcode, State state) {
        switch (opcode) {
            case POP -> state.pop();
            case POP2 -> top(state, 2);
            case DUP -> state.push(state.peek());
            case DUP_X1 -> insert(state, 1, 1);
            case DUP_X2 -> insert(state, 1, 2);
            case DUP2 -> insert(state, 2, 0);
            case DUP2_X1 -> insert(state, 2, 1);
            case DUP2_X2 -> insert(state, 2, 2);
            case SWAP -> {
                Operand above = state.pop();
                Operand below = state.pop();
                state.push(above);
                state.push(below);
            }
            default -> throw new IllegalArgumentException("no move: " + opcode);
        }
    }

    /** Copies what takes so many places on top to below what takes so many places under it. */
    private static void insert(State state, int places, int below) {
        List<Operand> moved = top(state, places);
        List<Operand> over = top(state, below);
        state.stack.addAll(moved);
        state.stack.addAll(over);
        state.stack.addAll(moved);
    }

    /** Takes what fills so many places, deepest first. */
    private static List<Operand> top(State state, int places) {
        List<Operand> taken = new ArrayList<>();
        int left = places;
        while (left > 0) {
            Operand next = state.pop();
            taken.add(0, next);
            left -= next.isWide() ? 2 : 1;
        }
        return taken;
    }
}
