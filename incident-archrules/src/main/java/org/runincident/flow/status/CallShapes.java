package org.runincident.flow.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.ParameterDeclaration;
import org.runincident.code.TypeName;
import org.runincident.vocabulary.Vocabulary;
import org.runincident.vocabulary.Words;

/** What a call does by its shape alone, where no body says it: setters, recorders, getters, atomics, maps, fluent chains. */
final class CallShapes {

    private static final Set<String> PLAIN =
            Set.of("void", "boolean", "int", "long", "short", "byte", "char", "float", "double");

    /** Methods by which something is put into a slot that is a list, a map, a buffer or a future. */
    private static final Set<String> FILLERS = Set.of(
            "add",
            "addAll",
            "addFirst",
            "addLast",
            "append",
            "appendLine",
            "insert",
            "offer",
            "push",
            "put",
            "putIfAbsent",
            "set",
            "compareAndSet",
            "complete",
            "completeExceptionally");

    private static final Set<String> ADDERS = Set.of("add", "addFirst", "addLast", "push", "append");

    /** Last words of a list of the states that a run has been in. */
    private static final Set<String> STATE_LISTS = Set.of("state", "states", "statuses", "history");

    private final MethodScope scope;
    private final StatusTypes types;
    private final Vocabulary vocabulary;
    private final Reasons reasons;
    private final StatusWrites writes;
    private final Entries entries;

    CallShapes(MethodScope scope, Reasons reasons, StatusWrites writes) {
        this.scope = scope;
        this.types = scope.types();
        this.vocabulary = types.vocabulary();
        this.reasons = reasons;
        this.writes = writes;
        this.entries = new Entries(scope, writes);
    }

    /**
     * The member a method hands out by its name: {@code status} of {@code getStatus}.
     *
     * @return null when the name is not that of a getter
     */
    static String memberName(String method) {
        if (method.length() > 3 && method.startsWith("get") && Character.isUpperCase(method.charAt(3))) {
            return decapitalize(method.substring(3));
        }
        boolean predicate = method.length() > 2 && method.startsWith("is") && Character.isUpperCase(method.charAt(2))
                || method.length() > 3 && method.startsWith("has") && Character.isUpperCase(method.charAt(3));
        return predicate ? method : null;
    }

    /** Whether something is put by that method into a list, a map, a buffer or a future. */
    static boolean isFiller(String method) {
        return FILLERS.contains(method);
    }

    /** The member a setter writes: {@code reason} of {@code setReason} and {@code withReason}; null when it is none. */
    static String written(String method) {
        for (String verb : List.of("set", "with")) {
            if (method.length() > verb.length()
                    && method.startsWith(verb)
                    && Character.isUpperCase(method.charAt(verb.length()))) {
                return decapitalize(method.substring(verb.length()));
            }
        }
        return null;
    }

