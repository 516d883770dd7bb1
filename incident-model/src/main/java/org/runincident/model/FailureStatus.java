package org.runincident.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a status means unsuccessful: whoever sets it owes a reason.
 *
 * <p>Stands on an enum constant, on a {@code static final} constant that is used as a status, or on a class that stands for
 * a state (a variant of a sealed type). Needed only where the name does not say it already: {@code FAILED} and its like are
 * known to the audit.
 *
 * <pre>{@code
 * enum ShipmentStatus {
 *     PACKED,
 *     DELIVERED,
 *     @FailureStatus RETURNED_TO_SENDER
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface FailureStatus {}
