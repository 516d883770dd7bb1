package org.runincident;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.runincident.code.MethodKey;
import org.runincident.flow.MethodRef;
import org.runincident.flow.Program;
import org.runincident.flow.Value;
import org.runincident.rule.Rule;

/** Which package of the judgement may use which. */
class JudgementArrowsTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.runincident");

    @Test
    void code_is_the_lowest() {
        noClasses()
                .that()
                .resideInAPackage("org.runincident.code..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.runincident.flow..",
                        "org.runincident.vocabulary..",
                        "org.runincident.inventory..",
                        "org.runincident.rule..",
                        "org.runincident.archrules..")
                .check(OURS);
    }

    @Test
    void flow_knows_no_front_end_and_nothing_above() {
        noClasses()
                .that()
                .resideInAPackage("org.runincident.flow..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.github.javaparser..",
                        "org.objectweb.asm..",
                        "com.tngtech.archunit..",
                        "org.runincident.inventory..",
                        "org.runincident.rule..",
                        "org.runincident.archrules..")
                .check(OURS);
    }

    @Test
    void vocabulary_and_inventory_know_no_rule_and_no_front_end() {
        noClasses()
                .that()
                .resideInAnyPackage("org.runincident.vocabulary..", "org.runincident.inventory..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.github.javaparser..",
                        "org.objectweb.asm..",
                        "com.tngtech.archunit..",
                        "org.runincident.rule..",
                        "org.runincident.archrules..")
                .check(OURS);
    }

    @Test
    void rules_know_inventory_and_not_how_it_was_made() {
        noClasses()
                .that()
                .resideInAPackage("org.runincident.rule..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.github.javaparser..", "org.objectweb.asm..", "org.runincident.archrules..")
                .check(OURS);
    }

    @Test
    void rules_never_import_each_other() {
        classes()
                .that()
                .areAssignableTo(Rule.class)
                .and()
                .areNotInterfaces()
                .should()
                .onlyHaveDependentClassesThat(new com.tngtech.archunit.base.DescribedPredicate<>("are no rules") {
                    @Override
                    public boolean test(com.tngtech.archunit.core.domain.JavaClass dependent) {
                        return !dependent.isAssignableTo(Rule.class);
                    }
                })
                .check(OURS);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("org.runincident.(*)..").should().beFreeOfCycles().check(OURS);
    }

    /**
     * Kept verdicts stand after an edit whose body nobody asked for by its method. A body that is found by looking at all of
     * them is asked for by nobody: whoever does that must look at each alone, or ask for those it needs of others (see
     * InventoryBuilder).
     */
    @Test
    void whoever_looks_at_all_bodies_is_known_to_those_who_keep_verdicts() {
        noClasses()
                .that()
                .doNotHaveSimpleName("WatchedProgram")
                .and()
                .resideOutsideOfPackage("org.runincident.archrules..")
                .and()
                .haveNameNotMatching(
                        ".*\\.(CapturedNames|Interruptions|ControlFlow|EnumVisits|CallGraph|Targets|FinallyLeaps|OutcomeCasts|VariantMirrors"
                                + "|OutcomeVisitors|OutsideConsumers|OutcomeRegistries|OutcomeConsumers|ExceptionHandlers|DroppedFutures"
                                + "|RaisedFlags|RoundTransitions|EndsByDefault|Sanctioned|NamesOfNothing)")
                .should()
                .callMethod(Program.class, "graphs")
                .check(OURS);
    }

    /** Beside summaries, the typestate reads a body only where it says so: see StatusAnalysis.Found. */
    @Test
    void whoever_reads_the_bodies_of_calls_is_known_to_those_who_keep_verdicts() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.(CallGraph|Calls|RaisedFlags|ConstantPredicates(\\$Walk)?)")
                .should()
                .callMethod(
                        "org.runincident.flow.status.Targets", "of", MethodRef.class.getName(), Value.class.getName())
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage("org.runincident.flow.status..")
                .and()
                .haveNameNotMatching(".*\\.(Targets|RoundTransitions|ConstantPredicates(\\$Walk)?)")
                .should()
                .callMethod(Program.class, "graph", MethodKey.class)
                .check(OURS);
    }
}