    private static String decapitalize(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** The paths after a creation whose constructor is not visible; parameters are matched by name and type. */
    List<PathState> create(PathState state, Invocation call) {
        List<PathState> document = entries.create(state, call);
        if (document != null) {
            return document;
        }
        List<PathState> states = new ArrayList<>(List.of(state));
        List<ParameterDeclaration> slots = slotsOf(call);
        for (int i = 0; i < call.arguments().size() && i < slots.size(); i++) {
            ParameterDeclaration slot = slots.get(i);
            if (!types.holdsStatus(slot.name(), slot.type())
                    && types.slot(slot.name(), slot.type()) == Reason.Level.NONE) {
                continue;
            }
            List<PathState> next = new ArrayList<>();
            for (PathState each : states) {
                next.addAll(writes.slot(
                        each,
                        call.made(),
                        slot.name(),
                        slot.type(),
                        call.arguments().get(i),
                        call.at(),
                        types.isThrowable(call.method().owner())
                                ? FailSite.Kind.EXCEPTION
                                : FailSite.Kind.CONSTRUCTOR));
            }
            states = next;
        }
        return states;
    }

    private List<ParameterDeclaration> slotsOf(Invocation call) {
        MethodDeclaration declaration = call.declaration();
        if (declaration != null) {
            return declaration.parameters();
        }
        return types.declarations()
                .type(call.method().owner())
                .map(type -> type.components())
                .orElse(List.of());
    }

    /** The paths after a call; the result is written by {@link #result}. */
    List<PathState> call(PathState state, Invocation call) {
        String name = call.name();
        Ref receiver = call.receiver() != null ? call.receiver() : call.made();
        boolean onStatus = call.receiverKnown() != null
                && types.isStatus(call.receiverKnown().type());
        boolean onTelemetry =
                vocabulary.bystanders().isTelemetry(call.method().owner().simple());
        boolean former = StatusTypes.isFormer(vocabulary.statuses().property(name));
        if (vocabulary.statuses().isSetter(name)
                && !call.arguments().isEmpty()
                && !onStatus
                && !onTelemetry
                && !former
                && !isAccount(call, receiver)) {
            List<PathState> after = setter(state, call, receiver);
            if (after != null) {
                return after;
            }
        }
        entries.asked(state, call);
        if (isAtomicWrite(call)) {
            return atomic(state, call);
        }
        String member = written(name);
        if (member != null && call.arguments().size() == 1) {
            TypeName type = parameterType(call, 0);
            return writes.slot(state, receiver, member, type, call.arguments().get(0), call.at(), FailSite.Kind.SETTER);
        }
        if (vocabulary.reasons().isRecorder(name) && !call.arguments().isEmpty()) {
            record(state, call, receiver);
            return List.of(state);
        }
        List<PathState> added = addedState(state, call);
        if (added != null) {
            return added;
        }
        if (call.receiver() instanceof Ref.Member slot
                && !call.arguments().isEmpty()
                && FILLERS.contains(name)
                && types.slot(slot.name(), call.receiverKnown().type()) != Reason.Level.NONE) {
            AbstractValue kept = call.arguments().get(call.arguments().size() - 1);
            Reason.Level level = types.isThrowable(kept.type()) ? Reason.Level.STRUCTURED : Reason.Level.TEXT;
            writes.reason(state, slot.of(), kept, level, call.at());
            return List.of(state);
        }
        List<PathState> entered = entries.call(state, call);
        if (entered != null) {
            return entered;
        }
        return List.of(state);
    }

    private boolean isAccount(Invocation call, Ref receiver) {
        String slot = written(call.name());
        return slot != null
                && call.arguments().size() == 1
                && types.isAccount(
                        receiver.type(), slot, call.arguments().get(0).type());
    }

    /** {@code addFailure(problem)}, {@code store.updateReason(id, text)}: the object, or what the id stands for, is told. */
    private void record(PathState state, Invocation call, Ref receiver) {
        int last = call.arguments().size() - 1;
        Ref id = last > 0 && isStoreOf(call) ? idAmong(call.arguments().subList(0, last)) : null;
        for (AbstractValue argument : call.arguments()) {
            if (!types.isStatus(argument.type()) && (id == null || !id.equals(argument.ref()))) {
                Reason.Level byType = reasons.byType(argument, TypeName.UNKNOWN);
                Reason.Level level = byType == Reason.Level.NONE ? Reason.Level.TEXT : byType;
                writes.reason(state, receiver, argument, level, call.at());
                if (id != null) {
                    writes.reason(state, loadedBy(id, call), argument, level, call.at());
                }
            }
        }
    }

    /** {@code history.add(new FailedState())}: a run that keeps its states as a list takes the last one. */
    private List<PathState> addedState(PathState state, Invocation call) {
        if (!(call.receiver() instanceof Ref.Member slot)
                || call.arguments().isEmpty()
                || !ADDERS.contains(call.name())
                || !STATE_LISTS.contains(Words.last(slot.name()))) {
            return null;
        }
        AbstractValue added = call.arguments().get(call.arguments().size() - 1);
        StateObjects states = types.stateObjects();
        return states.isRoot(added.type()) || states.isBadEnd(added.type())
                ? writes.status(state, slot.of(), slot.name(), added.type(), added, call.at(), FailSite.Kind.SETTER)
                : null;
    }

    /** {@code addTransition(RUNNING, FAILED)}, {@code new Edge(RUNNING, FAILED)}: says what may happen, not what does. */
    boolean isTable(Invocation call) {
        if (isAtomicWrite(call)
                || types.isStatus(call.resultType())
                || vocabulary.statuses().isSetter(call.name())
                || vocabulary.transitions().isTransition(call.name())) {
            return false;
        }
        Set<TypeName> seen = new java.util.HashSet<>();
        for (AbstractValue argument : call.arguments()) {
            Atom only = argument.only();
            if (only != null
                    && only.kind() == Atom.Kind.CONSTANT
                    && types.isStatus(only.type())
                    && !seen.add(only.type())) {
                return true;
            }
        }
        return false;
    }

    /** A setter by its name; null when no argument can be a status. */
    private List<PathState> setter(PathState state, Invocation call, Ref receiver) {
        List<AbstractValue> arguments = call.arguments();
        for (int i = arguments.size() - 1; i >= 0; i--) {
            AbstractValue argument = arguments.get(i);
            if (isComparedWith(call, i)) {
                continue;
            }
            boolean text = argument.atoms().stream().anyMatch(types::isBadEnd);
            if (types.isStatus(argument.type())
                    || types.isStatus(parameterType(call, i))
                    || text && vocabulary.statuses().isStatusName(call.name())) {
                Ref id = i > 0 && isStoreOf(call) ? idAmong(arguments.subList(0, i)) : null;
                Ref subject = id != null ? loadedBy(id, call) : receiver;
                Reason told = reasons.handedOver(state, arguments, call.declaration());
                if (!told.isNone()) {
                    writes.tell(state, subject, told, call.at());
                }
                return writes.status(
                        state,
                        subject,
                        vocabulary.statuses().property(call.name()),
                        argument.type(),
                        argument,
                        call.at(),
                        FailSite.Kind.SETTER);
            }
        }
        return null;
    }

    /** The status that must be there before, not the one that is given: {@code updateState(id, newState, oldState)}. */
    private static boolean isComparedWith(Invocation call, int index) {
        ParameterDeclaration parameter = Reasons.parameter(call.declaration(), index);
        return parameter != null
                && call.arguments().size() > 1
                && Set.of(
                                "old",
                                "previous",
                                "prev",
                                "from",
                                "expected",
                                "current",
                                "before",
                                "original",
                                "last",
                                "other")
                        .contains(Words.of(parameter.name()).get(0));
    }

    /** {@code store.updateStatus(id, FAILED)}: the subject is what the id stands for, not the store. */
    private boolean isStoreOf(Invocation call) {
        return call.receiver() == null || !types.holdsStatus("", call.receiver().type());
    }

    /** The argument that says whose status it is: the first that is no connection, context or switch. */
    private static Ref idAmong(List<AbstractValue> arguments) {
        return arguments.stream()
                .filter(argument -> argument.ref() != null && !isAside(argument.type()))
                .map(AbstractValue::ref)
                .findFirst()
                .orElse(null);
    }

    private static boolean isAside(TypeName type) {
        String simple = type.simple();
        return simple.equalsIgnoreCase("boolean")
                || Set.of(
                                "Connection",
                                "Context",
                                "Session",
                                "Manager",
                                "Handle",
                                "Configuration",
                                "Client",
                                "Transaction")
                        .stream()
                        .anyMatch(simple::endsWith);
    }

    private static Ref loadedBy(Ref id, Invocation call) {
        return id.depth() < Ref.DEEPEST ? new Ref.Member(id, MethodScope.LOADED, TypeName.UNKNOWN) : call.made();
    }

    private static TypeName parameterType(Invocation call, int index) {
        ParameterDeclaration parameter = Reasons.parameter(call.declaration(), index);
        TypeName type = parameter == null ? TypeName.UNKNOWN : parameter.type();
        return type.isUnknown() || type.is("java.lang.Object")
                ? call.arguments().get(index).type()
                : type;
    }

    private static boolean isAtomicWrite(Invocation call) {
        return Set.of("set", "compareAndSet", "getAndSet", "lazySet", "weakCompareAndSet", "setRelease", "setPlain")
                        .contains(call.name())
                && call.method().owner().simple().startsWith("Atomic")
                && !call.arguments().isEmpty();
    }

    private List<PathState> atomic(PathState state, Invocation call) {
        AbstractValue value = call.arguments().get(call.arguments().size() - 1);
        if (call.method().owner().simple().equals("AtomicReferenceFieldUpdater")) {
            Ref subject = call.arguments().get(0).ref();
            return writes.slot(
                    state,
                    subject == null ? call.made() : subject,
                    "state",
                    value.type(),
                    value,
                    call.at(),
                    FailSite.Kind.FIELD);
        }
        return call.receiver() instanceof Ref.Member member
                ? writes.slot(state, member.of(), member.name(), value.type(), value, call.at(), FailSite.Kind.FIELD)
                : List.of(state);
    }

    /** A callee that is given an exception, by whatever name it takes them, has it from now on. */
    void handOver(PathState state, Invocation call) {
        boolean setter = written(call.name()) != null && call.arguments().size() == 1;
        if (setter || !vocabulary.reasons().takesException(call.name()) && !call.isCreation()) {
            return;
        }
        Reason told = reasons.objectsHandedOver(state, call.arguments());
        if (call.isCreation() && told.isNone()) {
            told = reasons.derivedHandedOver(state, call.arguments());
        }
        if (told.isNone()) {
            return;
        }
        Set<Ref> subjects = new java.util.LinkedHashSet<>();
        if (!call.isCreation()) {
            if (call.receiver() != null) {
                subjects.add(call.receiver());
            }
            if (scope.graph().receiver() != null
                    && types.hasStatus(scope.graph().receiver().type())) {
                subjects.add(new Ref.Receiver(scope.graph().receiver().type()));
            }
        }
        for (AbstractValue argument : call.arguments()) {
            Ref ref = argument.ref();
            if (call.isCreation()
                    && ref instanceof Ref.Member id
                    && Words.last(id.name()).equals("id")
                    && !state.subject(id.of()).pending().isEmpty()) {
                subjects.add(id.of());
            }
            if (ref != null
                    && !types.isThrowable(argument.type())
                    && !argument.type().is("java.lang.String")) {
                subjects.add(ref);
            }
        }
        for (Ref subject : subjects) {
            writes.tell(state, subject, told, call.at());
        }
    }

    /**
     * {@code records.update(key, event)} beside {@code state.set(FAILED)}: an event that can say why is kept with the status, by
     * a store that keeps both.
     */
    void keep(PathState state, Invocation call) {
        if (call.isCreation()
                || call.receiver() == null
                || !(call.receiver().root() instanceof Ref.Receiver own)
                || !HandOvers.isSaving(call)) {
            return;
        }
        for (AbstractValue argument : call.arguments()) {
            if (!(argument.ref() instanceof Ref.Made) && types.isMessage(argument.type())) {
                Reason said = argument.parameters().isEmpty()
                        ? Reason.TEXT
                        : Reason.givenBy(argument.parameters(), Reason.Level.TEXT);
                writes.tell(state, own, said, call.at());
            }
        }
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
        boolean verb = written(name) != null || name.startsWith("add") || name.startsWith("append");
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
        if (memberName(call.name()) != null && call.arguments().isEmpty() && !isRendering(call, call.resultType())) {
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
