package org.runincident.audit.ratchet;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The text of a baseline file: a version, then one entry a line, sorted, so that branches merge. */
final class BaselineJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private BaselineJson() {}

    static byte[] write(Baseline baseline) {
        String text = "{\n  \"version\": " + Baseline.VERSION + list("findings", baseline.entries())
                + (baseline.measures().isEmpty() ? "" : list("ratchets", baseline.measures())) + "\n}\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String list(String name, List<?> items) {
        String lines = items.stream().map(BaselineJson::line).collect(Collectors.joining(",\n"));
        return ",\n  \"" + name + "\": [" + (lines.isEmpty() ? "]" : "\n" + lines + "\n  ]");
    }

    private static String line(Object entry) {
        try {
            return "    " + JSON.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of strings is always JSON", e);
        }
    }

    /**
     * Reads the text of a file.
     *
     * @param name how the file is called in messages
     */
    static Baseline read(byte[] bytes, String name) throws BaselineProblem {
        return read(bytes, name, false);
    }

    /** As {@link #read(byte[], String)}; with {@code doubles} a finding held twice is taken once. */
    static Baseline read(byte[] bytes, String name, boolean doubles) throws BaselineProblem {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int marker = ConflictMarkers.firstLine(text);
        if (marker > 0) {
            throw new BaselineProblem(name + " holds merge-conflict markers (line " + marker
                    + "). To keep exactly what is still found: mvn incident:tighten");
        }
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new BaselineProblem(
                    name + ":" + lineOf(e) + ": not a whole JSON document (" + e.getOriginalMessage()
                            + "). Restore it from version control; the file was not touched.",
                    e);
        }
        int version = root == null ? 0 : root.path("version").asInt(0);
        if (version < 1 || !root.path("findings").isArray()) {
            throw new BaselineProblem(name + " is no baseline: it needs a \"version\" and a list of \"findings\"."
                    + " Restore it from version control; the file was not touched.");
        }
        if (version > Baseline.VERSION) {
            throw new BaselineProblem(name + " was written by a newer version (format " + version
                    + ", this one reads up to " + Baseline.VERSION
                    + "). Use a newer incident-maven-plugin. The file was not touched.");
        }
        List<Measure> measures = new ArrayList<>();
        for (JsonNode measure : root.path("ratchets")) {
            measures.add(item(measure, Measure.class, name, measures.size() + 1));
        }
        return new Baseline(entries(root.path("findings"), name, doubles), measures);
    }

    private static List<BaselineEntry> entries(JsonNode findings, String name, boolean doubles) throws BaselineProblem {
        List<BaselineEntry> entries = new ArrayList<>();
        Set<Identity> seen = new HashSet<>();
        for (JsonNode finding : findings) {
            BaselineEntry entry = item(finding, BaselineEntry.class, name, entries.size() + 1);
            if (!seen.add(entry.identity())) {
                if (doubles) {
                    continue;
                }
                throw new BaselineProblem(name + " holds one finding twice: " + entry.rule() + " in " + entry.member()
                        + ". Delete one of the two lines, or let mvn incident:tighten do it.");
            }
            entries.add(entry);
        }
        return entries;
    }

    static <T> T item(JsonNode node, Class<T> type, String name, int number) throws BaselineProblem {
        try {
            return JSON.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new BaselineProblem(
                    name + ": entry " + number + " cannot be read (" + e.getOriginalMessage()
                            + "). The file was not touched.",
                    e);
        }
    }

    private static int lineOf(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? 1 : location.getLineNr();
    }
}
