package org.runincident.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.audit.AuditRequest.Fork;
import org.runincident.audit.report.json.JsonReport;
import org.runincident.rule.Rule;
import org.runincident.rule.Rules;
import org.runincident.vocabulary.ConfigReader;

class ForkedAuditTest {
    private static final Path EXAMPLE =
            Path.of("../it/examples/job-runner").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private AuditModule example() {
        return AuditModule.of("job-runner", EXAMPLE, EXAMPLE.resolve("src/main/java"))
                .withCache(folder);
    }

    private static AuditRequest request(AuditModule module) {
        return AuditRequest.of(EXAMPLE, List.of(module)).withThreads(2);
    }

    private static String report(AuditResult result) throws IOException {
        return new String(JsonReport.write(result.report()), StandardCharsets.UTF_8);
    }

    @Test
    void a_jvm_of_its_own_finds_the_same_and_says_how_far_it_is() throws IOException {
        AtomicInteger steps = new AtomicInteger();
        AuditResult forked = Audit.run(request(example()).withFork(Fork.ALWAYS), new Progress() {
            @Override
            public void stage(String what, int count) {
                steps.addAndGet(count);
            }

            @Override
            public void step() {}
        });
        AuditResult here = Audit.run(request(example().withCache(null)));

        assertThat(forked.fork())
                .hasValueSatisfying(cost -> assertThat(cost.heap()).isPositive());
        assertThat(forked.timings()).containsKeys("read", "judge", "fork");
        assertThat(steps).hasPositiveValue();
        assertThat(forked.notes()).isEmpty();
        assertThat(forked.findings()).isNotEmpty();
        assertThat(report(forked)).isEqualTo(report(here));
    }

    @Test
    void little_is_judged_where_it_is_and_so_is_what_is_not_kept() {
        assertThat(Audit.run(request(example()).withFork(Fork.AUTO)).fork()).isEmpty();
        assertThat(Audit.run(request(example().withCache(null)).withFork(Fork.ALWAYS))
                        .fork())
                .isEmpty();
    }

    @Test
    void a_jvm_that_fails_is_named_and_the_audit_goes_on() throws IOException {
        Path file = Files.writeString(folder.resolve("incident.json"), "{}");
        ConfigReader configs =
                new ConfigReader(Rules.all().list().stream().map(Rule::id).toList());
        AuditModule module = example().withConfig(configs.read(file, "incident.json"));
        Files.writeString(file, "{ no longer what it was");

        AuditResult result = Audit.run(request(module).withFork(Fork.ALWAYS));

        assertThat(result.findings()).isNotEmpty();
        assertThat(result.notes())
                .singleElement()
                .asString()
                .contains("no JVM of its own, it ended with 1", "incident.json", "incident.fork=off");
    }

    @Test
    void an_order_says_all_that_a_request_does() {
        AuditModule module = AuditModule.builder("b", EXAMPLE)
                .sourceRoots(List.of(EXAMPLE.resolve("a"), EXAMPLE.resolve("b")))
                .generatedRoots(List.of(EXAMPLE.resolve("c")))
                .testRoots(List.of(EXAMPLE.resolve("d")))
                .classPath(List.of(EXAMPLE.resolve("e.jar")))
                .encoding(StandardCharsets.ISO_8859_1)
                .upstream(Set.of("a"))
                .cache(folder)
                .classes(EXAMPLE.resolve("f"))
                .build();
        AuditRequest request =
                new AuditRequest(EXAMPLE, List.of(module), AuditRequest.RuleSet.THOROUGH, 3, false, Fork.ALWAYS);

        AuditRequest read =
                AuditOrder.read(AuditOrder.of(request, List.of(module)).write()).request();

        assertThat(read.withFork(Fork.ALWAYS))
                .usingRecursiveComparison()
                .ignoringFields("modules.config")
                .isEqualTo(request);
    }
}
