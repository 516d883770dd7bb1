package org.runincident.model.present;

/** For whom an incident is told. */
public enum Audience {
    /** Who started the run: what happened in one sentence, what to do now, the rest folded away. */
    USER,
    /** Who looks into it: everything there is, in order. */
    REVIEWER,
    /** Who watches many runs: one line. */
    OPERATOR
}
