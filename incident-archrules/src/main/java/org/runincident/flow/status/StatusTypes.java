package org.runincident.flow.status;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.runincident.code.Answer;
import org.runincident.code.ConstantDeclaration;
import org.runincident.code.Declarations;
import org.runincident.code.FieldDeclaration;
import org.runincident.code.MethodDeclaration;
import org.runincident.code.TypeDeclaration;
import org.runincident.code.TypeKind;
import org.runincident.code.TypeName;
import org.runincident.vocabulary.StatusWords;
import org.runincident.vocabulary.StatusWords.Meaning;
import org.runincident.vocabulary.Vocabulary;
import org.runincident.vocabulary.Words;

/** Which types are statuses, which of their values are bad ends, and which slots take a reason. Safe for several threads. */
public final class StatusTypes {

    private final Declarations declarations;
    private final Vocabulary vocabulary;
    private final Map<TypeName, Boolean> statuses = new ConcurrentHashMap<>();
    private final Map<TypeName, Boolean> throwables = new ConcurrentHashMap<>();
    private final Map<TypeName, Boolean> messages = new ConcurrentHashMap<>();
    private final Map<TypeName, Boolean> mirrors = new ConcurrentHashMap<>();
    private final StateObjects stateObjects;
    private final RestingStates resting;

    public StatusTypes(Declarations declarations, Vocabulary vocabulary) {
        this.declarations = declarations;
        this.vocabulary = vocabulary;
        this.stateObjects = new StateObjects(declarations, vocabulary.statuses());
        this.resting = new RestingStates(declarations, vocabulary.statuses());
    }

    /** States that are classes. */
    StateObjects stateObjects() {
        return stateObjects;
    }

    /** Whether values of a type say how something stands. */
    public boolean isStatus(TypeName type) {
        return !type.isUnknown() && statuses.computeIfAbsent(type, this::judge);
    }

    private boolean judge(TypeName type) {
        StatusWords words = vocabulary.statuses();
        if (words.refusesType(type.text()) || type.text().startsWith("java.")) {
            return false;
        }
        Optional<TypeDeclaration> declaration = declarations.type(type);
        if (declaration.isEmpty()) {
            return words.isStatusType(type.text());
        }
        if (stateObjects.isBadEnd(type) || stateObjects.isRoot(type)) {
            return true;
        }
        boolean bad = false;
        boolean good = words.isStatusType(type.text());
        if (good) {
            bad = declaration.get().fields().stream()
                    .anyMatch(field -> field.isStatic() && field.isFinal() && words.isBadEnd(field.name()));
        }
        for (ConstantDeclaration constant : declaration.get().constants()) {
            Meaning meaning = words.meaning(constant.name());
            bad |= meaning == Meaning.FAILURE || meaning == Meaning.REQUESTED;
            good |= meaning == Meaning.GOOD;
        }
        return bad && good;
    }

    /** What a value means for a run that takes it; GOOD and NEUTRAL are no bad ends. */
    Meaning meaning(Atom atom) {
        return switch (atom.kind()) {
            case CONSTANT -> isStatus(atom.type()) ? ofConstant(atom) : ofPlainConstant(atom.text());
            case TEXT -> isStatusText(atom.text()) ? vocabulary.statuses().meaning(atom.text()) : Meaning.NEUTRAL;
            case SOME_BAD_END -> Meaning.FAILURE;
            case NULL, NUMBER, BOOLEAN, TEMPLATE -> Meaning.NEUTRAL;
        };
    }

    /** {@code STATE_FAILED} of a class that holds other things, too. */
    private Meaning ofPlainConstant(String name) {
        StatusWords words = vocabulary.statuses();
        return words.namesStatus(name) ? words.meaning(name) : Meaning.NEUTRAL;
    }

    /** Unknown is a bad end only beside constants that say failed: then it means that nobody knows how it ended. */
    private Meaning ofConstant(Atom atom) {
        StatusWords words = vocabulary.statuses();
        if (!atom.text().equals("UNKNOWN")) {
            boolean order = words.isOrder(atom.text())
                    && !words.isStatusType(atom.type().text());
            return order || resting.contain(atom) ? Meaning.NEUTRAL : words.meaning(atom.text());
        }
        boolean beside = words.isStatusType(atom.type().text())
                && declarations.type(atom.type()).stream()
                        .flatMap(type -> type.constants().stream())
                        .anyMatch(other -> words.meaning(other.name()) == Meaning.FAILURE);
        return beside ? Meaning.FAILURE : Meaning.NEUTRAL;
    }

    boolean isBadEnd(Atom atom) {
        Meaning meaning = meaning(atom);
        return meaning == Meaning.FAILURE || meaning == Meaning.REQUESTED;
    }

    private static boolean isStatusText(String text) {
        return !text.isEmpty()
                && text.length() < 40
                && text.chars().allMatch(c -> Character.isLetter(c) || c == '_' || c == '-');
    }

    /** Whether a status may be kept as a value of that type: a text or a number. */
    boolean isPlain(TypeName type) {
        return type.is("java.lang.String") || WHOLE_NUMBERS.contains(type.text());
    }

