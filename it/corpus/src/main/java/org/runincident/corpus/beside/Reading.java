package org.runincident.corpus.beside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What somebody who read the code says of a finding that one tool has and the other has not.
 *
 * @param real an exception, its cause or a variant gets lost there, and nothing in the code says that it may
 */
record Reading(Tool tool, String rule, String path, int line, boolean real, String why) {

    boolean isOf(Hit hit) {
        return tool == hit.tool() && rule.equals(hit.rule()) && path.equals(hit.path()) && line == hit.line();
    }

    static List<Reading> all(Path file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<Reading> all = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            for (CSVRecord row : parser) {
                all.add(new Reading(
                        Tool.valueOf(row.get("tool").toUpperCase(Locale.ROOT)),
                        row.get("rule"),
                        row.get("path"),
                        Integer.parseInt(row.get("line")),
                        Boolean.parseBoolean(row.get("real")),
                        row.get("why")));
            }
        }
        return all;
    }
}
