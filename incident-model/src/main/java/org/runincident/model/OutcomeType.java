package org.runincident.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that an enum or sealed type tells how something went or stands, so that every place that handles it must handle each
 * of its variants. Needed only where the name does not say it already ({@code *Outcome}, {@code *Result}, {@code *Status}).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OutcomeType {}
