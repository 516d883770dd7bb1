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

    /** The name it has in the source: of a constructor or an initializer, that of its type. */
    public String writtenName() {
        return name.startsWith("<") ? owner.substring(owner.lastIndexOf('.') + 1) : name;
    }

    /** Qualified owner with the member: {@code a.b.Billing#close(Order)}. */
    public String signature() {
        return owner + "#" + name + "(" + String.join(",", parameterTypes) + ")";
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof MethodKey key
                        && name.equals(key.name)
                        && owner.equals(key.owner)
                        && parameterTypes.equals(key.parameterTypes);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * owner.hashCode() + name.hashCode()) + parameterTypes.hashCode();
    }

    @Override
    public int compareTo(MethodKey other) {
        if (owner.equals(other.owner)) {
            if (equals(other)) {
                return 0;
            }
        } else if (!owner.startsWith(other.owner) && !other.owner.startsWith(owner)) {
            return owner.compareTo(other.owner); // as their signatures, which need not be put together
        }
        return signature().compareTo(other.signature());
    }

    @Override
    public String toString() {
        return signature();
    }
}
