package org.runincident;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which package of the plugin may use which. */
class AuditArrowsTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.runincident.audit", "org.runincident.maven");

    @Test
    void only_the_goals_know_maven() {
        noClasses()
                .that()
                .resideInAPackage("org.runincident.audit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.maven..", "org.eclipse.aether..", "javax.inject..", "org.runincident.maven..")
                .check(OURS);
    }

    /** Maven 3 shows its plugins the interfaces of the resolver, not its helpers: a use compiles, and fails at run time. */
    @Test
    void goals_use_only_what_every_maven_shows_them() {
        noClasses()
                .that()
                .resideInAPackage("org.runincident..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.aether.util..", "org.eclipse.aether.connector..")
                .check(OURS);
    }

    @Test
    void a_jvm_is_started_without_a_look_at_what_for() {
        noClasses()
                .that()
                .resideInAPackage("org.runincident.audit.fork..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("org.runincident.audit.fork..", "java..")
                .check(OURS);
    }

    @Test
    void sources_know_nothing_above_them() {
        noClasses()
                .that()
                .resideInAPackage("org.runincident.audit.source..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.runincident.audit",
                        "org.runincident.audit.types..",
                        "org.runincident.audit.cfg..",
                        "org.runincident.audit.suppress..",
                        "org.runincident.audit.house..",
                        "org.runincident.audit.ratchet..",
                        "org.runincident.audit.report..",
                        "org.runincident.inventory..",
                        "org.runincident.rule..")
                .check(OURS);
    }

    @Test
    void types_know_sources_only() {
        noClasses()
                .that()
                .resideInAPackage("org.runincident.audit.types..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.runincident.audit",
                        "org.runincident.audit.cfg..",
                        "org.runincident.audit.ratchet..",
                        "org.runincident.audit.report..",
                        "org.runincident.inventory..",
                        "org.runincident.rule..")
                .check(OURS);
    }

    @Test
    void graphs_are_built_without_a_look_at_what_becomes_of_them() {
        noClasses()
                .that()
                .resideInAPackage("org.runincident.audit.cfg..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.runincident.audit",
                        "org.runincident.audit.ratchet..",
                        "org.runincident.audit.report..",
                        "org.runincident.inventory..",
                        "org.runincident.rule..")
                .check(OURS);
    }

    @Test
    void reports_are_made_from_data_and_know_no_front_end() {
        noClasses()
                .that()
                .resideInAPackage("org.runincident.audit.report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.github.javaparser..",
                        "org.runincident.audit",
                        "org.runincident.audit.types..",
                        "org.runincident.audit.cfg..",
                        "org.runincident.flow..",
                        "org.runincident.inventory..")
                .check(OURS);
    }

    @Test
    void parsed_trees_stay_in_the_front_end() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.runincident.audit.source..",
                        "org.runincident.audit.types..",
                        "org.runincident.audit.cfg..",
                        "org.runincident.audit.suppress..",
                        "org.runincident.audit.catalog..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.github.javaparser..")
                .check(OURS);
    }

    @Test
    void report_formats_never_import_each_other() {
        slices().matching("org.runincident.audit.report.(*)..")
                .should()
                .notDependOnEachOther()
                .check(OURS);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("org.runincident.audit.(*)..")
                .should()
                .beFreeOfCycles()
                .check(OURS);
    }
}
