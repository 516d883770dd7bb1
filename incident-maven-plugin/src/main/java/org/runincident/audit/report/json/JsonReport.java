package org.runincident.audit.report.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.runincident.audit.report.Report;

/** Writes and reads {@code report.json}. */
public final class JsonReport {
    // What is empty is not written, so what is absent is empty.
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .withConfigOverride(List.class, o -> o.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(String.class, o -> o.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    private JsonReport() {}

    /** The report as UTF-8 text; line ends are {@code \n} everywhere. */
    public static byte[] write(Report report) {
        try {
            return (writer().writeValueAsString(report) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is always writable", e);
        }
    }

    /**
     * Reads a report.
     *
     * @throws IOException when it is none, or of a newer version; the message is a clause that says which
     */
    public static Report read(byte[] text) throws IOException {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IOException("it is no JSON (" + e.getOriginalMessage() + ")", e);
        }
        if (!Report.FORMAT.equals(tree.path("format").asText())) {
            throw new IOException("it is no report of this plugin");
        }
        int version = tree.path("version").asInt();
        if (version > Report.VERSION) {
            throw new IOException("it was written by a newer version of this plugin (format " + version
                    + ", this one reads up to " + Report.VERSION + ")");
        }
        try {
            return MAPPER.treeToValue(tree, Report.class);
        } catch (JsonProcessingException e) {
            throw new IOException("it is no whole report (" + e.getOriginalMessage() + ")", e);
        }
    }

    private static ObjectWriter writer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return MAPPER.writer(printer);
    }
}
