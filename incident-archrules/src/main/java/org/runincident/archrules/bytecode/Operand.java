package org.runincident.archrules.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.runincident.code.TypeName;
import org.runincident.flow.Dispatch;
import org.runincident.flow.Value;

/**
 * What lies on the operand stack, or in a variable the compiler made for itself.
 *
 * @param value as events name it; unknown while something is pending
 * @param pending what it is going to be, where one instruction alone does not tell; null for a plain value
 * @param line where the expression begins
 */
record Operand(Value value, Pending pending, int line) {

    /** Something several instructions make together. */
    sealed interface Pending {}

    /** An object whose constructor has not been called yet. Two are the same only when they are one object. */
    static final class Fresh implements Pending {
        final TypeName type;
        final String internal;

        Fresh(TypeName type, String internal) {
            this.type = type;
            this.internal = internal;
        }
    }

    /** An array that is being filled. */
    static final class Filling implements Pending {
        final TypeName type;
        final List<Value> elements = new ArrayList<>();

        Filling(TypeName type) {
            this.type = type;
        }
    }

    /** Strings that are being put together by a builder the compiler wrote. */
    static final class Joining implements Pending {
        final List<Value> parts = new ArrayList<>();
    }

    record InstanceTest(Value subject, TypeName type) implements Pending {}

    /** The sign of a comparison of numbers. */
    record Sign(Value left, Value right) implements Pending {}

    /** A function object: a lambda's body, or a method that is referred to. */
    record Function(Handle body, List<Operand> captured, Type interfaceMethod, String interfaceName)
            implements Pending {}

    /** The table by which a switch numbers the constants of an enum. */
    record VariantTable(Map<Integer, Dispatch.Label> labels) implements Pending {}

    record Ordinal(Value subject, TypeName type) implements Pending {}

    /** The number a switch gives a variant. */
    record VariantIndex(Value subject, TypeName type, Map<Integer, Dispatch.Label> labels, boolean patterns)
            implements Pending {}

    /**
     * The exception that is in flight while a cleanup runs.
     *
     * @param handler index of the cleanup's first instruction
     */
    record InFlight(int handler) implements Pending {}

    static Operand of(Value value, int line) {
        return new Operand(value, null, line);
    }

    static Operand of(Pending pending, TypeName type, int line) {
        return new Operand(new Value.Unknown(type), pending, line);
    }

    TypeName type() {
        return value.type();
    }

    /** Whether it takes two slots of the machine's stack. */
    boolean isWide() {
        String text = type().text();
        return text.equals("long") || text.equals("double");
    }

    boolean isNumber(long number) {
        return value instanceof Value.Literal literal && literal.value() instanceof Long n && n == number;
    }

    /** Whether two operands are the same, wherever their expressions begin. */
    static boolean same(Operand a, Operand b) {
        return a == b
                || a != null
                        && b != null
                        && a.value.equals(b.value)
                        && (a.pending == null ? b.pending == null : a.pending.equals(b.pending));
    }
}
