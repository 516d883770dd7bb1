package org.runincident.flow.status;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.runincident.code.TypeName;

/**
 * What is known of a value at one point of a path.
 *
 * @param ref which object it is; null when it is none of those told apart
 * @param atoms exact values it can have
 * @param open whether it can also be something else
 * @param except values it cannot have, when open
 * @param carries the reason it says when it is recorded; null when only its type tells
 * @param parameters indexes of the parameters it may have been handed in by, unchanged
 */
record AbstractValue(
        Ref ref,
        TypeName type,
        Set<Atom> atoms,
        boolean open,
        Set<Atom> except,
        Reason carries,
        Set<Integer> parameters) {

    private static final int MOST_ATOMS = 24;

    static final AbstractValue UNKNOWN = unknown(null, TypeName.UNKNOWN);
    static final AbstractValue NULL = exactly(Atom.NULL, TypeName.UNKNOWN);

    static AbstractValue unknown(Ref ref, TypeName type) {
        return new AbstractValue(ref, type, Set.of(), true, Set.of(), null, Set.of());
    }

    static AbstractValue exactly(Atom atom, TypeName type) {
        return new AbstractValue(null, type, Set.of(atom), false, Set.of(), null, Set.of());
    }

    static AbstractValue parameter(Ref.Parameter ref) {
        return new AbstractValue(ref, ref.type(), Set.of(), true, Set.of(), null, Set.of(ref.index()));
    }

    AbstractValue carrying(Reason reason) {
        return new AbstractValue(ref, type, atoms, open, except, reason, parameters);
    }

    AbstractValue named(Ref other) {
        return new AbstractValue(other, type, atoms, open, except, carries, parameters);
    }

    AbstractValue typed(TypeName other) {
        return new AbstractValue(ref, other, atoms, open, except, carries, parameters);
    }

    AbstractValue orAlso(Collection<Atom> more) {
        return new AbstractValue(ref, type, union(atoms, more), open, minus(except, more), carries, parameters);
    }

    /** The same, or any other. */
    AbstractValue orAnything() {
        return new AbstractValue(ref, type, atoms, true, Set.of(), carries, parameters);
    }

    /** The one value it must have; null when several are possible. */
    Atom only() {
        return !open && atoms.size() == 1 ? atoms.iterator().next() : null;
    }

    boolean can(Atom atom) {
        return atoms.contains(atom) || open && !except.contains(atom);
    }

    boolean isNull() {
        return only() == Atom.NULL;
    }

    /** Whether some path is known to leave null here; a value nothing is known of is taken for given. */
    boolean mayBeNull() {
        return atoms.contains(Atom.NULL);
    }

    /** After a test that it is one of these; null when it cannot be. */
    AbstractValue among(Collection<Atom> these) {
        Set<Atom> left = new TreeSet<>();
        for (Atom atom : these) {
            if (can(atom)) {
                left.add(atom);
            }
        }
        return left.isEmpty() ? null : new AbstractValue(ref, type, left, false, Set.of(), carries, parameters);
    }

    /** After a test that it is none of these; null when it must be. */
    AbstractValue without(Collection<Atom> these) {
        Set<Atom> left = minus(atoms, these);
        if (left.isEmpty() && !open) {
            return null;
        }
        return new AbstractValue(ref, type, left, open, open ? union(except, these) : Set.of(), carries, parameters);
    }

    /** What is known whichever of two paths was taken. */
    AbstractValue or(AbstractValue other) {
        if (equals(other)) {
            return this;
        }
        Set<Atom> all = union(atoms, other.atoms);
        boolean anything = open || other.open || all.size() > MOST_ATOMS;
        Set<Atom> never = new TreeSet<>();
        if (anything) {
            for (Atom atom : union(except, other.except)) {
                if (!can(atom) && !other.can(atom)) {
                    never.add(atom);
                }
            }
        }
        Set<Integer> from = new TreeSet<>(parameters);
        from.addAll(other.parameters);
        return new AbstractValue(
                ref != null && ref.equals(other.ref) ? ref : isNull() ? other.ref : other.isNull() ? ref : null,
                type.isUnknown() ? other.type : type,
                all,
                anything,
                never,
                carries == null || other.carries == null ? null : carries.or(other.carries),
                from);
    }

    private static Set<Atom> union(Set<Atom> some, Collection<Atom> more) {
        if (more.isEmpty()) {
            return some;
        }
        Set<Atom> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    private static Set<Atom> minus(Set<Atom> some, Collection<Atom> less) {
        if (some.isEmpty()) {
            return some;
        }
        Set<Atom> left = new TreeSet<>(some);
        left.removeAll(Set.copyOf(less));
        return left;
    }
}
