/**
 * The words of a failed run that everything else is built from: {@link org.runincident.model.FailureCode codes},
 * {@link org.runincident.model.FailureReason reasons}, outcomes, and the annotations the audit reads.
 *
 * <p>Everything here is immutable and safe to share between threads. No parameter may be null and no method returns null
 * unless its documentation says so; a null where none is allowed is answered with a {@link java.lang.NullPointerException}
 * that names the parameter.
 */
package org.runincident.model;
