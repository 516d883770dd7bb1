package org.runincident.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Accepts the findings of one rule inside what it stands on, and says why.
 *
 * <pre>{@code
 * @IncidentAllowed(rule = "SwallowedException", because = "the probe is best effort; the next one comes in a second")
 * void probe() {}
 * }</pre>
 *
 * On a parameter it accepts findings about that parameter only (the caught exception of a handler, a reason that is dropped).
 * One that accepts nothing any more is reported, and so is one whose {@link #because()} does not say why.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
    ElementType.PARAMETER,
    ElementType.LOCAL_VARIABLE,
    ElementType.FIELD,
    ElementType.RECORD_COMPONENT,
    ElementType.METHOD,
    ElementType.CONSTRUCTOR,
    ElementType.TYPE
})
@Repeatable(IncidentAllowed.All.class)
public @interface IncidentAllowed {
    /** Id of the rule, such as {@code SwallowedException}. */
    String rule();

    /** Why this is fine, as a sentence for the next reader. "by design" or "TODO" is no reason. */
    String because();

    /** Several allowances on one element; written by the compiler. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({
        ElementType.PARAMETER,
        ElementType.LOCAL_VARIABLE,
        ElementType.FIELD,
        ElementType.RECORD_COMPONENT,
        ElementType.METHOD,
        ElementType.CONSTRUCTOR,
        ElementType.TYPE
    })
    @interface All {
        /** The single allowances. */
        IncidentAllowed[] value();
    }
}
