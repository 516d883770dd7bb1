package org.runincident.flow.status;

import java.util.List;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.ParameterDeclaration;
import org.runincident.code.TypeName;

/** What a value says about why, when it is put into a slot or handed over. */
final class Reasons {

    private final StatusTypes types;

    Reasons(StatusTypes types) {
        this.types = types;
    }

    /** The reason a value gives in a slot that can hold that much; NONE when it may be null or says nothing. */
    Reason said(PathState state, AbstractValue value, Reason.Level slot) {
        if (slot == Reason.Level.NONE
                || value.mayBeNull()
                || value.atoms().stream().anyMatch(this::saysNothing)) {
            return Reason.NONE;
        }
        if (types.isStatus(value.type())) {
            if (value.carries() != null) {
                return value.carries();
            }
            return value.ref() == null
                    ? Reason.NONE
                    : state.subject(value.ref()).reason();
        }
        if (!value.parameters().isEmpty()) {
            return Reason.givenBy(value.parameters(), slot);
        }
        if (value.ref() instanceof Ref.Member member && types.slot(member.name(), value.type()) != Reason.Level.NONE) {
            return ofSlot(member, slot);
        }
        return Reason.of(slot).saying(Texts.of(value));
    }

    /** The reason of another object: as good as that object's. */
    private static Reason ofSlot(Ref.Member slot, Reason.Level level) {
        if (slot.of() instanceof Ref.Parameter parameter) {
            return Reason.givenBy(List.of(parameter.index()), level);
        }
        return slot.of() instanceof Ref.Receiver ? Reason.givenBy(List.of(-1), level) : Reason.of(level);
    }

    /** Whether a slot that takes it is empty from then on: null, blank, a word that says nothing. */
    boolean saysNothing(AbstractValue value) {
        Atom only = value.only();
        return only != null && (only.kind() == Atom.Kind.NULL || only.kind() == Atom.Kind.TEXT) && saysNothing(only);
    }

    private boolean saysNothing(Atom atom) {
        return switch (atom.kind()) {
            case TEXT -> types.vocabulary().reasons().isEmptyText(atom.text());
            case CONSTANT -> types.isStatus(atom.type());
            case NULL, BOOLEAN, SOME_BAD_END -> true;
            case NUMBER, TEMPLATE -> false;
        };
    }

    /** What a text says that is made from these; null when no exception is among them. */
    Reason ofText(List<AbstractValue> parts) {
        Reason all = null;
        for (AbstractValue part : parts) {
            Reason said = part.carries();
            if (types.isThrowable(part.type()) && !part.isNull()) {
                said = part.parameters().isEmpty() ? Reason.TEXT : Reason.givenBy(part.parameters(), Reason.Level.TEXT);
            } else if (types.isStatus(part.type())) {
                said = null;
            }
            all = said == null ? all : all == null ? said : all.and(said);
        }
        return all;
    }

    /** How much an object says by its type alone; NONE for text, whose place decides. */
    Reason.Level byType(AbstractValue value, TypeName declared) {
        if (types.carriesStatus(value.type())) {
            // It says how the run stands; why, only its message tells.
            return Reason.Level.TEXT;
        }
        return types.isReasonObject(value.type()) || types.isReasonObject(declared)
                ? Reason.Level.STRUCTURED
                : Reason.Level.NONE;
    }

    /** What the arguments of a call say about why, whatever the callee makes of them. */
    Reason handedOver(PathState state, List<AbstractValue> arguments, MethodDeclaration declaration) {
        Reason all = Reason.NONE;
        for (int i = 0; i < arguments.size(); i++) {
            AbstractValue argument = arguments.get(i);
            all = all.and(said(state, argument, slotOf(argument, parameter(declaration, i))));
        }
        return all;
    }

    /** Only what was made from an exception: log entries, a description. */
    Reason derivedHandedOver(PathState state, List<AbstractValue> arguments) {
        Reason all = Reason.NONE;
        for (AbstractValue argument : arguments) {
            if (argument.carries() != null && !types.isStatus(argument.type())) {
                all = all.and(said(state, argument, Reason.Level.TEXT));
            }
        }
        return all;
    }

    /** Only exceptions and reason objects among the arguments. */
    Reason objectsHandedOver(PathState state, List<AbstractValue> arguments) {
        Reason all = Reason.NONE;
        for (AbstractValue argument : arguments) {
            all = all.and(said(state, argument, byType(argument, TypeName.UNKNOWN)));
        }
        return all;
    }

    private Reason.Level slotOf(AbstractValue argument, ParameterDeclaration parameter) {
        if (types.isStatus(argument.type())) {
            return Reason.Level.NONE;
        }
        Reason.Level byType = byType(argument, parameter == null ? TypeName.UNKNOWN : parameter.type());
        if (byType != Reason.Level.NONE || argument.isNull()) {
            return byType;
        }
        if (argument.carries() != null && argument.type().is("java.lang.String")) {
            return Reason.Level.TEXT;
        }
        if (parameter != null) {
            return types.slot(parameter.name(), parameter.type());
        }
        String name = nameOf(argument.ref());
        return name.isEmpty() ? Reason.Level.NONE : types.slot(name, argument.type());
    }

    /** The parameter an argument goes to; the last one takes the rest; null when the declaration is unknown. */
    static ParameterDeclaration parameter(MethodDeclaration declaration, int index) {
        if (declaration == null || declaration.parameters().isEmpty()) {
            return null;
        }
        List<ParameterDeclaration> parameters = declaration.parameters();
        return parameters.get(Math.min(index, parameters.size() - 1));
    }

    private static String nameOf(Ref ref) {
        if (ref instanceof Ref.Member member) {
            return member.name();
        }
        if (ref instanceof Ref.Parameter parameter) {
            return parameter.name();
        }
        return ref instanceof Ref.Named named ? named.name() : "";
    }
}
