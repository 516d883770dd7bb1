package org.runincident.rule;

/** How much a finding weighs; {@code incident.failOn} decides which fail a build. */
public enum Severity {
    NOTE,
    WARNING,
    ERROR
}
