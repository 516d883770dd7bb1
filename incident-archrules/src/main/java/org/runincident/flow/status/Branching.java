package org.runincident.flow.status;

import java.util.ArrayList;
import java.util.List;
import org.runincident.flow.Condition;
import org.runincident.flow.Dispatch.Label;
import org.runincident.flow.Value;

/** What a branch taken says about the values tested; a branch that cannot be taken ends the path. */
final class Branching {

    private Branching() {}

    /** Narrows the state by a condition; false when the condition cannot hold there. */
    static boolean take(PathState state, Condition condition) {
        if (condition == null) {
            return true;
        }
        AbstractValue value = state.read(condition.subject());
        AbstractValue narrowed = narrowed(state, value, condition);
        if (narrowed == null) {
            return false;
        }
        if (narrowed != value) {
            state.write(condition.subject(), narrowed);
            if (narrowed.ref() != null) {
                state.setMember(narrowed.ref(), narrowed);
            }
        }
        return true;
    }

    private static AbstractValue narrowed(PathState state, AbstractValue value, Condition condition) {
        if (condition instanceof Condition.IsTrue test) {
            return value.among(List.of(Atom.of(test.holds())));
        }
        if (condition instanceof Condition.IsNull test) {
            List<Atom> none = List.of(Atom.NULL);
            return test.holds() ? value.among(none) : value.without(none);
        }
        if (condition instanceof Condition.IsEqual test) {
            return equal(state, value, test);
        }
        if (condition instanceof Condition.IsInstance test) {
            if (value.isNull()) {
                return test.holds() ? null : value;
            }
            return test.holds() ? value.without(List.of(Atom.NULL)) : value;
        }
        return ofLabels(value, (Condition.IsOneOf) condition);
    }

    private static AbstractValue equal(PathState state, AbstractValue value, Condition.IsEqual test) {
        AbstractValue other = state.read(test.other());
        Atom exact = other.only();
        if (exact != null && exact.kind() == Atom.Kind.TEXT && isRendered(value)) {
            return rendered(value, exact.text(), test.holds());
        }
        if (exact != null) {
            return test.holds() ? value.among(List.of(exact)) : value.without(List.of(exact));
        }
        Atom own = value.only();
        if (own != null && test.other() instanceof Value.Variable) {
            AbstractValue narrowed = test.holds() ? other.among(List.of(own)) : other.without(List.of(own));
            if (narrowed == null) {
                return null;
            }
            state.write(test.other(), narrowed);
        }
        return value;
    }

    /** {@code status.name()}: a constant in the form of a text. */
    private static boolean isRendered(AbstractValue value) {
        return value.atoms().stream().anyMatch(atom -> atom.kind() == Atom.Kind.CONSTANT);
    }

    /** A constant may be written in other words than its name. */
    private static AbstractValue rendered(AbstractValue value, String text, boolean holds) {
        List<Atom> named = value.atoms().stream()
                .filter(atom -> atom.kind() == Atom.Kind.CONSTANT && atom.text().equals(text))
                .toList();
        return named.isEmpty() ? value : holds ? value.among(named) : value.without(named);
    }

    private static AbstractValue ofLabels(AbstractValue value, Condition.IsOneOf test) {
        List<Atom> named = new ArrayList<>();
        for (Label label : test.labels()) {
            if (label instanceof Label.Named constant) {
                named.add(new Atom(Atom.Kind.CONSTANT, value.type(), constant.name()));
            } else if (label instanceof Label.OfValue literal) {
                named.add(Atom.of(new Value.Literal(literal.value(), value.type())));
            } else if (label instanceof Label.OfNull) {
                named.add(Atom.NULL);
            } else {
                return value;
            }
        }
        return test.holds() ? value.among(named) : value.without(named);
    }
}
