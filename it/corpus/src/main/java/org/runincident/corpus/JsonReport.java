package org.runincident.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what an audit left in {@code target/incident/report.json}. */
final class JsonReport {
    private static final String SOURCE_ROOT = "src/main/java/";

    private JsonReport() {}

    static Audited read(Path report) throws IOException {
        JsonNode root = new ObjectMapper().readTree(report.toFile());
        List<Found> findings = new ArrayList<>();
        for (JsonNode f : root.path("findings")) {
            findings.add(new Found(
                    f.path("rule").asText(),
                    inJar(f.path("file").asText()),
                    f.path("line").asInt()));
        }
        List<Audited.Level> levels = new ArrayList<>();
        for (JsonNode s : root.path("statusSites")) {
            levels.add(new Audited.Level(
                    inJar(s.path("file").asText()),
                    s.path("line").asInt(),
                    s.path("level").asText().toLowerCase(Locale.ROOT)));
        }
        return new Audited(findings, levels, -1, -1);
    }

    /** The path as the labels have it. */
    static String inJar(String file) {
        int root = file.indexOf(SOURCE_ROOT);
        return root < 0 ? file : file.substring(root + SOURCE_ROOT.length());
    }
}
