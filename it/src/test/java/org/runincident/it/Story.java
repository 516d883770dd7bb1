package org.runincident.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What one Maven build left behind: its log and its reports. The {@code verify.groovy} of each story asks it.
 *
 * <p>Findings are read from the SARIF report, whose shape is a standard; they are written {@code file:line rule}.
 */
public final class Story {
    private final Path folder;
    private final String log;

    /** @param folder where the build ran; holds {@code build.log} */
    public Story(File folder) throws IOException {
        this(folder.toPath(), Files.readString(folder.toPath().resolve("build.log")));
    }

    /** A build that ran elsewhere than in the folder of its log. */
    public Story(Path folder, String log) {
        this.folder = folder;
        this.log = log;
    }

    /** Exactly these findings, in any order, in the report at the root. */
    public Story finds(String... findings) throws IOException {
        assertThat(findings()).containsExactlyInAnyOrder(findings);
        return this;
    }

    /** At least these findings. */
    public Story findsAmongOthers(String... findings) throws IOException {
        assertThat(findings()).contains(findings);
        return this;
    }

    /** Each text stands in the log. */
    public Story says(String... texts) {
        assertThat(log).contains(texts);
        return this;
    }

    /** Each text stands in the log, in this order. */
    public Story saysInOrder(String... texts) {
        assertThat(log).containsSubsequence(texts);
        return this;
    }

    /** Each text stands in the log, in this order; figures and the width of columns may be others. */
    Story saysInOrderButForNumbers(List<String> texts) {
        assertThat(withoutNumbers(log))
                .containsSubsequence(texts.stream().map(Story::withoutNumbers).toList());
        return this;
    }

    private static String withoutNumbers(String text) {
        return text.replaceAll("(?m)^\\[INFO\\] ?", "")
                .replaceAll("\\d+(\\.\\d+)?", "N")
                .replaceAll("[ \\t]+", " ")
                .strip();
    }

    public Story saysNot(String... texts) {
        assertThat(log).doesNotContain(texts);
        return this;
    }

    /** A person's mistake is answered in words, not with frames of our code. */
    public Story hasNoStackTrace() {
        assertThat(log).doesNotContainPattern("(?m)^(\\[ERROR\\] )?\\s+at [\\w.$/]+\\(");
        return this;
    }

    public Story hasNoFile(String path) {
        assertThat(folder.resolve(path)).doesNotExist();
        return this;
    }

    public Story hasFile(String path) {
        assertThat(folder.resolve(path)).isRegularFile();
        return this;
    }

    String log() {
        return log;
    }

    List<String> findings() throws IOException {
        List<String> findings = new ArrayList<>();
        for (JsonNode result : report("report.sarif").at("/runs/0/results")) {
            JsonNode place = result.at("/locations/0/physicalLocation");
            findings.add(place.at("/artifactLocation/uri").asText() + ":"
                    + place.at("/region/startLine").asInt() + " "
                    + result.path("ruleId").asText());
        }
        return findings;
    }

    JsonNode report(String name) throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve("target/incident").resolve(name).toFile());
    }
}