    /** Whether a slot of that name holds what a status was. */
    static boolean isFormer(String name) {
        return FORMER.contains(Words.of(name).stream().findFirst().orElse(""));
    }

    /**
     * First words of a slot for what a status was, or what somebody would have it be, not for what it becomes: {@code
     * fromState}, {@code overrideResult}.
     */
    private static final Set<String> FORMER = Set.of(
            "from",
            "old",
            "previous",
            "prev",
            "former",
            "expected",
            "override",
            "overriding",
            "overridden",
            "desired",
            "wanted",
            "default",
            "initial");

    private static final Set<String> WHOLE_NUMBERS =
            Set.of("int", "short", "byte", "char", "java.lang.Integer", "java.lang.Short", "java.lang.Byte");

    /** Whether a field or parameter of that name and type holds a status; a String does when its name says so. */
    boolean holdsStatus(String name, TypeName type) {
        if (isFormer(name)) {
            return false;
        }
        if (isStatus(type)) {
            return true;
        }
        return (type.isUnknown() || type.is("java.lang.Object") || isPlain(type))
                && vocabulary.statuses().isStatusName(name);
    }

    /**
     * As {@link #isAccount}, where the type is not known, but given a status in the same body.
     *
     * @param given names of the properties that are given to objects of the type there
     */
    boolean isAccountBeside(TypeName owner, String name, TypeName type, Stream<String> given) {
        return (type.is("java.lang.String") || type.isUnknown())
                && ACCOUNTS.contains(Words.last(name))
                && declarations.type(owner).isEmpty()
                && given.anyMatch(STANDINGS::contains);
    }

    /**
     * Whether a text called {@code result} or {@code outcome} stands beside a status proper: then it does not say how the
     * thing stands, but how that came about.
     */
    boolean isAccount(TypeName owner, String name, TypeName type) {
        return type.is("java.lang.String")
                && ACCOUNTS.contains(Words.last(name))
                && propertiesOf(owner)
                        .anyMatch(property -> STANDINGS.contains(Words.last(property.name()))
                                && holdsStatus(property.name(), property.type()));
    }

    private record Property(String name, TypeName type) {}

    /** Fields and getters: of a class file the private fields are not known. */
    private Stream<Property> propertiesOf(TypeName owner) {
        return declarations.lineage(owner).stream()
                .flatMap(declaration -> Stream.concat(
                        declaration.fields().stream()
                                .filter(field -> !field.isStatic())
                                .map(field -> new Property(field.name(), field.type())),
                        declaration.methods().stream()
                                .filter(method -> !method.isStatic()
                                        && method.name().startsWith("get")
                                        && method.parameters().isEmpty()
                                        && Accessors.memberName(method.name()) != null)
                                .map(method ->
                                        new Property(Accessors.memberName(method.name()), method.returnType()))));
    }

    private static final Set<String> ACCOUNTS = Set.of("result", "outcome");
    private static final Set<String> STANDINGS = Set.of("status", "state", "phase");

    /** Whether objects of a type can be thrown; by its name where its class file is missing. */
    public boolean isThrowable(TypeName type) {
        return !type.isUnknown() && throwables.computeIfAbsent(type, this::judgeThrowable);
    }

    private boolean judgeThrowable(TypeName type) {
        Answer answer = declarations.isSubtype(type, TypeName.THROWABLE);
        String simple = type.simple();
        return answer == Answer.YES
                || answer == Answer.UNKNOWN
                        && (simple.endsWith("Exception") || simple.endsWith("Throwable") || simple.endsWith("Error"));
    }

    /** Whether values of a status type can also say why, as an exit status with a description can. */
    boolean isStatusWithReason(TypeName type) {
        return isStatus(type)
                && declarations.type(type).stream()
                        .filter(declaration -> declaration.kind() != TypeKind.ENUM)
                        .flatMap(declaration -> declaration.fields().stream())
                        .anyMatch(field -> !field.isStatic() && slot(field.name(), field.type()) != Reason.Level.NONE);
    }

    /** Whether a type, by its name, is what says how a thing stands, and not the thing. */
    boolean isStateItself(TypeName type) {
        return Words.of(type.simple()).size() == 1 && vocabulary.statuses().isStatusName(type.simple());
    }

    /** Whether objects of a type are no run, but can say why one failed: an event, a request. */
    boolean isMessage(TypeName type) {
        return !type.isUnknown()
                && !type.text().startsWith("java.")
                && messages.computeIfAbsent(type, this::judgeMessage);
    }

    private boolean judgeMessage(TypeName type) {
        return !isStatus(type)
                && !isThrowable(type)
                && propertiesOf(type).noneMatch(property -> holdsStatus(property.name(), property.type()))
                && propertiesOf(type).anyMatch(property -> slot(property.name(), property.type()) != Reason.Level.NONE);
    }

    /** Whether objects of a type mirror something for telemetry, by its name or that of a type it extends. */
    boolean isTelemetry(TypeName type) {
        return !type.isUnknown() && mirrors.computeIfAbsent(type, this::judgeTelemetry);
    }

