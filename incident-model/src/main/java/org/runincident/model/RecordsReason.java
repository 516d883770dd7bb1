package org.runincident.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a place where the reason of a failure is kept.
 *
 * <ul>
 *   <li>On a field or record component: it is a slot for the reason of the object that holds it.
 *   <li>On a parameter: what is passed there is kept as the reason of the object whose method is called.
 *   <li>On a method or constructor: calling it records a reason for its receiver, whatever is passed.
 * </ul>
 *
 * Needed only where neither the name nor the type says it ({@code reason}, {@code cause}, {@link FailureReason} and
 * {@link Throwable} are known to the audit).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
    ElementType.FIELD,
    ElementType.RECORD_COMPONENT,
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.CONSTRUCTOR
})
public @interface RecordsReason {
    /** False where only free text is kept, from which no program can tell one failure from another. */
    boolean structured() default true;
}
