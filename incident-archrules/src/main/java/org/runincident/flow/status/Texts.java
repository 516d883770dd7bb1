package org.runincident.flow.status;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.runincident.flow.Value;

/** What of a message or code is fixed in the source. */
final class Texts {

    private static final int LONGEST = 160;

    private Texts() {}

    /** The fixed texts a value can say; a constant is named with its type, {@code ErrorCode.TIMEOUT}. */
    static SortedSet<String> of(AbstractValue value) {
        SortedSet<String> texts = new TreeSet<>();
        for (Atom atom : value.atoms()) {
            switch (atom.kind()) {
                case TEXT, TEMPLATE -> texts.add(shortened(atom.text().strip()));
                case CONSTANT -> texts.add(atom.type().simple() + "." + atom.text());
                case NUMBER -> texts.add(atom.text());
                case NULL, BOOLEAN, SOME_BAD_END -> {}
            }
        }
        texts.remove("");
        return texts;
    }

    /** A reason object says what it was made from. */
    static AbstractValue madeFrom(Collection<AbstractValue> arguments, AbstractValue made) {
        Set<Atom> said = new TreeSet<>();
        for (AbstractValue argument : arguments) {
            of(argument).forEach(text -> said.add(Atom.template(text)));
        }
        return said.isEmpty() ? made : made.orAlso(said);
    }

    /** A text put together from parts, a gap for each that is not fixed; empty when none is. */
    static String joined(PathState state, List<Value> parts) {
        StringBuilder text = new StringBuilder();
        boolean fixed = false;
        for (Value part : parts) {
            String known = known(state.read(part));
            fixed |= known != null;
            text.append(known != null ? known : gap(part, state.read(part)));
        }
        return fixed ? shortened(text.toString()) : "";
    }

    private static String known(AbstractValue value) {
        if (value.atoms().size() != 1) {
            return null;
        }
        Atom atom = value.atoms().iterator().next();
        boolean text = atom.kind() == Atom.Kind.TEXT && !value.open() || atom.kind() == Atom.Kind.TEMPLATE;
        return text && !(value.ref() instanceof Ref.Parameter) ? atom.text() : null;
    }

    private static String gap(Value part, AbstractValue value) {
        if (part instanceof Value.Variable variable) {
            return "{" + variable.name() + "}";
        }
        return value.ref() instanceof Ref.Member member && !member.name().equals(MethodScope.LOADED)
                ? "{" + member.name() + "}"
                : "{}";
    }

    /** The pattern of {@code String.format(..)} and {@code "..".formatted(..)}; empty when the call is neither. */
    static String formatOf(Invocation call) {
        AbstractValue pattern = null;
        if (call.name().equals("format") && !call.arguments().isEmpty()) {
            AbstractValue first = call.arguments().get(0);
            pattern = first.only() == null && call.arguments().size() > 1
                    ? call.arguments().get(1)
                    : first;
        } else if (call.name().equals("formatted")) {
            pattern = call.receiverKnown();
        }
        Atom only = pattern == null ? null : pattern.only();
        return only != null && only.kind() == Atom.Kind.TEXT ? shortened(only.text()) : "";
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "\u2026";
    }
}
