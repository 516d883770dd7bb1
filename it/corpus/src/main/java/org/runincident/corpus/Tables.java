package org.runincident.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the lists that belong to the corpus: labels, sampling, contested labels, adjudicated findings. */
final class Tables {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private Tables() {}

    /** All labelled artifacts, sorted by file name. */
    static List<LabelSet> labels(Path corpus) {
        List<CSVRecord> sampling = rows(corpus.resolve("sampling.csv"));
        try (Stream<Path> files = Files.list(corpus.resolve("labels"))) {
            return files.filter(f -> f.getFileName().toString().endsWith(".csv"))
                    .sorted()
                    .map(f -> labels(f, sampling))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Contested> contested(Path corpus) {
        return read(
                corpus.resolve("contested.csv"),
                r -> new Contested(
                        r.get("artifact"),
                        Family.named(r.get("family")),
                        r.get("path"),
                        Integer.parseInt(r.get("line")),
                        r.get("verdict"),
                        r.get("instead"),
                        r.get("group"),
                        r.get("kind"),
                        r.get("why")));
    }

    static List<Adjudicated> adjudicated(Path corpus) {
        return read(
                corpus.resolve("adjudicated.csv"),
                r -> new Adjudicated(
                        r.get("artifact"),
                        r.get("path"),
                        Integer.parseInt(r.get("line")),
                        r.get("rule"),
                        Boolean.parseBoolean(r.get("real")),
                        r.get("why")));
    }

    private static LabelSet labels(Path file, List<CSVRecord> sampling) {
        Artifact artifact = Artifact.ofLabelFile(file.getFileName().toString());
        Map<Family, Integer> every = new EnumMap<>(Family.class);
        sampling.stream()
                .filter(r -> r.get("artifact").equals(artifact.toString()))
                .forEach(r -> every.put(Family.named(r.get("family")), Integer.valueOf(r.get("every"))));
        return new LabelSet(artifact, read(file, Tables::label), every);
    }

    private static Label label(CSVRecord row) {
        return new Label(
                Family.named(row.get("family")),
                row.get("path"),
                Integer.parseInt(row.get("line")),
                row.get("verdict"),
                row.get("entity"),
                row.get("note"),
                row.get("group"),
                row.get("kind"));
    }

    private static <T> List<T> read(Path file, Function<CSVRecord, T> row) {
        return rows(file).stream().map(row).toList();
    }

    private static List<CSVRecord> rows(Path file) {
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
