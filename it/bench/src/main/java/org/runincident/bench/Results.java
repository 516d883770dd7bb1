package org.runincident.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.Map;

/** The tables of a benchmark. */
final class Results {
    static final String PARSER = "JavaParser alone, all files";
    static final String OURS_COLD = "ours, cold";
    static final String OURS_UNCHANGED = "ours, unchanged";
    static final String OURS_CHANGED = "ours, a comment added";
    static final String OURS_BODY = "ours, a line added to a body";
    static final String PMD_COLD = "PMD, cold";
    static final String PMD_UNCHANGED = "PMD, unchanged";
    static final String PMD_CHANGED = "PMD, a comment added";

    private static final String BEGIN = "<!-- results: written by the command above -->";
    private static final String END = "<!-- end of results -->";

    /** From that many lines on the cost of a line must be flat. */
    private static final long FLAT_FROM = 90_000;

    private final Map<String, Cost> medians;
    private final StringBuilder text = new StringBuilder();

    Results(long lines, int rounds, Map<String, Cost> medians) {
        this.medians = medians;
        add(
                "%,d lines, 2 threads, %s, JDK %s, %d processors.%n%n",
                lines,
                rounds == 1 ? "one run each" : "medians of " + rounds + " runs in turn",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        add("| run | processor time | wall time | peak heap | of PMD's processor time, same kind of run |%n");
        add("| --- | --- | --- | --- | --- |%n");
        medians.forEach((name, cost) -> add(
                "| %s | %.1f s | %.1f s | %.0f MiB | %s |%n",
                name, cost.cpu(), cost.wall(), cost.heap(), ratio(cost, peer(name, medians))));
    }

    private static Cost peer(String name, Map<String, Cost> medians) {
        return medians.get(
                switch (name) {
                    case PARSER -> PMD_COLD;
                    case OURS_BODY -> PMD_CHANGED;
                    default -> name.replace("ours", "PMD");
                });
    }

    private static String ratio(Cost cost, Cost pmd) {
        return pmd == null || pmd.equals(cost) ? "" : String.format(Locale.ROOT, "%.2f", cost.cpu() / pmd.cpu());
    }

    /**
     * The bars, and what was measured.
     *
     * @param growth cost of cold runs by lines; empty when it was not measured
     */
    void bars(Map<Long, Cost> growth) {
        add("%n| bar | measured |%n| --- | --- |%n");
        bar("cold, processor time: at most 0.75 of PMD's", cpu(OURS_COLD) / cpu(PMD_COLD));
        bar(
                "cold, wall time: below PMD's",
                medians.get(OURS_COLD).wall() / medians.get(PMD_COLD).wall());
        bar("unchanged, processor time: at most 0.33 of PMD's", cpu(OURS_UNCHANGED) / cpu(PMD_UNCHANGED));
        bar("one file changed: at most 1.5 of unchanged", cpu(OURS_CHANGED) / cpu(OURS_UNCHANGED));
        add("| peak heap: below 512 MiB | %.0f MiB |%n", medians.get(OURS_COLD).heap());
        DoubleSummaryStatistics perLine = growth.entrySet().stream()
                .filter(entry -> entry.getKey() >= FLAT_FROM)
                .mapToDouble(entry -> entry.getValue().cpu() / entry.getKey())
                .summaryStatistics();
        if (perLine.getCount() > 1) {
            bar(
                    "cost of a line, dearest to cheapest, from 100,000 lines on: at most 1.2",
                    perLine.getMax() / perLine.getMin());
        }
    }

    private void bar(String what, double measured) {
        add("| %s | %.2f |%n", what, measured);
    }

    private double cpu(String name) {
        return medians.get(name).cpu();
    }

    /** @param alone edits of a body after which nothing but the edited file was read */
    void edits(int alone, int edits) {
        add("%nAfter %d of %d lines added to bodies nothing but the edited file was read again.%n", alone, edits);
    }

    void parts(long lines, Map<String, Double> times) {
        add("%nParts, one thread, warm, over %,d lines:%n%n| part | time |%n| --- | --- |%n", lines);
        times.forEach((name, millis) -> add("| %s | %.1f ms |%n", name, millis));
    }

    void growth(Map<Long, Cost> growth) {
        add(
                "%nCold, 2 threads, by size:%n%n| lines | processor time | per 1,000 lines | peak heap |%n| --- | --- | --- | --- |%n");
        growth.forEach((lines, cost) -> add(
                "| %,d | %.1f s | %.1f ms | %.0f MiB |%n",
                lines, cost.cpu(), 1_000_000 * cost.cpu() / lines, cost.heap()));
    }

    void threads(Map<Integer, Cost> byThreads) {
        add("%nCold, by number of threads:%n%n| threads | processor time | wall time |%n| --- | --- | --- |%n");
        byThreads.forEach((threads, cost) -> add("| %d | %.1f s | %.1f s |%n", threads, cost.cpu(), cost.wall()));
    }

    private void add(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).replace(System.lineSeparator(), "\n"));
    }

    String text() {
        return text.toString();
    }

    /** Puts them in place of those of the last time. */
    void into(Path readme) throws IOException {
        String old = Files.readString(readme);
        int begin = old.indexOf(BEGIN);
        int end = old.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(readme + " has no place for results");
        }
        Files.writeString(readme, old.substring(0, begin) + BEGIN + "\n\n" + text + "\n" + old.substring(end));
    }
}
