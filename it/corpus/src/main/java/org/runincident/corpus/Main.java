package org.runincident.corpus;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Audits the labelled artifacts, or reads reports of such audits, and prints how true the findings are.
 *
 * <pre>
 * Main &lt;folder of it/corpus&gt;                                     audits what is unpacked under projects/
 * Main &lt;folder of it/corpus&gt; conductor-core=report.json ...       scores reports that are there
 * </pre>
 */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        Path corpus = Path.of(args[0]);
        Map<String, Path> reports = new LinkedHashMap<>();
        for (int i = 1; i < args.length; i++) {
            String[] nameAndFile = args[i].split("=", 2);
            reports.put(nameAndFile[0], Path.of(nameAndFile[1]));
        }
        Map<LabelSet, Audited> runs = new LinkedHashMap<>();
        for (LabelSet labels : Tables.labels(corpus)) {
            String name = labels.artifact().artifactId();
            if (reports.containsKey(name)) {
                runs.put(labels, JsonReport.read(reports.get(name)));
            }
        }
        ScoreSheet sheet = new ScoreSheet(Tables.contested(corpus), Tables.adjudicated(corpus));
        sheet.print(runs, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }
}
