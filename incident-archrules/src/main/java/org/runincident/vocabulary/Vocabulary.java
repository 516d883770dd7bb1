package org.runincident.vocabulary;

/**
 * Words, types and members that mean something to the audit. One object per configuration; immutable, safe for several
 * threads. Each accessor is one subject, made once from the {@link WordLists}.
 */
public final class Vocabulary {
    private final WordLists lists;
    private final OutcomeWords outcomes;

    private final Loggers loggers;
    private final ExceptionTypes exceptionTypes;
    private final ThrowableMembers throwableMembers;
    private final ExceptionRationales exceptionRationales;
    private final StatusWords statuses;
    private final ReasonSlots reasons;
    private final Transitions transitions;
    private final Bystanders bystanders;

    public Vocabulary(WordLists lists) {
        this.lists = lists;
        this.outcomes = new OutcomeWords(lists);
        this.loggers = new Loggers(lists);
        this.exceptionTypes = new ExceptionTypes(lists);
        this.throwableMembers = new ThrowableMembers(lists);
        this.exceptionRationales = new ExceptionRationales(lists);
        this.statuses = new StatusWords(lists);
        this.reasons = new ReasonSlots(lists);
        this.transitions = new Transitions(lists);
        this.bystanders = new Bystanders(lists);
    }

    /** The vocabulary as shipped. */
    public static Vocabulary defaults() {
        return new Vocabulary(WordLists.defaults());
    }

    public WordLists lists() {
        return lists;
    }

    /** What makes a type an outcome. */
    public OutcomeWords outcomes() {
        return outcomes;
    }

    /** What counts as a log. */
    public Loggers loggers() {
        return loggers;
    }

    /** Which exception types mean something of their own. */
    public ExceptionTypes exceptionTypes() {
        return exceptionTypes;
    }

    /** What the methods of an exception, and helpers that take one, give back. */
    public ThrowableMembers throwableMembers() {
        return throwableMembers;
    }

    /** When a comment or a name is a reason for dropping an exception. */
    public ExceptionRationales exceptionRationales() {
        return exceptionRationales;
    }

    /** Names of status types, constants and setters. */
    public StatusWords statuses() {
        return statuses;
    }

    /** Names and types that take a reason. */
    public ReasonSlots reasons() {
        return reasons;
    }

    /** Names of methods that end a run. */
    public Transitions transitions() {
        return transitions;
    }

    /** Classes that speak of statuses and give none. */
    public Bystanders bystanders() {
        return bystanders;
    }
}
