package org.runincident.vocabulary;

/**
 * Words, types and members that mean something to the audit. One object per configuration; immutable, safe for several
 * threads. Each accessor is one subject, made once from the {@link WordLists}.
 */
public final class Vocabulary {
    private final WordLists lists;

    public Vocabulary(WordLists lists) {
        this.lists = lists;
    }

    /** The vocabulary as shipped. */
    public static Vocabulary defaults() {
        return new Vocabulary(WordLists.defaults());
    }

    public WordLists lists() {
        return lists;
    }
}