    private boolean judgeTelemetry(TypeName type) {
        return vocabulary.bystanders().isTelemetry(type.simple())
                || declarations.supertypes(type).stream()
                        .anyMatch(above -> vocabulary.bystanders().isTelemetry(above.simple()));
    }

    /** Whether objects of a type have a status of their own. */
    boolean hasStatus(TypeName type) {
        return declarations.lineage(type).stream()
                .flatMap(declaration -> declaration.fields().stream())
                .anyMatch(field -> !field.isStatic() && holdsStatus(field.name(), field.type()));
    }

    /** The field by which an exception that carries a status keeps it. */
    String carriedAs(TypeName exception) {
        return declarations.lineage(exception).stream()
                .flatMap(type -> type.fields().stream())
                .filter(field -> !field.isStatic() && isStatus(field.type()))
                .map(FieldDeclaration::name)
                .findFirst()
                .orElse("status");
    }

    /** Whether an exception says how the run stands: a field of it, or of a type above it, is a status. */
    boolean carriesStatus(TypeName exception) {
        if (!isThrowable(exception) || vocabulary.statuses().isComplaint(exception.simple())) {
            return false;
        }
        List<TypeName> held = declarations.lineage(exception).stream()
                .flatMap(type -> type.fields().stream())
                .filter(field -> !field.isStatic() && isStatus(field.type()))
                .map(FieldDeclaration::type)
                .toList();
        // Two of one type are the one that is and the one that should be: an exception about a status, not of a run.
        return !held.isEmpty() && Set.copyOf(held).size() == held.size();
    }

    /** Whether an object of that type is a reason by itself. */
    boolean isReasonObject(TypeName type) {
        if (type.isUnknown() || isStatus(type)) {
            return false;
        }
        return isThrowable(type) || vocabulary.reasons().isReasonType(type.simple());
    }

    /** How well a slot of that name and type can say why; NONE when it takes no reason. */
    public Reason.Level slot(String name, TypeName type) {
        if (isStatus(type) || type.is("boolean") || type.is("java.lang.Boolean") || isFunctional(type)) {
            return Reason.Level.NONE;
        }
        if (isReasonObject(type)) {
            return Reason.Level.STRUCTURED;
        }
        if (!vocabulary.reasons().isSlot(name) || isNumber(type)) {
            return Reason.Level.NONE;
        }
        if (isEnum(type)) {
            return Reason.Level.STRUCTURED;
        }
        return isText(type) || vocabulary.reasons().isStrongSlot(name) ? Reason.Level.TEXT : Reason.Level.NONE;
    }

    private boolean isEnum(TypeName type) {
        return declarations.type(type).map(d -> d.kind() == TypeKind.ENUM).orElse(false);
    }

    private static boolean isText(TypeName type) {
        return type.isUnknown()
                || type.text().startsWith("java.lang.")
                || type.text().startsWith("java.util.")
                || type.text().endsWith("[]");
    }

    private static boolean isFunctional(TypeName type) {
        return type.text().startsWith("java.util.function.") || type.is("java.util.regex.Pattern");
    }

    private static boolean isNumber(TypeName type) {
        return switch (type.simple()) {
            case "int",
                    "long",
                    "short",
                    "byte",
                    "double",
                    "float",
                    "char",
                    "Integer",
                    "Long",
                    "Double",
                    "Duration",
                    "Instant",
                    "Date" -> true;
            default -> false;
        };
    }

    /** The type of the statuses a site gives; UNKNOWN for string statuses. */
    public TypeName typeOf(FailSite site) {
        return site.ends().stream()
                .filter(atom -> atom.kind() == Atom.Kind.CONSTANT)
                .map(Atom::type)
                .findFirst()
                .orElse(TypeName.UNKNOWN);
    }

    /** The statuses a site gives, by name, sorted. */
    public List<String> names(FailSite site) {
        return site.ends().stream().map(Atom::text).distinct().sorted().toList();
    }

    /** Whether every status a site gives was asked for by somebody. */
    public boolean isRequested(FailSite site) {
        return !site.ends().isEmpty() && site.ends().stream().allMatch(atom -> meaning(atom) == Meaning.REQUESTED);
    }

    /** The methods of a type and those above it, nearest first. */
    public List<MethodDeclaration> methodsOf(TypeName type) {
        return declarations.lineage(type).stream()
                .flatMap(declaration -> declaration.methods().stream())
                .toList();
    }

    /** Whether callers may know a method by one that it overrides. */
    boolean isOverriding(MethodDeclaration method) {
        if (method.isPrivate() || method.isStatic() || method.isConstructor()) {
            return false;
        }
        return declarations.supertypes(TypeName.resolved(method.key().owner())).stream()
                .flatMap(above -> methodsOf(above).stream())
                .anyMatch(other -> other.name().equals(method.name())
                        && !other.isPrivate()
                        && other.parameters().size() == method.parameters().size());
    }

    /** Whether a method ends a run and takes the reason. */
    public boolean isTransitionWithReason(MethodDeclaration method) {
        return vocabulary.transitions().isTransition(method.name())
                && method.parameters().stream().anyMatch(p -> slot(p.name(), p.type()) != Reason.Level.NONE);
    }

    Declarations declarations() {
        return declarations;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }
}
