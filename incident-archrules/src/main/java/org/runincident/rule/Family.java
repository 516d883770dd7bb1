package org.runincident.rule;

/** What a rule is about. */
public enum Family {
    STATUS,
    EXCEPTIONS,
    VARIANTS,
    HOUSE
}
