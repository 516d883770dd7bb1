package org.runincident.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.runincident.audit.Audit;
import org.runincident.audit.AuditModule;
import org.runincident.audit.AuditRequest;
import org.runincident.audit.report.json.JsonReport;
import org.runincident.audit.report.sarif.SarifReport;
import org.runincident.rule.RulePages;

/** Published sources that nobody here wrote, audited as they are. */
class RealSourcesIT {
    private static final Path PROJECTS = Path.of("target/real-sources").toAbsolutePath();
    private static final String CONDUCTOR = "conductor-core";
    private static final String BATCH = "spring-batch-core";
    private static final String CONNECT = "connect-runtime";
    private static final Pattern SHOWN = Pattern.compile("On Conductor[^`]*```\\n(.*?)```", Pattern.DOTALL);

    @BeforeAll
    static void unpack() throws Exception {
        copy(Path.of("corpus/projects"), PROJECTS);
        Maven.in(PROJECTS).succeeds("generate-sources", "-pl", String.join(",", CONDUCTOR, BATCH, CONNECT));
    }

    @Test
    void the_failure_paths_of_conductor_stand_in_a_table_with_the_silent_ones_in_steps() throws Exception {
        Story story = Maven.in(PROJECTS.resolve(CONDUCTOR)).succeeds(Maven.goal("audit"), "-Dincident.show=100");

        story.says("FAILURE PATHS", "TaskModel.status", "WorkflowModel.status", "Reason coverage")
                .saysInOrder(
                        "WorkflowRepairService.java:191",
                        "DroppedFailureReason",
                        "1>",
                        "task.setStatus(TaskModel.Status.FAILED);",
                        "2>")
                .findsAmongOthers(
                        "src/main/java/com/netflix/conductor/core/reconciliation/WorkflowRepairService.java:191 DroppedFailureReason");
    }

    @Test
    void the_readme_shows_what_is_said_of_conductor() throws Exception {
        Story story = Maven.in(PROJECTS.resolve(CONDUCTOR)).succeeds(Maven.goal("audit"));

        Matcher shown = SHOWN.matcher(Files.readString(Path.of("../README.md")));
        assertThat(shown.find()).isTrue();
        story.saysInOrderButForNumbers(shown.group(1)
                .lines()
                .filter(line -> !line.isBlank() && !line.strip().equals("..."))
                .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {CONDUCTOR, BATCH, CONNECT})
    void the_sarif_report_is_valid(String name) throws Exception {
        byte[] sarif = SarifReport.write(
                Audit.run(request(PROJECTS.resolve(name))).report(), SarifReport.Which.ALL, RulePages::of);

        try (InputStream schema = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                            .getSchema(schema)
                            .validate(new ObjectMapper().readTree(sarif)))
                    .isEmpty();
        }
    }

    @Test
    void spring_batch_is_audited_from_its_root_and_from_a_child_with_the_same_findings() throws Exception {
        Story root = Maven.in(PROJECTS).succeeds(Maven.goal("audit"), "-pl", BATCH);
        List<String> fromRoot = root.findings();

        Story child = Maven.in(PROJECTS.resolve(BATCH)).succeeds(Maven.goal("audit"));

        assertThat(fromRoot).isNotEmpty();
        assertThat(child.findings())
                .containsExactlyInAnyOrderElementsOf(fromRoot.stream()
                        .map(f -> f.substring(BATCH.length() + 1))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {CONDUCTOR, BATCH})
    void the_number_of_threads_changes_no_byte_of_the_report(String name) throws Exception {
        AuditRequest request = request(PROJECTS.resolve(name));

        assertThat(report(request.withThreads(1))).isEqualTo(report(request.withThreads(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {CONDUCTOR, BATCH})
    void the_pre_filter_changes_no_byte_but_the_count_of_files_it_spared(String name) throws Exception {
        AuditRequest request = request(PROJECTS.resolve(name));

        assertThat(withoutFileCounts(report(request.withPreFilter(false))))
                .isEqualTo(withoutFileCounts(report(request)));
    }

    @ParameterizedTest
    @ValueSource(strings = {CONDUCTOR, BATCH})
    void line_ends_change_no_byte_of_the_report(String name) throws Exception {
        Path original = PROJECTS.resolve(name);
        Path windows = PROJECTS.resolveSibling("real-sources-crlf").resolve(name);
        copy(original, windows);
        try (Stream<Path> files = Files.walk(windows.resolve("src"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                Files.writeString(file, text.replace("\r\n", "\n").replace("\n", "\r\n"), StandardCharsets.ISO_8859_1);
            }
        }

        assertThat(report(request(windows))).isEqualTo(report(request(original)));
    }

    /** Line by line, so that a difference can be read. */
    private static List<String> report(AuditRequest request) {
        return new String(JsonReport.write(Audit.run(request).report()), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static List<String> withoutFileCounts(List<String> report) {
        return report.stream()
                .filter(line -> !line.matches("\\s*\"(parsed|filtered|methods)\" : .*"))
                .toList();
    }

    private static AuditRequest request(Path project) throws IOException {
        List<Path> classPath = new ArrayList<>();
        for (String jar : Files.readString(project.resolve("target/classpath.txt"))
                .strip()
                .split(System.getProperty("path.separator"))) {
            classPath.add(Path.of(jar));
        }
        AuditModule module = AuditModule.of("project", project, project.resolve("src/main/java"))
                .withClassPath(classPath);
        return AuditRequest.of(project, List.of(module));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.write(target, Files.readAllBytes(file));
                }
            }
        }
    }
}
