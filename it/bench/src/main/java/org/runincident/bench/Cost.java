package org.runincident.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.function.ToDoubleFunction;

/**
 * What one run cost, from the start of its JVM to its end.
 *
 * @param wall seconds
 * @param cpu seconds of processor time, of all threads, the JVM's own included
 * @param heap MiB at the highest, garbage included
 */
record Cost(double wall, double cpu, double heap) {
    private static final double MIB = 1 << 20;

    /** Looks at the heap every few milliseconds until the JVM ends. */
    static final class HeapWatch extends Thread {
        private static final int MILLIS = 20;

        private volatile long highest;

        HeapWatch() {
            super("heap-watch");
            setDaemon(true);
            start();
        }

        @Override
        public void run() {
            try {
                while (true) {
                    highest = Math.max(
                            highest,
                            ManagementFactory.getMemoryMXBean()
                                    .getHeapMemoryUsage()
                                    .getUsed());
                    Thread.sleep(MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Written by a contender at its end. */
        void write(Path file) throws IOException {
            write(file, Duration.ZERO, 0);
        }

        /**
         * Written by a contender that had another JVM work for it.
         *
         * @param elsewhere processor time of that one
         * @param heapElsewhere MiB, at the highest
         */
        void write(Path file, Duration elsewhere, long heapElsewhere) throws IOException {
            double cpu = elsewhere.toMillis() / 1000.0
                    + ProcessHandle.current()
                                    .info()
                                    .totalCpuDuration()
                                    .orElse(Duration.ZERO)
                                    .toMillis()
                            / 1000.0;
            Files.writeString(file, "cpu=" + cpu + "\nheap=" + Math.max(highest / MIB, heapElsewhere) + "\n");
        }
    }

    /** @param wall as seen from outside */
    static Cost read(Path file, double wall) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new Cost(
                wall,
                Double.parseDouble(properties.getProperty("cpu")),
                Double.parseDouble(properties.getProperty("heap")));
    }

    /** The median of each figure by itself. */
    static Cost median(List<Cost> costs) {
        return new Cost(median(costs, Cost::wall), median(costs, Cost::cpu), median(costs, Cost::heap));
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
        List<Double> sorted = costs.stream()
                .map(figure::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList();
        return sorted.get(sorted.size() / 2);
    }
}
