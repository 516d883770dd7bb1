package org.runincident.flow.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.runincident.code.TypeName;
import org.runincident.vocabulary.Vocabulary;

/** What a call hands out, by its shape alone: members, texts, statuses made of others, answers to questions. */
final class CallResults {

    private static final Set<String> PLAIN =
            Set.of("void", "boolean", "int", "long", "short", "byte", "char", "float", "double");

    private final StatusTypes types;
    private final Vocabulary vocabulary;
    private final Reasons reasons;

    CallResults(MethodScope scope, Reasons reasons) {
        this.types = scope.types();
        this.vocabulary = scope.types().vocabulary();
        this.reasons = reasons;
    }

    /** What is known of the result by the call's shape. */
    AbstractValue result(PathState state, Invocation call) {
        AbstractValue special = special(state, call);
        if (special != null) {
            return special;
        }
        Ref ref = call.memberOrMade();
        AbstractValue known = state.member(ref);
        if (known != null) {
            return known;
        }
        AbstractValue result = AbstractValue.unknown(ref, call.resultType()).carrying(saidByText(call));
        if (types.isReasonObject(result.type())) {
            result = Texts.madeFrom(call.arguments(), result);
        }
        boolean exceptions = call.receiverKnown() != null
                && types.isThrowable(call.receiverKnown().type());
        return exceptions && types.isStatus(call.resultType())
                ? result.orAlso(Set.of(Atom.someBadEnd(call.resultType())))
                : result;
    }

    /** What a text says that a call makes of an exception: its message, its stack trace; null when it does not. */
    private Reason saidByText(Invocation call) {
        TypeName type = call.resultType();
        if (PLAIN.contains(type.text()) || types.isStatus(type) || types.isThrowable(type)) {
            return null;
        }
        List<AbstractValue> from = new ArrayList<>(call.arguments());
        if (call.receiverKnown() != null) {
            from.add(call.receiverKnown());
        }
        return reasons.ofText(from);
    }

    private AbstractValue special(PathState state, Invocation call) {
        String name = call.name();
        List<AbstractValue> arguments = call.arguments();
        boolean fixed = call.declaration() == null || call.declaration().isStatic();
        if (fixed
                && name.equals("valueOf")
                && arguments.size() == 1
                && types.isStatus(call.method().owner())) {
            Atom text = arguments.get(0).only();
            return text == null
                    ? null
                    : AbstractValue.exactly(
                            new Atom(Atom.Kind.CONSTANT, call.method().owner(), text.text()),
                            call.method().owner());
        }
        if (call.receiver() == null
                && call.receiverKnown() == null
                && arguments.size() == 1
                && vocabulary.lists().words("transparentMethods").contains(name)
                && !types.isStatus(call.method().owner())
                && saidByText(call) == null) {
            return arguments.get(0);
        }
        String format = Texts.formatOf(call);
        if (!format.isEmpty()) {
            return AbstractValue.unknown(call.made(), TypeName.STRING)
                    .carrying(saidByText(call))
                    .orAlso(Set.of(Atom.template(format)));
        }
        if (name.equals("empty") && arguments.isEmpty() && call.method().owner().is("java.util.Optional")) {
            return AbstractValue.NULL;
        }
        AbstractValue status = ofStatus(state, call);
        if (status != null) {
            return status;
        }
        AbstractValue answer = ofFailed(state, call);
        if (answer != null) {
            return answer;
        }
        if (call.receiver() != null && isFluent(call)) {
            AbstractValue receiver = call.receiverKnown();
            return AbstractValue.unknown(receiver.ref(), call.resultType());
        }
        return null;
    }

