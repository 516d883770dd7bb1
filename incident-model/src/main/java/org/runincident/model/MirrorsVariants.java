package org.runincident.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that what it stands on must list the same variants as another type: an enum that mirrors a sealed type, a map with an
 * entry for each variant, a method that answers for each of them. Variants are compared by name, without regard to case and
 * underscores ({@code TimedOut} mirrors {@code TIMED_OUT}).
 *
 * <pre>{@code
 * @MirrorsVariants(Outcome.class)
 * enum OutcomeColumn { SUCCEEDED, PARTLY_SUCCEEDED, FAILED, TIMED_OUT, STUCK, CANCELLED, DELIVERY_FAILED }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
public @interface MirrorsVariants {
    /** The enum or sealed type that is mirrored. */
    Class<?> value();

    /** Names of variants of {@link #value()} that are left out on purpose. */
    String[] except() default {};
}
