package org.runincident.model.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that appends, at random instants, again and again on one log: no acknowledged event is ever lost. The full
 * count (200) runs with {@code -Drunincident.kills=200}.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("runincident.kills", 1);
    private static final long SEED = Long.getLong("runincident.seed", 20261121);

    @Test
    void no_kill_loses_an_acknowledged_event(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("runs.jsonl");
        Random random = new Random(SEED);
        long acknowledged = 0;
        int torn = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged = Math.max(acknowledged, killed(file, random.nextInt(60)));
            try (FileEventLog log = FileEventLog.open(file)) {
                assertThat(log.last())
                        .as("kill %d with seed %d", kill, SEED)
                        // One more may have been kept whose acknowledgement was not read any more.
                        .isGreaterThanOrEqualTo(acknowledged);
                torn += log.repair().isPresent() ? 1 : 0;
                List<RunEvent> events = log.since(0);
                for (int i = 0; i < events.size(); i++) {
                    assertThat(events.get(i).seq()).isEqualTo(i + 1L);
                }
            }
        }
        System.out.println(KILLS + " kills, " + acknowledged + " events acknowledged, none lost, " + torn
                + " torn lines repaired");
    }

    /** Runs the process until some events are acknowledged, then kills it; the last number it acknowledged. */
    private static long killed(Path file, int millis) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendingProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long last = 0;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            assertThat(line).as("the process must have started").isNotNull();
            last = Long.parseLong(line);
            Thread.sleep(millis);
            // Through its handle (SIGKILL): Process.destroyForcibly also closes the stream that is still to be read.
            process.toHandle().destroyForcibly();
            // A line without its end was cut short by the kill: 12 of 123 must not be taken for a number.
            StringBuilder rest = new StringBuilder();
            for (int c = out.read(); c >= 0; c = out.read()) {
                rest.append((char) c);
            }
            String[] lines = rest.toString().split("\n", -1);
            if (lines.length > 1) {
                last = Long.parseLong(lines[lines.length - 2].strip());
            }
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
        return last;
    }
}
