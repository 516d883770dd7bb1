package org.runincident.code;

import java.util.Objects;

/**
 * The name of an erased type.
 *
 * @param text fully qualified with dots ({@code java.util.Map.Entry}, {@code int}, {@code a.B[]}) when resolved;
 *     as written in the source, type arguments cut off, when not; empty when nothing at all is known. Never null.
 * @param resolved whether {@code text} is known to be the qualified name
 */
public record TypeName(String text, boolean resolved) implements Comparable<TypeName> {
    /** Nothing is known of the type. */
    public static final TypeName UNKNOWN = new TypeName("", false);

    public static final TypeName VOID = resolved("void");
    public static final TypeName BOOLEAN = resolved("boolean");
    public static final TypeName INT = resolved("int");
    public static final TypeName STRING = resolved("java.lang.String");
    public static final TypeName OBJECT = resolved("java.lang.Object");
    public static final TypeName THROWABLE = resolved("java.lang.Throwable");

    public TypeName {
        Objects.requireNonNull(text, "text");
    }

    /** A name known to be fully qualified. */
    public static TypeName resolved(String qualified) {
        return new TypeName(qualified, true);
    }

    /** A name as it stands in the source, not resolved; an empty one is {@link #UNKNOWN}. */
    public static TypeName written(String name) {
        return name.isEmpty() ? UNKNOWN : new TypeName(name, false);
    }

    /** The last part of the name: {@code Entry} of {@code java.util.Map.Entry}; empty when unknown. */
    public String simple() {
        return text.substring(text.lastIndexOf('.') + 1);
    }

    public boolean isUnknown() {
        return text.isEmpty();
    }

    /** Whether this is the type of that qualified name; an unresolved name is compared by its simple name. */
    public boolean is(String qualified) {
        return resolved ? text.equals(qualified) : !text.isEmpty() && simple().equals(simpleOf(qualified));
    }

    private static String simpleOf(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }

    // Written out, here and in the other keys of large maps: what the compiler generates for records is slow until it
    // is hot.

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof TypeName name && resolved == name.resolved && text.equals(name.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public int compareTo(TypeName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text.isEmpty() ? "?" : text;
    }
}
