package org.runincident.model;

/**
 * The kind of trouble a {@link FailureCode} belongs to. Closed, so that policies and pages can treat every kind; finer
 * distinctions are codes.
 */
public enum FailureCategory {
    /** A model or other remote intelligence answered badly or not at all. */
    MODEL(Permanence.TRANSIENT),
    /** A connection could not be made or broke. */
    NETWORK(Permanence.TRANSIENT),
    /** Somebody limits how often we may call. */
    RATE_LIMIT(Permanence.TRANSIENT),
    /** Something took longer than it was given. */
    TIMEOUT(Permanence.TRANSIENT),
    /** A file could not be read or written. */
    FILE_IO(Permanence.PERMANENT),
    /** No space is left. */
    DISK_FULL(Permanence.PERMANENT),
    /** A person asked for the end. */
    USER_CANCEL(Permanence.PERMANENT),
    /** A setting, credential or permission is missing or wrong. */
    CONFIGURATION(Permanence.PERMANENT),
    /** The work never reached anybody who would do it. */
    DISPATCH(Permanence.TRANSIENT),
    /** Whoever did the work died. */
    WORKER_CRASH(Permanence.TRANSIENT),
    /** The work went on without getting anywhere. */
    STUCK(Permanence.PERMANENT),
    /** The work was done, its result could not be handed over. */
    DELIVERY(Permanence.TRANSIENT),
    /** A defect of the program itself. */
    INTERNAL(Permanence.PERMANENT),
    /** Not known. */
    UNKNOWN(Permanence.PERMANENT);

    private final Permanence usually;

    FailureCategory(Permanence usually) {
        this.usually = usually;
    }

    /** What to assume of a code of this category that does not say itself. What is not known counts as permanent. */
    public Permanence usually() {
        return usually;
    }
}
