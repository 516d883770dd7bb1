package org.runincident.model.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Not a test of time but a figure: {@code -Drunincident.throughput=2000} prints appends against raw forced writes. */
@EnabledIfSystemProperty(named = "runincident.throughput", matches = "\\d+")
class ThroughputTest {
    @Test
    void appends_against_raw_forces(@TempDir Path folder) throws IOException {
        int appends = Integer.getInteger("runincident.throughput");
        NewEvent event = NewEvent.of("run-1", EventKind.TOOL_INVOKED, "test").with(EventData.TEXT, "x".repeat(100));
        long[] raws = new long[appends];
        long[] logs = new long[appends];
        try (FileEventLog log = FileEventLog.open(folder.resolve("a.jsonl"));
                FileChannel raw =
                        FileChannel.open(folder.resolve("raw"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            byte[] bytes = "x".repeat(220).concat("\n").getBytes(StandardCharsets.UTF_8);
            // In turns, so that both meet the same device and the same neighbours.
            for (int i = 0; i < appends; i++) {
                long start = System.nanoTime();
                raw.write(ByteBuffer.wrap(bytes));
                raw.force(true);
                long middle = System.nanoTime();
                log.append(event);
                raws[i] = middle - start;
                logs[i] = System.nanoTime() - middle;
            }
            assertThat(log.last()).isEqualTo(appends);
        }
        System.out.printf(
                Locale.ROOT,
                "append throughput / raw force: %.2f in sum, %.2f by medians (%.0f and %.0f microseconds)%n",
                (double) LongStream.of(raws).sum() / LongStream.of(logs).sum(),
                median(raws) / median(logs),
                median(logs) / 1e3,
                median(raws) / 1e3);
    }

    private static double median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
