package org.runincident.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Measures all contenders in turn, several times over, and writes the medians into the README. */
public final class Main {
    private static final int THREADS = 2;
    private static final long[] PARTS = {10_000, 30_000, 100_000, 300_000, 600_000};
    private static final int[] THREAD_COUNTS = {1, 2, 4};

    private final Path sources;
    private final Path work;
    private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

    private Main(Path sources, Path work) {
        this.sources = sources;
        this.work = work;
    }

    /** @param args the folder with a folder of sources per module, one for work, and the README */
    public static void main(String[] args) throws IOException, InterruptedException {
        Main main = new Main(Path.of(args[0]), Path.of(args[1]));
        int rounds = Integer.getInteger("bench.rounds", 3);
        for (int round = 1; round <= rounds; round++) {
            main.round();
        }
        Results results = new Results(Sources.lines(Sources.files(main.sources)), rounds, main.medians());
        if (Boolean.parseBoolean(System.getProperty("bench.curves", "true"))) {
            results.growth(main.growth());
            results.threads(main.threads());
        }
        results.into(Path.of(args[2]));
        System.out.println(results.text());
    }

    private Map<String, Cost> medians() {
        Map<String, Cost> medians = new LinkedHashMap<>();
        costs.forEach((name, all) -> medians.put(name, Cost.median(all)));
        return medians;
    }

    private void round() throws IOException, InterruptedException {
        Path ours = fresh("ours-cache");
        Path pmd = fresh("pmd-cache");
        measure(Results.PARSER, Contender.PARSER, ours);
        measure(Results.OURS_COLD, Contender.OURS, ours);
        measure(Results.PMD_COLD, Contender.PMD, pmd);
        measure(Results.OURS_UNCHANGED, Contender.OURS, ours);
        measure(Results.PMD_UNCHANGED, Contender.PMD, pmd);
        List<Path> files = Sources.files(sources);
        Path edited = files.get(files.size() / 2);
        byte[] before = Files.readAllBytes(edited);
        try {
            Files.write(edited, "// edited\n".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
            measure(Results.OURS_CHANGED, Contender.OURS, ours);
            measure(Results.PMD_CHANGED, Contender.PMD, pmd);
        } finally {
            Files.write(edited, before);
        }
    }

    private void measure(String name, Contender contender, Path cache) throws IOException, InterruptedException {
        Cost cost = contender.run(sources, work.resolve("out"), THREADS, cache);
        System.out.printf("%-24s %6.1f s cpu %6.1f s wall %5.0f MiB%n", name, cost.cpu(), cost.wall(), cost.heap());
        costs.computeIfAbsent(name, n -> new ArrayList<>()).add(cost);
    }

    private Map<Long, Cost> growth() throws IOException, InterruptedException {
        Map<Long, Cost> growth = new LinkedHashMap<>();
        for (long lines : PARTS) {
            Path part = fresh("part");
            long copied = Sources.part(sources, part, lines);
            growth.put(copied, Contender.OURS.run(part, work.resolve("out"), THREADS, fresh("part-cache")));
        }
        growth.put(Sources.lines(Sources.files(sources)), Cost.median(costs.get(Results.OURS_COLD)));
        return growth;
    }

    private Map<Integer, Cost> threads() throws IOException, InterruptedException {
        Map<Integer, Cost> byThreads = new LinkedHashMap<>();
        for (int threads : THREAD_COUNTS) {
            byThreads.put(threads, Contender.OURS.run(sources, work.resolve("out"), threads, fresh("threads-cache")));
        }
        return byThreads;
    }

    /** An empty folder. */
    private Path fresh(String name) throws IOException {
        Path folder = work.resolve(name);
        if (Files.exists(folder)) {
            List<Path> old;
            try (Stream<Path> all = Files.walk(folder)) {
                old = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : old) {
                Files.delete(path);
            }
        }
        return Files.createDirectories(folder);
    }
}
