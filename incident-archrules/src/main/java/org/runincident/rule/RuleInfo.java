package org.runincident.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a rule says of itself; the index, the SARIF rule list and {@code explain} are generated from it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RuleInfo {
    Family family();

    Severity severity();

    /** Switched on only by {@code incident.rules=thorough}. */
    boolean thorough() default false;

    /**
     * Words of which at least one stands in every file this rule can report on, as whole identifiers or keywords, lower
     * case; compared without regard to case with each part of an identifier; those of {@link Family#triggers} count as well. A file with
     * declarations alone and without any rule's trigger is not parsed for findings.
     */
    String[] triggers() default {};

    /** One clause without full stop: what is wrong. */
    String summary();
}
