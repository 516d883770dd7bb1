package org.runincident.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a status ends the life of what carries it without plain success, though it is no failure: cancelled, stopped,
 * escalated. A reader will ask "why?", so whoever sets it owes a reason; where somebody asked for the end, the reason is who
 * or what asked.
 *
 * <p>Stands where {@link FailureStatus} stands.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface TerminalStatus {}
