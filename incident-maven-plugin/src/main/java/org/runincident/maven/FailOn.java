package org.runincident.maven;

import org.runincident.rule.Severity;

/** Which findings fail a build. */
enum FailOn {
    WARNING,
    ERROR,
    NEVER;

    boolean fails(Severity severity) {
        return switch (this) {
            case WARNING -> severity != Severity.NOTE;
            case ERROR -> severity == Severity.ERROR;
            case NEVER -> false;
        };
    }
}
