package org.runincident.model.run;

import java.util.Locale;

/** A caller acts on an older copy of a run than the one that stands. Nothing was written; read again and decide anew. */
public final class StaleVersionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long seen;
    private final transient RunState current;

    StaleVersionException(long seen, RunState current) {
        super("run " + current.runId() + " is at version " + current.version() + " ("
                + current.status().name().toLowerCase(Locale.ROOT) + "), the caller saw version " + seen);
        this.seen = seen;
        this.current = current;
    }

    /** The version the caller saw. */
    public long seen() {
        return seen;
    }

    /** How the run stands; null after the exception was serialized. */
    public RunState current() {
        return current;
    }
}
