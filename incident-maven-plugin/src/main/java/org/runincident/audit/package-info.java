/**
 * The audit itself: {@link org.runincident.audit.Audit#run} takes a request and gives back what was found. Usable from a
 * test or a {@code main}; nothing here knows Maven.
 */
package org.runincident.audit;
