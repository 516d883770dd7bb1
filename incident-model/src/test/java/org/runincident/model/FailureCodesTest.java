package org.runincident.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureCodesTest {
    enum BillingCode implements FailureCode {
        PAYMENT_DECLINED,
        TIMEOUT;

        @Override
        public FailureCategory category() {
            return FailureCategory.RATE_LIMIT;
        }

        @Override
        public String message() {
            return "The bank said no.";
        }
    }

    public static final class BillingCodes implements FailureCodeProvider {
        @Override
        public Collection<? extends FailureCode> codes() {
            return List.of(BillingCode.PAYMENT_DECLINED);
        }
    }

    private record Code(String code, String message) implements FailureCode {
        @Override
        public String name() {
            return "X";
        }

        @Override
        public FailureCategory category() {
            return FailureCategory.INTERNAL;
        }
    }

    @Test
    void an_enum_constant_has_its_code_by_its_name_and_its_permanence_by_its_category() {
        assertThat(BillingCode.PAYMENT_DECLINED.code()).isEqualTo("payment_declined");
        assertThat(BillingCode.PAYMENT_DECLINED.permanence()).isEqualTo(Permanence.TRANSIENT);
    }

    @Test
    void common_and_own_codes_are_found_by_what_is_stored() {
        FailureCodes codes = FailureCodes.with(List.of(BillingCode.PAYMENT_DECLINED));

        assertThat(codes.find("payment_declined")).isEqualTo(BillingCode.PAYMENT_DECLINED);
        assertThat(codes.find("disk_full")).isEqualTo(CommonCode.DISK_FULL);
        assertThat(codes.all())
                .hasSize(CommonCode.values().length + 1)
                .isSortedAccordingTo((a, b) -> a.code().compareTo(b.code()));
    }

    @Test
    void a_code_nobody_knows_counts_as_unknown_and_keeps_its_text() {
        FailureCode code = FailureCodes.installed().find("teleport_failed");

        assertThat(code).isEqualTo(new UnknownCode("teleport_failed"));
        assertThat(code.code()).isEqualTo("unknown");
        assertThat(code.category()).isEqualTo(FailureCategory.UNKNOWN);
        assertThat(code.permanence()).isEqualTo(Permanence.PERMANENT);
        assertThat(code.message()).isEqualTo(CommonCode.UNKNOWN.message());
        assertThatIllegalArgumentException().isThrownBy(() -> new UnknownCode(" "));
    }

    @Test
    void nothing_stored_reads_as_unrecorded() {
        assertThat(FailureCodes.installed().find(null)).isEqualTo(CommonCode.UNRECORDED);
        assertThat(FailureCodes.installed().find(" ")).isEqualTo(CommonCode.UNRECORDED);
    }

    @Test
    void two_meanings_for_one_code_are_refused_with_both_places() {
        assertThatIllegalStateException()
                .isThrownBy(() -> FailureCodes.with(List.of(BillingCode.TIMEOUT)))
                .withMessage("the code \"timeout\" has two meanings: org.runincident.model.CommonCode.TIMEOUT and "
                        + "org.runincident.model.FailureCodesTest$BillingCode.TIMEOUT; let code() of one of them answer "
                        + "something else");
    }

    @Test
    void the_same_code_offered_twice_is_no_conflict() {
        assertThat(FailureCodes.with(List.of(BillingCode.PAYMENT_DECLINED, BillingCode.PAYMENT_DECLINED))
                        .all())
                .hasSize(CommonCode.values().length + 1);
    }

    @Test
    void a_badly_formed_code_or_a_blank_message_is_refused() {
        for (String code : new String[] {null, "", "Upper", "a b", "_a"}) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> FailureCodes.with(List.of(new Code(code, "Something."))))
                    .withMessageContaining("lower case letters");
        }
        for (String message : new String[] {null, " "}) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> FailureCodes.with(List.of(new Code("a", message))))
                    .withMessageEndingWith("has no message");
        }
    }

    @Test
    void a_provider_on_the_class_path_is_found(@TempDir Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(FailureCodeProvider.class.getName()), BillingCodes.class.getName());

        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            assertThat(FailureCodes.installed(loader).find("payment_declined")).isEqualTo(BillingCode.PAYMENT_DECLINED);
        }
    }

    @Test
    void every_common_code_is_well_formed() {
        assertThat(CommonCode.values()).allSatisfy(code -> {
            assertThat(code.message()).endsWith(".").doesNotContain("{");
            assertThat(code.category()).isNotNull();
            assertThat(code.permanence()).isNotNull();
        });
        assertThat(CommonCode.DISPATCH_EXHAUSTED.permanence()).isEqualTo(Permanence.PERMANENT);
        assertThat(CommonCode.ORPHANED_WORK.permanence()).isEqualTo(Permanence.TRANSIENT);
    }
}
