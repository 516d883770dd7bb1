package org.runincident.archrules.bytecode;

import org.runincident.code.MethodDeclaration;

/**
 * A method as a class file declares it.
 *
 * @param declaration as its source declares it
 * @param genericResult whether what it returns is a type variable, so that callers see a more specific type
 * @param hiddenBefore parameters the compiler put before the written ones: name and ordinal of an enum constant, the
 *     instance around an inner class
 * @param hiddenAfter parameters the compiler put behind them: captured variables
 */
record DeclaredMethod(MethodDeclaration declaration, boolean genericResult, int hiddenBefore, int hiddenAfter) {}
