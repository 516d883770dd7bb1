package org.runincident.audit.ratchet;

/** A baseline that cannot be used; the message is one or two sentences for a person and names the file and the way out. */
public final class BaselineProblem extends Exception {
    private static final long serialVersionUID = 1;

    public BaselineProblem(String message) {
        super(message);
    }

    public BaselineProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
