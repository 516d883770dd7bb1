package org.runincident.archrules;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules as a team uses them with ArchUnit's own engine. */
@AnalyzeClasses(packages = "org.runincident.archrules.examples.careful")
class ArchTestExampleTest {
    @ArchTest
    static final ArchRule reasons = IncidentRules.failed_statuses_carry_a_reason.because("somebody is going to ask");

    @ArchTest
    static final ArchRule exceptions = IncidentRules.exceptions_are_not_swallowed;
}
