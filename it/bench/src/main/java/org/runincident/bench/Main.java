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
import java.util.Optional;
import java.util.stream.Stream;

/** Measures all contenders in turn, several times over, and writes the medians into the README. */
public final class Main {
    private static final int THREADS = 2;
    private static final long[] PARTS = {10_000, 30_000, 100_000, 300_000, 600_000};
    private static final int[] THREAD_COUNTS = {1, 2, 4};

    /** Lines the parts are measured over. */
    private static final long PART_LINES = 100_000;

    /** Bodies that are edited, in turn, in files spread evenly. */
    private static final int BODY_EDITS = 5;

    private final Path sources;
    private final Path work;
    private final Map<String, List<Cost>> costs = new LinkedHashMap<>();
    private int edits;

    /** Edits after which nothing but the edited file was read. */
    private int alone;

    private Main(Path sources, Path work) {
        this.sources = sources;
        this.work = work;
    }

    /** @param args the folder with a folder of sources per module, one for work, and the README */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path all = Path.of(args[0]);
        Path work = Path.of(args[1]);
        long wanted = Long.getLong("bench.lines", 0);
        Path sources = all;
        if (wanted > 0) {
            sources = fresh(work.resolve("selection"));
            Sources.part(all, sources, wanted);
        }
        Main main = new Main(sources, work);
        int rounds = Integer.getInteger("bench.rounds", 3);
        for (int round = 1; round <= rounds; round++) {
            main.round();
        }
        main.editBodies();
        Results results = new Results(Sources.lines(Sources.files(sources)), rounds, main.medians());
        results.edits(main.alone, main.edits);
        if (Boolean.parseBoolean(System.getProperty("bench.curves", "true"))) {
            Map<Long, Cost> growth = main.growth();
            results.bars(growth);
            results.growth(growth);
            results.threads(main.threads());
        } else {
            results.bars(Map.of());
        }
        if (Boolean.parseBoolean(System.getProperty("bench.parts", "true"))) {
            Path part = fresh(work.resolve("parts"));
            long lines = Sources.part(sources, part, PART_LINES);
            results.parts(lines, Parts.measure(part));
        }
        if (wanted > 0) {
            Files.writeString(work.resolve("results.md"), results.text());
        } else {
            results.into(Path.of(args[2]));
        }
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
        Path middle = files.get(files.size() / 2);
        byte[] before = Files.readAllBytes(middle);
        try {
            Files.write(middle, "// edited\n".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
            measure(Results.OURS_CHANGED, Contender.OURS, copied(ours, "edit-cache"));
            measure(Results.PMD_CHANGED, Contender.PMD, pmd);
        } finally {
            Files.write(middle, before);
        }
    }

    /** Once only: what a line costs depends on the body, and that is the same in every round. */
    private void editBodies() throws IOException, InterruptedException {
        List<Path> files = Sources.files(sources);
        for (int i = 0; i < BODY_EDITS; i++) {
            editBody(files.subList((int) ((i + 0.5) / BODY_EDITS * files.size()), files.size()));
        }
    }

    /** Adds a line to a body of the first of the files that has one, and takes it out again. */
    private void editBody(List<Path> files) throws IOException, InterruptedException {
        for (Path file : files) {
            byte[] before = Files.readAllBytes(file);
            Optional<String> edited = Sources.withLineInBody(new String(before, StandardCharsets.UTF_8));
            if (edited.isPresent()) {
                try {
                    Files.writeString(file, edited.get());
                    measure(Results.OURS_BODY, Contender.OURS, copied(work.resolve("ours-cache"), "edit-cache"));
                    edits++;
                    alone += Files.readString(work.resolve("out/log.txt")).contains("read ") ? 0 : 1;
                } finally {
                    Files.write(file, before);
                }
                return;
            }
        }
    }

    /** What a run kept, for one that is not to change it. */
    private Path copied(Path cache, String name) throws IOException {
        Path copy = fresh(name);
        try (Stream<Path> kept = Files.walk(cache)) {
            for (Path path : kept.sorted().toList()) {
                Path to = copy.resolve(cache.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(path, to);
                }
            }
        }
        return copy;
    }

    private void measure(String name, Contender contender, Path cache) throws IOException, InterruptedException {
        Cost cost = contender.run(sources, work.resolve("out"), THREADS, cache);
        System.out.printf("%-24s %6.1f s cpu %6.1f s wall %5.0f MiB%n", name, cost.cpu(), cost.wall(), cost.heap());
        costs.computeIfAbsent(name, n -> new ArrayList<>()).add(cost);
    }

    private Map<Long, Cost> growth() throws IOException, InterruptedException {
        Map<Long, Cost> growth = new LinkedHashMap<>();
        long all = Sources.lines(Sources.files(sources));
        for (long lines : PARTS) {
            if (lines >= all) {
                break;
            }
            Path part = fresh("part");
            long copied = Sources.part(sources, part, lines);
            growth.put(copied, Contender.OURS.run(part, work.resolve("out"), THREADS, fresh("part-cache")));
        }
        growth.put(all, Cost.median(costs.get(Results.OURS_COLD)));
        return growth;
    }

    private Map<Integer, Cost> threads() throws IOException, InterruptedException {
        Map<Integer, Cost> byThreads = new LinkedHashMap<>();
        for (int threads : THREAD_COUNTS) {
            byThreads.put(threads, Contender.OURS.run(sources, work.resolve("out"), threads, fresh("threads-cache")));
        }
        return byThreads;
    }

    private Path fresh(String name) throws IOException {
        return fresh(work.resolve(name));
    }

    /** An empty folder. */
    private static Path fresh(Path folder) throws IOException {
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
