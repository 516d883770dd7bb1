/**
 * Event graphs and what is computed on them: in {@code status} the typestate of subjects, in {@code caught} the fate of a caught
 * exception. Knows neither JavaParser nor ASM.
 *
 * <p>An {@link org.runincident.flow.EventGraph} is what is left of a method body once a front end has read it: blocks,
 * edges and flat events over values. Both front ends build it with {@link org.runincident.flow.GraphBuilder}; the syntax
 * tree (or class file) is dropped as soon as the graph is out.
 */
package org.runincident.flow;
