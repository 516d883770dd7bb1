package org.runincident.code;

/** An answer about types that can honestly be "unknown": a missing class file is neither yes nor no. */
public enum Answer {
    YES,
    NO,
    UNKNOWN;

    public boolean isYes() {
        return this == YES;
    }

    public boolean isNo() {
        return this == NO;
    }
}
