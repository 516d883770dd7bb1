/**
 * From syntax trees to event graphs: one graph per method, constructor and initializer, in parts per statement family.
 *
 * <p>{@link org.runincident.audit.cfg.FileGraphs} is the way in. A {@code Body} holds what the parts share: the cursor into
 * the graph, the variables in scope, and the ways out. Nothing of the syntax tree is kept in a graph.
 */
package org.runincident.audit.cfg;
