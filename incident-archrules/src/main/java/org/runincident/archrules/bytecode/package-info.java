/**
 * The bytecode front end: class files to declarations and event graphs, read with ASM. Nothing is loaded, nothing is run.
 *
 * <p>A graph says the same as the one the source front end builds of the same method: javac's inlined {@code finally}, the
 * code it writes for resources, switches, lambdas and variable arguments are told apart from what a person wrote.
 */
package org.runincident.archrules.bytecode;
