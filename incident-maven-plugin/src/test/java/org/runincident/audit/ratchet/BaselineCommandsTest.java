package org.runincident.audit.ratchet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.runincident.audit.ratchet.Samples.at;
import static org.runincident.audit.ratchet.Samples.findings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.audit.ratchet.BaselineCommands.Taken;

class BaselineCommandsTest {
    private static final String CATCH = "catch (Exception e) { return null; }";
    private final BaselineCommands commands = new BaselineCommands(LocalDate.of(2026, 11, 21));

    @TempDir
    Path folder;

    private RatchetModule module(List<Identified> findings) {
        return Samples.module(folder, "orders", findings, Samples.EVERYTHING);
    }

    @Test
    void the_first_time_everything_is_taken_in_without_a_word() throws Exception {
        RatchetModule module = module(findings(at("Swallowed", "close", CATCH), at("Swallowed", "close", CATCH)));
        Taken taken = commands.takeIn(module, "");
        assertThat(taken.created()).isTrue();
        assertThat(taken.held()).isEqualTo(2);
        assertThat(module.compare().fresh()).isEmpty();
        assertThat(module.file().read().orElseThrow().entries())
                .allMatch(entry -> entry.because().isEmpty());
    }

    @Test
    void once_more_with_nothing_new_changes_nothing_and_asks_for_nothing() throws Exception {
        RatchetModule module = module(findings(at("Swallowed", "close", CATCH)));
        commands.takeIn(module, null);
        byte[] before = Files.readAllBytes(folder.resolve(BaselineFile.NAME));
        assertThat(commands.takeIn(module, null).added()).isEmpty();
        assertThat(Files.readAllBytes(folder.resolve(BaselineFile.NAME))).isEqualTo(before);
    }

    @Test
    void a_module_without_findings_gets_no_file() throws Exception {
        assertThat(commands.takeIn(module(List.of()), "").held()).isZero();
        assertThat(folder.resolve(BaselineFile.NAME)).doesNotExist();
    }

    @Test
    void later_new_ones_need_a_because_that_is_kept_with_its_date() throws Exception {
        commands.takeIn(module(findings(at("Swallowed", "close", CATCH))), "");
        RatchetModule worse =
                module(findings(at("Swallowed", "close", CATCH), at("LostCause", "open", "throw new X();")));
        byte[] before = Files.readAllBytes(folder.resolve(BaselineFile.NAME));
        assertThatThrownBy(() -> commands.takeIn(worse, " "))
                .hasMessageContaining("is there already, and 1 finding is new")
                .hasMessageContaining("-Dincident.because=");
        assertThat(Files.readAllBytes(folder.resolve(BaselineFile.NAME))).isEqualTo(before);
        assertThatThrownBy(() -> commands.takeIn(worse, "By design."))
                .hasMessageStartingWith("\"By design.\" is no reason.");
        Taken taken = commands.takeIn(worse, "the vendor's callback cannot throw");
        assertThat(taken.added())
                .singleElement()
                .matches(f -> f.identity().rule().equals("LostCause"));
        assertThat(worse.file().read().orElseThrow().entries())
                .filteredOn(entry -> entry.rule().equals("LostCause"))
                .singleElement()
                .matches(entry -> entry.because().equals("the vendor's callback cannot throw")
                        && entry.on().equals("2026-11-21"));
    }

    @Test
    void one_finding_is_accepted_by_the_beginning_of_its_fingerprint() throws Exception {
        RatchetModule module =
                module(findings(at("Swallowed", "close", CATCH), at("LostCause", "open", "throw new X();")));
        String fingerprint = module.findings().get(0).identity().fingerprint();
        commands.accept(List.of(module), fingerprint.substring(0, 8), "the probe is best effort");
        assertThat(module.compare().fresh()).hasSize(1);
        assertThatThrownBy(() -> commands.accept(List.of(module), fingerprint, "again"))
                .hasMessage("The finding " + fingerprint + " is in the baseline already.");
    }

    @Test
    void an_unknown_fingerprint_and_a_missing_because_are_told() throws Exception {
        RatchetModule module = module(findings(at("Swallowed", "close", CATCH)));
        assertThatThrownBy(() -> commands.accept(List.of(module), "zzzz", "why"))
                .hasMessageStartingWith("No new finding has the fingerprint \"zzzz\".");
        String fingerprint = module.findings().get(0).identity().fingerprint();
        assertThatThrownBy(() -> commands.accept(List.of(module), fingerprint, null))
                .hasMessageStartingWith("Say why it may stay");
    }
}
