package org.runincident.corpus.beside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs the audit and PMD on the same sources, draws a sample of what only one of them reports, and writes the table of the
 * README from that and from what a reader said of the sample.
 *
 * <pre>
 * SideBySide &lt;folder with a folder of sources per project&gt; &lt;the readings, as CSV&gt; &lt;README&gt;
 * </pre>
 */
public final class SideBySide {
    private static final String SEED = "incident-ratchet";
    private static final int DRAWN_OF_EACH = 25;
    private static final String BEGIN = "<!-- beside PMD: written by the command below -->";
    private static final String END = "<!-- end of beside PMD -->";

    private final Comparison comparison;
    private final List<Reading> readings;
    private final StringBuilder text = new StringBuilder();

    private SideBySide(Comparison comparison, List<Reading> readings) {
        this.comparison = comparison;
        this.readings = readings;
    }

    public static void main(String[] args) throws IOException {
        Path sources = Path.of(args[0]).toAbsolutePath().normalize();
        Comparison comparison = new Comparison(Findings.ours(sources), Findings.pmd(sources));
        SideBySide beside = new SideBySide(comparison, Reading.all(Path.of(args[1])));
        beside.table(projects(sources));
        beside.sample();
        into(Path.of(args[2]), beside.text.toString());
        System.out.println(beside.text);
        beside.unread().forEach(hit -> System.out.println("not read yet: " + hit));
    }

    private void table(String projects) {
        add("On the sources of %s, both tools without a class path:%n%n", projects);
        add("| | rules here | found | PMD's rules | found | only here | only PMD |%n");
        add("| --- | --- | --: | --- | --: | --: | --: |%n");
        for (Topic topic : Topic.values()) {
            add(
                    "| %s | %s | %d | %s | %d | %d | %d |%n",
                    topic.title(),
                    topic.rules(Tool.OURS),
                    comparison.count(Tool.OURS, topic),
                    topic.rules(Tool.PMD),
                    comparison.count(Tool.PMD, topic),
                    comparison.alone(Tool.OURS, topic).size(),
                    comparison.alone(Tool.PMD, topic).size());
        }
        add(
                "| no counterpart there | %s | %d | | | | |%n%n",
                String.join(
                        ", ",
                        comparison.withoutCounterpart().stream()
                                .map(hit -> "`" + hit.rule() + "`")
                                .distinct()
                                .sorted()
                                .toList()),
                comparison.withoutCounterpart().size());
    }

    private void sample() {
        add("| of %d drawn by lot from | read | something is lost | nothing is |%n", DRAWN_OF_EACH);
        add("| --- | --: | --: | --: |%n");
        for (Tool tool : Tool.values()) {
            List<Reading> read = new ArrayList<>();
            drawn(tool).forEach(hit -> reading(hit).ifPresent(read::add));
            long real = read.stream().filter(Reading::real).count();
            add(
                    "| what %s reports alone | %d | %d | %d |%n",
                    tool == Tool.OURS ? "the audit" : "PMD", read.size(), real, read.size() - real);
        }
    }

    private List<Hit> drawn(Tool tool) {
        return comparison.drawn(tool, DRAWN_OF_EACH, SEED);
    }

    private Optional<Reading> reading(Hit hit) {
        return readings.stream().filter(reading -> reading.isOf(hit)).findFirst();
    }

    private List<Hit> unread() {
        return Stream.of(Tool.values())
                .flatMap(tool -> drawn(tool).stream())
                .filter(hit -> reading(hit).isEmpty())
                .toList();
    }

    private static String projects(Path sources) throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(sources)) {
            folders = all.filter(Files::isDirectory).sorted().toList();
        }
        long lines = 0;
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".java"))::iterator) {
                    for (byte b : Files.readAllBytes(file)) {
                        lines += b == '\n' ? 1 : 0;
                    }
                }
            }
        }
        String names = String.join(
                ", ", folders.stream().map(f -> f.getFileName().toString()).toList());
        return String.format(Locale.ROOT, "%s (%,d lines)", names, lines);
    }

    private static void into(Path readme, String text) throws IOException {
        String old = Files.readString(readme);
        int begin = old.indexOf(BEGIN);
        int end = old.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(readme + " has no place for the comparison");
        }
        Files.writeString(readme, old.substring(0, begin) + BEGIN + "\n\n" + text + "\n" + old.substring(end));
    }

    private void add(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).replace(System.lineSeparator(), "\n"));
    }
}