    /** {@code job.isFailed()} after {@code job.setStatus(FAILED)}; null when nothing is known of its status. */
    private AbstractValue ofFailed(PathState state, Invocation call) {
        Boolean answer =
                call.isGetter() && call.receiver() != null && call.name().startsWith("is")
                        ? vocabulary.statuses().predicateOfBadEnd(call.name())
                        : null;
        if (answer == null) {
            return null;
        }
        Set<Boolean> failed = new java.util.HashSet<>();
        state.members((ref, value) -> {
            if (ref instanceof Ref.Member member
                    && member.of().equals(call.receiver())
                    && types.isStatus(value.type())) {
                failed.add(!value.open()
                        && !value.atoms().isEmpty()
                        && value.atoms().stream().allMatch(types::isBadEnd));
            }
        });
        return failed.equals(Set.of(true)) ? AbstractValue.exactly(Atom.of(answer), TypeName.BOOLEAN) : null;
    }

    private boolean isFluent(Invocation call) {
        String name = call.name();
        if (name.equals("build") || name.equals("toBuilder") || name.equals("buildPartial")) {
            return true;
        }
        if (call.arguments().isEmpty()) {
            return false;
        }
        TypeName from = call.receiverKnown() == null
                ? TypeName.UNKNOWN
                : call.receiverKnown().type();
        TypeName to = call.resultType();
        boolean same = from.equals(to) && !from.isUnknown() && !from.text().startsWith("java.lang.String");
        boolean verb = Accessors.written(name) != null || name.startsWith("add") || name.startsWith("append");
        boolean builder = from.simple().endsWith("Builder");
        return same && (verb || builder) || builder && to.isUnknown() || verb && to.isUnknown();
    }

    /** {@code FAILED.name()}, {@code FAILED.getCode()}: the status in the form in which it is stored or sent. */
    private boolean isRendering(Invocation call, TypeName type) {
        if (!call.arguments().isEmpty() || vocabulary.reasons().isSlot(call.name())) {
            return false;
        }
        return types.isPlain(type)
                || type.isUnknown()
                        && vocabulary.statuses().predicateOfBadEnd(call.name()) == null
                        && !call.name().startsWith("is")
                        && !call.name().startsWith("has");
    }

    /**
     * {@code FAILED.isTerminal()}, {@code status.upgradeTo(FAILED)}, {@code FAILED.withDescription(text)}: what a method of
     * a status makes of it.
     *
     * @return null when nothing is known, or it is no method of a status
     */
    AbstractValue ofStatus(PathState state, Invocation call) {
        AbstractValue receiver = call.receiverKnown();
        if (receiver == null || !types.isStatus(receiver.type())) {
            return null;
        }
        Set<Atom> atoms = new TreeSet<>();
        boolean copied = receiver.ref() instanceof Ref.Member;
        receiver.atoms().stream().filter(types::isBadEnd).forEach(atoms::add);
        if (Accessors.memberName(call.name()) != null
                && call.arguments().isEmpty()
                && !isRendering(call, call.resultType())) {
            boolean all = !receiver.open()
                    && !atoms.isEmpty()
                    && atoms.size() == receiver.atoms().size();
            Boolean answer = all ? vocabulary.statuses().predicateOfBadEnd(call.name()) : null;
            return answer == null ? null : AbstractValue.exactly(Atom.of(answer), TypeName.BOOLEAN);
        }
        TypeName type = call.resultType();
        if (isRendering(call, type)) {
            return receiver.open() || receiver.atoms().isEmpty()
                    ? null
                    : receiver.named(call.made()).typed(type);
        }
        if (!type.isUnknown() && !types.isStatus(type)) {
            return null;
        }
        if (copied) {
            atoms.clear();
        }
        for (AbstractValue argument : call.arguments()) {
            if (!(argument.ref() instanceof Ref.Member)) {
                argument.atoms().stream().filter(types::isBadEnd).forEach(atoms::add);
            }
        }
        Reason carried = receiver.carries() == null ? Reason.NONE : receiver.carries();
        carried = carried.and(reasons.handedOver(state, call.arguments(), call.declaration()));
        if (atoms.isEmpty() && carried.isNone()) {
            return null;
        }
        boolean closed = !receiver.open() && !copied && atoms.size() == 1;
        return new AbstractValue(
                call.made(),
                type.isUnknown() ? receiver.type() : type,
                atoms,
                !closed,
                Set.of(),
                carried.isNone() ? null : carried,
                Set.of());
    }
}
