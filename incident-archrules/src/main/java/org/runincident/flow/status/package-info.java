/**
 * The typestate of statuses: on which paths does something get a bad end, and is the reason recorded on all of them.
 *
 * <p>Inside a method a {@link org.runincident.flow.status.MethodSolver} carries a set of {@link
 * org.runincident.flow.status.PathState}s over the event graph: what each value can be, and per subject the reason
 * recorded and the sites that still wait for one. Across methods a {@link org.runincident.flow.status.Summary} says what
 * a call does to what it is given; {@link org.runincident.flow.status.StatusAnalysis} brings them to a fixed point over
 * the call graph, from the callees up, and {@link org.runincident.flow.status.Charge} decides which site of one omission
 * is the one to mend.
 */
package org.runincident.flow.status;
