package org.runincident.vocabulary;

import java.util.Collection;
import java.util.Set;
import org.runincident.code.Answer;
import org.runincident.code.Declarations;
import org.runincident.code.TypeName;

/** Which exception types mean something of their own. */
public final class ExceptionTypes {
    private static final TypeName INTERRUPTED = TypeName.resolved("java.lang.InterruptedException");
    private static final TypeName EXCEPTION = TypeName.resolved("java.lang.Exception");

    private final Set<String> broad;
    private final Set<String> cancellations;
    private final Set<String> interruptCarriers;
    private final Set<String> controlFlow;

    ExceptionTypes(WordLists lists) {
        this.broad = lists.words("broadExceptions");
        this.cancellations = lists.words("cancellationExceptions");
        this.interruptCarriers = lists.words("interruptCarriers");
        this.controlFlow = lists.words("controlFlowExceptions");
    }

    /** Whether a clause catches more than its author can have meant. */
    public boolean isBroad(Collection<TypeName> caught) {
        return caught.stream()
                .anyMatch(t -> t.resolved() ? broad.contains(t.text()) || isPlain(t) : broad.contains(t.simple()));
    }

    private boolean isPlain(TypeName type) {
        return type.text().equals("java.lang." + type.simple()) && broad.contains(type.simple());
    }

    public boolean isInterruption(TypeName type) {
        return type.is("java.lang.InterruptedException");
    }

    /** The same for types below it, as far as declarations tell. */
    public boolean isInterruption(TypeName type, Declarations declarations) {
        return isInterruption(type)
                || !type.isUnknown()
                        && !type.text().startsWith("java.")
                        && declarations.isSubtype(type, INTERRUPTED).isYes();
    }

    /** Whether it tells of a cancellation in another way than the thread's interrupt flag. */
    public boolean isCancellation(TypeName type) {
        return matches(cancellations, type);
    }

    /** Whether throwing that type hands an interruption on: it says so itself, or sets the flag when it is made. */
    public boolean carriesInterruption(TypeName type) {
        return isInterruption(type) || matches(interruptCarriers, type);
    }

    /** Whether the project names it as a means of control flow that must be rethrown. */
    public boolean isControlFlow(TypeName type) {
        return matches(controlFlow, type);
    }

    /** Whether the project names any. */
    public boolean namesControlFlow() {
        return !controlFlow.isEmpty();
    }

    /** The same for types below a named one, as far as declarations tell. */
    public boolean isControlFlow(TypeName type, Declarations declarations) {
        return isControlFlow(type)
                || namesControlFlow()
                        && !type.isUnknown()
                        && declarations.lineage(type).stream().anyMatch(above -> isControlFlow(above.name()));
    }

    /** Whether a clause for that type takes an {@code InterruptedException}. */
    public boolean takesInterruption(TypeName caught) {
        return isInterruption(caught) || isAboveInterruption(caught);
    }

    /** Whether it is a supertype of {@code InterruptedException}, so that a declaration of it may hide one. */
    public boolean isAboveInterruption(TypeName type) {
        return type.is(EXCEPTION.text()) || type.is(TypeName.THROWABLE.text());
    }

    /** Whether a value of that type is an exception, as far as declarations tell, else by the type's name. */
    public boolean isThrowable(TypeName type, Declarations declarations) {
        if (type.isUnknown()) {
            return false;
        }
        Answer answer = declarations.isSubtype(type, TypeName.THROWABLE);
        if (answer != Answer.UNKNOWN) {
            return answer.isYes();
        }
        return type.simple().endsWith("Exception")
                || type.simple().endsWith("Error")
                || type.simple().endsWith("Throwable");
    }

    /** The type of an interruption. */
    public static TypeName interrupted() {
        return INTERRUPTED;
    }

    private static boolean matches(Set<String> names, TypeName type) {
        return !type.isUnknown()
                && (names.contains(type.text())
                        || names.stream()
                                .anyMatch(
                                        n -> n.indexOf('.') < 0 ? type.simple().equals(n) : type.is(n)));
    }
}
