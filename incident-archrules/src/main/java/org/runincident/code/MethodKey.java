package org.runincident.code;

import java.util.List;

/**
 * Which method this is, stable across edits of its body.
 *
 * @param owner qualified name of the declaring type; anonymous classes as {@code Outer.method$1}
 * @param name method name; {@code <init>} for constructors, {@code <clinit>} for static initializers and static field
 *     initializers, {@code <fields>} for instance initializers and field initializers
 * @param parameterTypes simple names of the erased parameter types, in order
 */
public record MethodKey(String owner, String name, List<String> parameterTypes) implements Comparable<MethodKey> {
    public MethodKey {
        parameterTypes = List.copyOf(parameterTypes);
    }

    /** Simple name of the owner with the member: {@code Billing#close(Order)}. */
    public String shortName() {
        return owner.substring(owner.lastIndexOf('.') + 1) + "#" + name + "(" + String.join(",", parameterTypes) + ")";
    }

    /** Qualified owner with the member: {@code a.b.Billing#close(Order)}. */
    public String signature() {
        return owner + "#" + name + "(" + String.join(",", parameterTypes) + ")";
    }

    @Override
    public int compareTo(MethodKey other) {
        return signature().compareTo(other.signature());
    }

    @Override
    public String toString() {
        return signature();
    }
}
