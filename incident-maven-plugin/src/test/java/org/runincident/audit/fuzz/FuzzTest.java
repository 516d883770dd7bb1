package org.runincident.audit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The audit under damaged sources.
 *
 * <p>A few in every build; as many as wanted with {@code -Dincident.test.fuzz=1000000}, or as long as wanted with
 * {@code -Dincident.test.fuzz.minutes=60}, on other sources with {@code -Dincident.test.fuzz.sources=<folders and jars>}. What
 * failed is kept in {@code target/fuzz}.
 */
class FuzzTest {
    private static final int COUNT = Integer.getInteger("incident.test.fuzz", 60);
    private static final int MINUTES = Integer.getInteger("incident.test.fuzz.minutes", 0);
    private static final long SEED = Long.getLong("incident.test.fuzz.seed", 20261121L);
    private static final int MOST_KEPT = 200;

    @TempDir
    Path folder;

    @Test
    void nothing_makes_the_audit_fail_or_lose_what_stands_elsewhere() throws IOException {
        Fuzzer fuzzer = new Fuzzer(folder, Sources.in(places()));
        Random random = new Random(SEED);
        Instant start = Instant.now();
        List<Fuzzer.Failure> failures = new ArrayList<>();
        int done = 0;
        int told = 0;
        while (MINUTES > 0 ? minutes(start) < MINUTES : done < COUNT) {
            for (Fuzzer.Failure failure : fuzzer.batch(random)) {
                failures.add(failure);
                keep(failures.size(), failure);
            }
            done += Fuzzer.batchSize();
            if (minutes(start) > told) {
                told = minutes(start);
                System.out.println(done + " damaged sources in " + told + " min, " + failures.size() + " failures");
            }
        }
        System.out.println("Fuzzing: " + done + " damaged sources audited, " + failures.size() + " failures");
        assertThat(failures.stream().map(failure -> failure.mutant().how() + ": " + failure.what()))
                .isEmpty();
    }

    private static int minutes(Instant start) {
        return (int) Duration.between(start, Instant.now()).toMinutes();
    }

    private static List<Path> places() {
        String wanted = System.getProperty("incident.test.fuzz.sources", "");
        return wanted.isEmpty()
                ? List.of(Path.of("../it/examples/job-runner"), Path.of("../incident-archrules/src/test/fixtures"))
                : Stream.of(wanted.split(File.pathSeparator)).map(Path::of).toList();
    }

    private static void keep(int number, Fuzzer.Failure failure) throws IOException {
        if (number <= MOST_KEPT) {
            Path kept = Files.createDirectories(Path.of("target/fuzz")).resolve(number + ".java");
            String head = "// " + failure.mutant().how() + ": " + failure.what().replaceAll("[\\r\\n]+", " ") + "\n";
            Files.write(kept, (head + failure.mutant().text()).getBytes(StandardCharsets.UTF_8));
        }
    }
}
