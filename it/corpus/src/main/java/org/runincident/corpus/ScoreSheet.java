package org.runincident.corpus;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints the scores of a run over the corpus: raw, and with what we contest and adjudicated. */
final class ScoreSheet {
    private final List<Contested> contested;
    private final List<Adjudicated> adjudicated;

    ScoreSheet(List<Contested> contested, List<Adjudicated> adjudicated) {
        this.contested = contested;
        this.adjudicated = adjudicated;
    }

    /** The lists first, so that the figures are what is left on the screen. */
    void print(Map<LabelSet, Audited> runs, PrintStream out) {
        lists(runs, out);
        runs.forEach((labels, audited) -> {
            out.println();
            out.println(labels.artifact() + cost(audited));
            table(Map.of(labels, audited), Question.MAIN, out);
            if (audited.walk() != null) {
                out.println("  paths: " + audited.walk());
            }
        });
        out.println();
        out.println("ALL");
        table(runs, Question.MAIN, out);
        out.println("  scored apart");
        table(runs, Question.APART, out);
        out.println("  by rule");
        table(runs, Question.BY_RULE, out);
        counts(runs, out);
        out.println("  reason levels: " + levels(runs, List.of()) + "; adjudicated: " + levels(runs, contested));
    }

    private void table(Map<LabelSet, Audited> runs, List<Question> questions, PrintStream out) {
        for (Question question : questions) {
            Figures raw = ask(question, runs, List.of(), List.of());
            Figures mended = ask(question, runs, contested, adjudicated);
            out.printf(Locale.ROOT, "  %-26s %s   adjudicated: %s%n", question.name(), raw, mended);
        }
    }

    private static Figures ask(
            Question question, Map<LabelSet, Audited> runs, List<Contested> contested, List<Adjudicated> adjudicated) {
        Figures sum = Figures.NONE;
        for (Map.Entry<LabelSet, Audited> run : runs.entrySet()) {
            sum = sum.plus(
                    question.ask(run.getKey().amended(contested), run.getValue().findings(), adjudicated));
        }
        return sum;
    }

    private static Levels levels(Map<LabelSet, Audited> runs, List<Contested> contested) {
        Levels sum = new Levels(0, List.of(), 0);
        for (Map.Entry<LabelSet, Audited> run : runs.entrySet()) {
            sum = sum.plus(
                    Levels.of(run.getKey().amended(contested), run.getValue().levels()));
        }
        return sum;
    }

    private static void counts(Map<LabelSet, Audited> runs, PrintStream out) {
        Set<String> scored = Stream.of(Question.MAIN, Question.APART)
                .flatMap(List::stream)
                .flatMap(q -> q.rules().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, Integer> byRule = new TreeMap<>();
        runs.values().forEach(a -> a.findings().forEach(f -> byRule.merge(f.rule(), 1, Integer::sum)));
        out.println("  findings: "
                + byRule.entrySet().stream()
                        .map(e ->
                                e.getValue() + " " + e.getKey() + (scored.contains(e.getKey()) ? "" : " (not scored)"))
                        .collect(Collectors.joining(", ")));
    }

    private void lists(Map<LabelSet, Audited> runs, PrintStream out) {
        runs.forEach((labels, audited) -> {
            for (Question question : Stream.concat(Question.MAIN.stream(), Question.APART.stream())
                    .toList()) {
                Figures figures = question.ask(labels, audited.findings(), List.of());
                list(labels.artifact() + ", " + question.name() + ": missed", figures.misses(), out);
                list(labels.artifact() + ", " + question.name() + ": false alarms", figures.falseAlarms(), out);
            }
            list(
                    labels.artifact() + ", reason levels told otherwise",
                    Levels.of(labels, audited.levels()).wrong(),
                    out);
            if (audited.walk() != null) {
                list(
                        labels.artifact() + ", paths that cannot be followed",
                        audited.walk().lost().stream()
                                .map(PathCheck.Lost::toString)
                                .toList(),
                        out);
            }
        });
    }

    private static void list(String title, List<String> lines, PrintStream out) {
        if (!lines.isEmpty()) {
            out.println();
            out.println(title);
            lines.forEach(l -> out.println("  " + l));
        }
    }

    private static String cost(Audited audited) {
        return audited.millis() < 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "   %.1f s (processor %.1f s), peak heap %d MiB",
                        audited.millis() / 1000.0,
                        audited.cpuMillis() / 1000.0,
                        audited.peakHeap() >> 20);
    }
}
