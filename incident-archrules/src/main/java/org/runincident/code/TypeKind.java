package org.runincident.code;

/** What kind of type a declaration declares. */
public enum TypeKind {
    CLASS,
    INTERFACE,
    ENUM,
    RECORD,
    ANNOTATION
}
