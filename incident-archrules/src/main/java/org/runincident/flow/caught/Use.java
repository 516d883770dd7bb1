package org.runincident.flow.caught;

/**
 * The best thing that was done with an exception on one path. A path has the strongest of its uses; all paths together
 * have the weakest of theirs.
 */
public enum Use {
    NONE,
    /** Something was asked of it: its type, its code. The path was chosen for it. */
    INSPECTED,
    /** Text made from it was logged or printed. */
    TEXT_LOGGED,
    /** Text made from it was stored or given to other code. */
    TEXT_RECORDED,
    /** It reached a logger as an exception. */
    LOGGED,
    /** It was stored, returned, or given to other code. */
    RECORDED,
    /** It was thrown again, or something that keeps it was. */
    PROPAGATED;

    static Use stronger(Use a, Use b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
