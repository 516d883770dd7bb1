package org.runincident.bench;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** The parser alone over every file: what nobody who parses them can go below. */
final class ParserRun {
    private static final long STACK = 64L << 20;

    private ParserRun() {}

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        Cost.HeapWatch watch = new Cost.HeapWatch();
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(args[0]))) {
            files = all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
        ExecutorService threads = Executors.newFixedThreadPool(
                Integer.parseInt(args[2]), task -> new Thread(null, task, "parser", STACK));
        List<? extends Future<?>> parsed =
                files.stream().map(file -> threads.submit(() -> parse(file))).toList();
        for (Future<?> each : parsed) {
            each.get();
        }
        threads.shutdown();
        watch.write(Path.of(args[1]).resolve("cost.properties"));
    }

    private static void parse(Path file) {
        ParserConfiguration configuration = new ParserConfiguration()
                .setLanguageLevel(LanguageLevel.BLEEDING_EDGE)
                .setAttributeComments(false);
        configuration.getProcessors().clear();
        try {
            new JavaParser(configuration).parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
