package org.runincident.model;

/** How sure somebody is of a cause. */
public enum Confidence {
    /** It was observed, and nothing observed speaks against it. */
    HIGH,
    /** It was observed or reported, and something weaker speaks against it. */
    MEDIUM,
    /** It was guessed, or something as strong speaks against it. */
    LOW
}
