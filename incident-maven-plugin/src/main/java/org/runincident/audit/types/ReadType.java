package org.runincident.audit.types;

import org.runincident.code.TypeDeclaration;

/** A declaration with its generic side. */
record ReadType(TypeDeclaration declaration, Generics generics) {}
