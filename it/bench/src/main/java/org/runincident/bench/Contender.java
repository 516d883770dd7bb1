package org.runincident.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that is measured.
 *
 * @param main its main class; takes the folder of sources, one for output, the number of threads, and where to keep a cache
 * @param heap the most memory it is given, in MiB
 */
record Contender(Class<?> main, int heap) {
    static final Contender OURS = new Contender(OursRun.class, 512);
    static final Contender PMD = new Contender(PmdRun.class, 4096);
    static final Contender PARSER = new Contender(ParserRun.class, 512);

    /**
     * Runs in a JVM of its own.
     *
     * @param cache folder that may hold what an earlier run left
     */
    Cost run(Path sources, Path output, int threads, Path cache) throws IOException, InterruptedException {
        Files.createDirectories(output);
        Path cost = output.resolve("cost.properties");
        Files.deleteIfExists(cost);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        sources.toString(),
                        output.toString(),
                        String.valueOf(threads),
                        cache.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.resolve("log.txt").toFile())
                .start();
        int exit = process.waitFor();
        double wall = (System.nanoTime() - start) / 1e9;
        if (exit != 0 || !Files.exists(cost)) {
            throw new IOException(main.getSimpleName() + " ended with " + exit + ": " + output.resolve("log.txt"));
        }
        return Cost.read(cost, wall);
    }
}
