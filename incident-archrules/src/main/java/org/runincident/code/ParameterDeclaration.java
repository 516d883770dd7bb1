package org.runincident.code;

/**
 * A parameter of a method, constructor or record.
 *
 * @param name as declared; {@code arg0} and so on where a class file does not say
 * @param type erased type; the element type's array for varargs
 */
public record ParameterDeclaration(String name, TypeName type) {}
