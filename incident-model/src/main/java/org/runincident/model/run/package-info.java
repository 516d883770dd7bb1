/**
 * The life of one run: a {@link org.runincident.model.run.RunRecord} whose status only transitions write, and how a run that
 * left no end behind is understood.
 */
package org.runincident.model.run;
