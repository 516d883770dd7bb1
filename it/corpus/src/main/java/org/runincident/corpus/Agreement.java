package org.runincident.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.runincident.archrules.Judged;
import org.runincident.archrules.bytecode.ClassPath;
import org.runincident.archrules.bytecode.CompiledProgram;
import org.runincident.archrules.bytecode.SourceFiles;
import org.runincident.flow.Helpers;
import org.runincident.rule.Family;
import org.runincident.rule.Rules;
import org.runincident.vocabulary.IncidentConfig;

/**
 * Compares what the source audit finds in the labelled artifacts with what their published class files show, line by line.
 *
 * <pre>
 * Agreement &lt;folder of it/corpus&gt;                                            compares with projects/*&#47;target/classes.jar
 * Agreement &lt;folder of it/corpus&gt; conductor-core=conductor-core-3.15.0.jar ...
 * </pre>
 *
 * The source audit's reports must be there: {@link Main} leaves them in {@code target/reports}.
 */
public final class Agreement {
    private static final int NEAR = 3;

    private final Map<Family, int[]> totals = new EnumMap<>(Family.class);
    private final Rules rules = Rules.all();

    private Agreement() {}

    public static void main(String[] args) throws IOException {
        Path corpus = Path.of(args[0]);
        Map<String, Path> jars = new LinkedHashMap<>();
        for (LabelSet labels : Tables.labels(corpus)) {
            String name = labels.artifact().artifactId();
            jars.put(name, corpus.resolve("projects").resolve(name).resolve("target/classes.jar"));
        }
        for (int i = 1; i < args.length; i++) {
            String[] nameAndJar = args[i].split("=", 2);
            jars.put(nameAndJar[0], Path.of(nameAndJar[1]));
        }
        Agreement agreement = new Agreement();
        for (Map.Entry<String, Path> jar : jars.entrySet()) {
            agreement.compare(corpus, jar.getKey(), jar.getValue());
        }
        agreement.print("ALL", agreement.totals);
    }

    private void compare(Path corpus, String name, Path jar) throws IOException {
        Path project = corpus.resolve("projects").resolve(name);
        Set<Found> source = new TreeSet<>(
                ReportFile.read(corpus.resolve("target/reports").resolve(name).resolve("report.json"))
                        .findings());
        List<Path> classPath = Stream.of(Files.readString(project.resolve("target/classpath.txt"))
                        .strip()
                        .split(System.getProperty("path.separator")))
                .map(Path::of)
                .toList();
        Set<Found> plain = judge(jar, classPath, SourceFiles.NONE);
        Set<Found> withComments = judge(jar, classPath, new SourceFiles(List.of(project.resolve("src/main/java"))));
        Map<Family, int[]> counts = new EnumMap<>(Family.class);
        List<String> differences = new ArrayList<>();
        for (Found found : source) {
            if (isJudged(found)) {
                boolean agrees = plain.contains(found) || withComments.contains(found);
                count(counts, found, agrees ? 0 : 1);
                if (!agrees) {
                    differences.add("only source    " + found + "  [" + reason(found, plain) + "]");
                }
            }
        }
        int comments = 0;
        for (Found found : plain) {
            if (isJudged(found) && !source.contains(found)) {
                if (!withComments.contains(found)) {
                    comments++;
                } else {
                    count(counts, found, 2);
                    differences.add("only bytecode  " + found + "  [" + reason(found, source) + "]");
                }
            }
        }
        print(name, counts);
        System.out.println("  left out, as a comment says why: " + comments);
        differences.forEach(line -> System.out.println("  " + line));
    }

    private Set<Found> judge(Path jar, List<Path> classPath, SourceFiles sources) throws IOException {
        try (ClassPath library = new ClassPath(classPath)) {
            CompiledProgram program =
                    new CompiledProgram(ClassPath.classesIn(jar), library, sources, file -> true, Helpers.NONE);
            Judged judged = Judged.of(
                    program,
                    IncidentConfig.defaults().vocabulary(),
                    rule -> rule.info().severity(),
                    Helpers.NONE);
            judged.problems().forEach(System.out::println);
            Set<Found> found = new TreeSet<>();
            judged.findings()
                    .forEach(f -> found.add(
                            new Found(f.rule(), f.at().file(), f.at().span().line())));
            return found;
        }
    }

    private boolean isJudged(Found found) {
        return family(found) != Family.HOUSE;
    }

    private Family family(Found found) {
        return rules.find(found.rule()).orElseThrow().info().family();
    }

    private void count(Map<Family, int[]> counts, Found found, int column) {
        counts.computeIfAbsent(family(found), f -> new int[3])[column]++;
        totals.computeIfAbsent(family(found), f -> new int[3])[column]++;
    }

    /** What kind of difference it is. */
    private static String reason(Found found, Collection<Found> others) {
        for (Found other : others) {
            if (other.path().equals(found.path()) && Math.abs(other.line() - found.line()) <= NEAR) {
                if (other.rule().equals(found.rule())) {
                    return "line " + other.line() + " there";
                }
                if (other.line() == found.line()) {
                    return other.rule() + " there";
                }
            }
        }
        return "nothing there";
    }

    private void print(String name, Map<Family, int[]> counts) {
        System.out.println(name);
        System.out.printf(
                "  %-12s %6s %12s %14s %10s%n", "family", "agree", "only source", "only bytecode", "agreement");
        counts.forEach((family, n) -> System.out.printf(
                java.util.Locale.ROOT,
                "  %-12s %6d %12d %14d %10.2f%n",
                family.name().toLowerCase(java.util.Locale.ROOT),
                n[0],
                n[1],
                n[2],
                n[0] / (double) Math.max(1, n[0] + n[1] + n[2])));
    }
}
