package org.runincident.corpus;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

    public static void main(String[] args) throws IOException, InterruptedException {
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
                runs.put(labels, ReportFile.read(reports.get(name)));
            } else if (reports.isEmpty()) {
                runs.put(labels, audit(corpus, name));
            }
        }
        new ScoreSheet(Tables.contested(corpus), Tables.adjudicated(corpus))
                .print(runs, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private static Audited audit(Path corpus, String name) throws IOException, InterruptedException {
        Path project = corpus.resolve("projects").resolve(name);
        if (Files.notExists(project.resolve("target/classpath.txt"))) {
            throw new IOException("the sources of " + name + " are not there: ./mvnw -q -Pcorpus verify fetches them");
        }
        return AuditProcess.audit(project, corpus.resolve("target/reports").resolve(name));
    }
}
