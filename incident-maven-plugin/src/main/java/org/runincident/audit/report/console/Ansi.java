package org.runincident.audit.report.console;

/** Colour, by eight codes of our own; without colour every method gives back the text as it is. */
public enum Ansi {
    ON,
    OFF;

    private static final String RESET = "\u001b[0m";

    public String bold(String text) {
        return wrapped("\u001b[1m", text);
    }

    /** For what is there to be skipped. */
    public String faint(String text) {
        return wrapped("\u001b[2m", text);
    }

    /** Silence, errors. */
    public String red(String text) {
        return wrapped("\u001b[31m", text);
    }

    /** A reason all is well with. */
    public String green(String text) {
        return wrapped("\u001b[32m", text);
    }

    /** Free text, warnings. */
    public String yellow(String text) {
        return wrapped("\u001b[33m", text);
    }

    /** Positions in files. */
    public String cyan(String text) {
        return wrapped("\u001b[36m", text);
    }

    /** Step numbers. */
    public String magenta(String text) {
        return wrapped("\u001b[35m", text);
    }

    private String wrapped(String code, String text) {
        return this == OFF || text.isEmpty() ? text : code + text + RESET;
    }
}
