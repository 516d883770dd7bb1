package org.runincident.model;

/** Whether the same attempt, made again later, may go well. */
public enum Permanence {
    /** It may go well later without anybody doing anything. */
    TRANSIENT,
    /** It will fail again until somebody changes something. */
    PERMANENT
}
