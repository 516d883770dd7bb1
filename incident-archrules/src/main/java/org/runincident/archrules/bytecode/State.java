package org.runincident.archrules.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The operand stack, and the variables the compiler made for itself, at one point of the code. */
final class State {
    final List<Operand> stack = new ArrayList<>();
    final Map<Integer, Operand> slots = new TreeMap<>();

    State copy() {
        State copy = new State();
        copy.stack.addAll(stack);
        copy.slots.putAll(slots);
        return copy;
    }

    void push(Operand operand) {
        stack.add(operand);
    }

    Operand pop() {
        return stack.remove(stack.size() - 1);
    }

    Operand peek() {
        return stack.get(stack.size() - 1);
    }

    /** Takes operands off the stack; the deepest is first. */
    List<Operand> pop(int count) {
        List<Operand> top = stack.subList(stack.size() - count, stack.size());
        List<Operand> taken = new ArrayList<>(top);
        top.clear();
        return taken;
    }

    /** Puts one operand in the place of another, wherever it is. */
    void replace(Operand.Pending pending, Operand by) {
        stack.replaceAll(o -> o.pending() == pending ? by : o);
        slots.replaceAll((slot, o) -> o.pending() == pending ? by : o);
    }
}
