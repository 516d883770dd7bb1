package org.runincident.archrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.vocabulary.IncidentConfig;

class IncidentRulesTest {
    private static final JavaClasses CARELESS =
            new ClassFileImporter().importPackages("org.runincident.archrules.examples.careless");
    private static final JavaClasses CAREFUL =
            new ClassFileImporter().importPackages("org.runincident.archrules.examples.careful");

    private record Expected(ArchRule rule, String rulesName, String member) {}

    private static final List<Expected> EACH = List.of(
            new Expected(IncidentRules.failed_statuses_carry_a_reason, "FailureWithoutReason", "Careless.fails"),
            new Expected(IncidentRules.reasons_are_not_dropped, "DroppedFailureReason", "Careless.drops"),
            new Expected(
                    IncidentRules.statuses_change_only_through_transitions,
                    "StatusWriteBypassesTransition",
                    "Careless.goesRound"),
            new Expected(IncidentRules.exceptions_are_not_swallowed, "SwallowedException", "Careless.swallows"),
            new Expected(IncidentRules.causes_are_kept, "LostCause", "Careless.losesCause"),
            new Expected(IncidentRules.interrupts_are_restored, "InterruptLost", "Careless.losesInterrupt"),
            new Expected(IncidentRules.outcomes_are_handled_exhaustively, "UnhandledVariant", "Careless.forgets"),
            new Expected(IncidentRules.outcome_variants_mirror_each_other, "VariantMirrorDrift", "Careless"));

    @TestFactory
    Stream<DynamicTest> finds_what_it_is_against() {
        return EACH.stream()
                .map(each -> DynamicTest.dynamicTest(each.rulesName(), () -> {
                    List<String> details =
                            each.rule().evaluate(CARELESS).getFailureReport().getDetails();

                    assertThat(details).hasSize(1);
                    assertThat(details.get(0)).startsWith(each.rulesName()).contains(each.member());
                }));
    }

    @TestFactory
    Stream<DynamicTest> is_silent_on_careful_code() {
        return EACH.stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.rulesName(), () -> each.rule().check(CAREFUL)));
    }

    @Test
    void says_where_what_on_which_path_and_how_to_mend() {
        assertThatThrownBy(() -> IncidentRules.exceptions_are_not_swallowed
                        .because("somebody has to look for the reason")
                        .check(CARELESS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("exceptions are not swallowed [incident:exceptions_are_not_swallowed], "
                        + "because somebody has to look for the reason")
                .hasMessageContaining("Method <org.runincident.archrules.examples.careless.Careless.swallows()> "
                        + "(Careless.java:50)")
                .hasMessageContaining("path: Careless.java:50 `Exception` is caught")
                .hasMessageContaining("mend: Throw it on");
    }

    @Test
    void all_is_every_rule_that_is_on() {
        List<String> details = IncidentRules.all(IncidentConfig.defaults())
                .evaluate(CARELESS)
                .getFailureReport()
                .getDetails();

        assertThat(details)
                .extracting(detail -> detail.substring(0, detail.indexOf(':')))
                .contains("SwallowedException", "UnhandledVariant", "FailureWithoutReason");
    }

    @Test
    void a_rule_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> IncidentRules.of("ours", IncidentConfig.defaults(), "SwalowedException"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no rule SwalowedException");
    }

    @Test
    void what_is_frozen_stays_known_when_a_because_is_added(@TempDir Path store) {
        ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setProperty("freeze.store.default.path", store.toString());
            configuration.setProperty("freeze.store.default.allowStoreCreation", "true");
            configuration.setProperty("freeze.store.default.allowStoreUpdate", "true");
            IncidentRules.freeze(IncidentRules.causes_are_kept).check(CARELESS);

            IncidentRules.freeze(IncidentRules.causes_are_kept.because("traces end there"))
                    .check(CARELESS);
        });
    }
}
