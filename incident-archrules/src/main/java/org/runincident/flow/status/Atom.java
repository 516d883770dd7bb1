package org.runincident.flow.status;

import java.util.Comparator;
import org.runincident.code.TypeName;
import org.runincident.flow.Value;

/**
 * One exact value.
 *
 * @param type of the constant; UNKNOWN for null
 * @param text name of the constant, or the literal as text
 */
public record Atom(Kind kind, TypeName type, String text) implements Comparable<Atom> {

    /** What kind of value it is. */
    enum Kind {
        NULL,
        CONSTANT,
        TEXT,
        /** A text with gaps, or what an object made from such texts says: always beside other values. */
        TEMPLATE,
        NUMBER,
        BOOLEAN,
        /** Some bad end, nobody knows which: what an exception says its status is. */
        SOME_BAD_END
    }

    static final Atom NULL = new Atom(Kind.NULL, TypeName.UNKNOWN, "null");
    static final Atom TRUE = new Atom(Kind.BOOLEAN, TypeName.BOOLEAN, "true");
    static final Atom FALSE = new Atom(Kind.BOOLEAN, TypeName.BOOLEAN, "false");

    private static final Comparator<Atom> ORDER =
            Comparator.comparing(Atom::kind).thenComparing(Atom::type).thenComparing(Atom::text);

    static Atom of(boolean value) {
        return value ? TRUE : FALSE;
    }

    static Atom of(Value.Constant constant) {
        TypeName type = isPlain(constant.type()) ? constant.owner() : constant.type();
        return new Atom(Kind.CONSTANT, type, constant.name());
    }

    /** A constant that is a number or a text belongs to those it stands with. */
    private static boolean isPlain(TypeName type) {
        return type.isUnknown() || type.is("java.lang.String") || !type.text().contains(".");
    }

    static Atom of(Value.Literal literal) {
        Object value = literal.value();
        if (value instanceof Boolean b) {
            return of(b.booleanValue());
        }
        return value instanceof String s
                ? new Atom(Kind.TEXT, TypeName.STRING, s)
                : new Atom(Kind.NUMBER, TypeName.INT, String.valueOf(value));
    }

    static Atom template(String text) {
        return new Atom(Kind.TEMPLATE, TypeName.STRING, text);
    }

    static Atom someBadEnd(TypeName type) {
        return new Atom(Kind.SOME_BAD_END, type, "a failed status");
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Atom atom && kind == atom.kind && text.equals(atom.text) && type.equals(atom.type);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * kind.ordinal() + text.hashCode()) + type.hashCode();
    }

    @Override
    public int compareTo(Atom other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text;
    }
}
