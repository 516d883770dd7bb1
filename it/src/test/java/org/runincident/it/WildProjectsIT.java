package org.runincident.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Multi-module projects that nobody here wrote, from their own source archives on Maven Central, each audited untouched by one
 * command: no build before it, no configuration. Prints a table; takes a while, so only {@code -Pfull} or {@code
 * -Dwild=true} runs it.
 */
@EnabledIfSystemProperty(named = "wild", matches = "true")
class WildProjectsIT {
    private static final Path FOLDER = Path.of("target/wild").toAbsolutePath();
    private static final List<String> PROJECTS = List.of(
            "org.apache.activemq:activemq-parent:6.1.4:zip:source-release",
            "org.apache.maven.archetype:maven-archetype:3.3.1:zip:source-release",
            "org.apache.maven.doxia:doxia:2.0.0:zip:source-release",
            "org.apache.maven.enforcer:enforcer:3.5.0:zip:source-release",
            "org.apache.maven.indexer:maven-indexer:7.1.5:zip:source-release",
            "org.apache.maven.plugin-tools:maven-plugin-tools:3.15.1:zip:source-release",
            "org.apache.maven.release:maven-release:3.1.1:zip:source-release",
            "org.apache.maven.resolver:maven-resolver:1.9.22:zip:source-release",
            "org.apache.maven.scm:maven-scm:2.1.0:zip:source-release",
            "org.apache.maven.surefire:surefire:3.5.2:zip:source-release",
            "org.apache.maven.wagon:wagon:3.5.3:zip:source-release");

    @Test
    void every_project_is_audited_untouched() throws Exception {
        List<String> table = new ArrayList<>(List.of(
                "| project | modules | lines | files | parsed | unreadable | unknown types | seconds | failure paths | exceptions | variants | house |",
                "| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |"));
        for (String project : PROJECTS) {
            String row = row(project);
            System.out.println(row);
            table.add(row);
        }
        Files.write(FOLDER.resolve("table.md"), table);
    }

    private static String row(String coordinates) throws Exception {
        String[] parts = coordinates.split(":");
        Path folder = FOLDER.resolve(parts[1]);
        if (Files.notExists(folder)) {
            Files.createDirectories(FOLDER);
            Maven.in(FOLDER)
                    .succeeds(
                            "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy",
                            "-Dartifact=" + coordinates,
                            "-DoutputDirectory=" + FOLDER);
            unzip(FOLDER.resolve(parts[1] + "-" + parts[2] + "-" + parts[4] + ".zip"), folder);
        }
        Path root = root(folder);
        Files.createDirectories(root.resolve(".mvn")); // else the root would be that of this build
        long start = System.nanoTime();
        Story story = Maven.in(root).succeeds(Maven.goal("audit"));
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        story.hasNoStackTrace();
        JsonNode report = new ObjectMapper()
                .readTree(root.resolve("target/incident/report.json").toFile());
        JsonNode census = report.at("/summary/census");
        assertThat(census.path("parsed").asInt()).isPositive();
        assertThat(census.path("problems").toString()).doesNotContain("this program failed", "could not be listed");
        Map<String, Integer> families = families(report);
        return String.format(
                Locale.ROOT,
                "| %s %s | %d | %,d | %,d | %,d | %d | %,d | %d | %d | %d | %d | %d |",
                parts[1],
                parts[2],
                report.path("modules").size(),
                census.path("lines").asInt(),
                census.path("files").asInt(),
                census.path("parsed").asInt(),
                census.path("unreadable").asInt(),
                census.path("unknownTypes").size(),
                seconds,
                families.getOrDefault("status", 0),
                families.getOrDefault("exceptions", 0),
                families.getOrDefault("variants", 0),
                families.getOrDefault("house", 0));
    }

    private static Map<String, Integer> families(JsonNode report) {
        Map<String, String> familyOf = new TreeMap<>();
        report.path("rules")
                .forEach(rule -> familyOf.put(
                        rule.path("id").asText(), rule.path("family").asText()));
        Map<String, Integer> families = new TreeMap<>();
        report.path("modules")
                .forEach(module -> module.path("findings")
                        .forEach(finding ->
                                families.merge(familyOf.get(finding.path("rule").asText()), 1, Integer::sum)));
        return families;
    }

    /** The archive's own top folder. */
    private static Path root(Path folder) throws IOException {
        try (Stream<Path> files = Files.find(folder, 2, (path, a) -> path.endsWith("pom.xml"))) {
            return files.sorted()
                    .min((a, b) -> Integer.compare(a.getNameCount(), b.getNameCount()))
                    .orElseThrow()
                    .getParent();
        }
    }

    private static void unzip(Path archive, Path folder) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(archive);
                Stream<Path> files = Files.walk(zip.getPath("/"))) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(zip.getPath("/").relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
