package org.runincident.vocabulary;

/**
 * Words, types and members that mean something to the audit. One object per configuration; immutable, safe for several
 * threads. Each accessor is one subject, made once from the {@link WordLists}.
 */
public final class Vocabulary {
    private final WordLists lists;
    private final OutcomeWords outcomes;

    public Vocabulary(WordLists lists) {
        this.lists = lists;
        this.outcomes = new OutcomeWords(lists);
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
}
