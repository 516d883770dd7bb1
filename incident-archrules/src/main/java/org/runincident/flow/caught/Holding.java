package org.runincident.flow.caught;

/**
 * What a value keeps of an exception, weakest first; a value that keeps nothing of it has none.
 *
 * <pre>
 *   TEXT  &lt;  KEPT  &lt;  SELF
 * </pre>
 */
enum Holding {
    /** Text or data made from it: its message, its class name, an error code. */
    TEXT,
    /** Something made from it that keeps trace and cause: a wrapper, its own cause, the trace as text. */
    KEPT,
    /** The exception itself. */
    SELF;

    /** The stronger of two; null stands for nothing held. */
    static Holding stronger(Holding a, Holding b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.compareTo(b) >= 0 ? a : b;
    }

    boolean keepsException() {
        return this != TEXT;
    }
}
