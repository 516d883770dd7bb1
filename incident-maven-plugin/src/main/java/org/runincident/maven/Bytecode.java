package org.runincident.maven;

/** What is done with compiled classes. */
enum Bytecode {
    /** Those are judged whose sources are in a language that the audit does not read. */
    AUTO,
    OFF
}
