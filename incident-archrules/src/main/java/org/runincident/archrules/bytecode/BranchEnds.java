package org.runincident.archrules.bytecode;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.objectweb.asm.Opcodes;

/** Where the branches of a switch meet again, as far as jumps forward tell. */
final class BranchEnds {
    private final Code code;
    private final boolean reachesRest;
    private final boolean restIsBehind;
    private final int join;
    private final int last;

    BranchEnds(Code code, Collection<Integer> arms, int rest) {
        this.code = code;
        int lastArm = arms.stream().filter(a -> a != rest).max(Integer::compare).orElse(-1);
        boolean jumps = false;
        boolean falls = false;
        boolean passes = false;
        BitSet once = new BitSet();
        BitSet twice = new BitSet();
        for (int arm : arms) {
            if (arm == rest) {
                continue;
            }
            BitSet reached = forward(arm, rest);
            jumps |= jumpsTo(reached, rest);
            falls |= rest > 0 && reached.get(rest - 1) && !code.isEnd(rest - 1);
            passes |= reached.length() - 1 > rest;
            BitSet again = (BitSet) reached.clone();
            again.and(once);
            twice.or(again);
            once.or(reached);
        }
        this.reachesRest = jumps || falls;
        this.restIsBehind = rest > lastArm && (jumps || falls && !passes);
        if (restIsBehind) {
            join = rest;
        } else {
            BitSet ofRest = forward(rest, -1);
            ofRest.and(once);
            twice.or(ofRest);
            int found = twice.nextSetBit(Math.max(lastArm, rest) + 1);
            join = found;
        }
        last = join > 0 ? join - 1 : once.length() - 1;
    }

    /** Instructions that can be reached by going forward, without passing one. */
    private BitSet forward(int from, int without) {
        BitSet seen = new BitSet();
        Deque<Integer> work = new ArrayDeque<>(List.of(from));
        while (!work.isEmpty()) {
            int at = work.poll();
            if (at == without || at >= code.size() || seen.get(at)) {
                continue;
            }
            seen.set(at);
            for (int target : code.targets(at)) {
                if (target > at) {
                    work.add(target);
                }
            }
            if (!code.isEnd(at)) {
                work.add(at + 1);
            }
        }
        return seen;
    }

    private boolean jumpsTo(BitSet reached, int target) {
        for (int i = reached.nextSetBit(0); i >= 0; i = reached.nextSetBit(i + 1)) {
            if (code.opcode(i) == Opcodes.GOTO && code.targets(i).contains(target)
                    || i != target - 1 && code.targets(i).contains(target)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the rest is what follows the switch, rather than a branch of it. */
    boolean restIsBehind() {
        return restIsBehind;
    }

    /** Whether some branch goes on where the rest begins. */
    boolean reachesRest() {
        return reachesRest;
    }

    /** The first instruction that more than one branch goes on with; -1 when there is none. */
    int join() {
        return join;
    }

    /** The last instruction that belongs to the branches. */
    int last() {
        return last;
    }
}
