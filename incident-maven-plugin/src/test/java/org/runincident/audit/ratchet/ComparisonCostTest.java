package org.runincident.audit.ratchet;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What comparing a large baseline costs: a figure to read, nothing that fails a build. In a build it is small; with
 * {@code -Dincident.test.entries=50000} as large as wanted.
 */
class ComparisonCostTest {
    private static final int ENTRIES = Integer.getInteger("incident.test.entries", 1_000);
    private static final int ROUNDS = 9;

    @TempDir
    Path folder;

    @Test
    void reading_and_comparing_are_measured_and_every_entry_finds_its_finding() throws Exception {
        List<Identified> before = findings("");
        RatchetModule module = Samples.module(folder, "m", before, Samples.EVERYTHING);
        module.file().update(false, old -> Samples.baseline(before));
        List<Identified> now = findings(" // moved");
        List<Long> readings = new ArrayList<>();
        List<Long> comparisons = new ArrayList<>();
        Comparison comparison = null;
        for (int round = 0; round < ROUNDS; round++) {
            long start = cpu();
            Baseline baseline = module.file().read().orElseThrow();
            long read = cpu();
            comparison = Matcher.compare(baseline, now, Samples.EVERYTHING);
            readings.add(read - start);
            comparisons.add(cpu() - read);
        }
        System.out.printf(
                Locale.ROOT,
                "%,d entries: comparing takes %s of CPU, reading the file before it %s%n",
                ENTRIES,
                figures(comparisons),
                figures(readings));
        assertThat(comparison.known()).hasSize(ENTRIES);
        assertThat(comparison.fresh()).isEmpty();
    }

    /** Five findings a file, three of them alike: what large projects have. */
    private static List<Identified> findings(String comment) {
        List<Identified> findings = new ArrayList<>();
        for (int file = 0; file < ENTRIES / 5; file++) {
            String type = "shop.orders.Service" + file;
            String swallow = "catch (Exception e) { log.warn(\"order \" + id); return null; }" + comment;
            findings.addAll(Samples.findingsIn(
                    "src/main/java/shop/orders/Service" + file + ".java",
                    Samples.at("SwallowedException", type + "#close", swallow),
                    Samples.at("SwallowedException", type + "#close", swallow),
                    Samples.at("SwallowedException", type + "#close", swallow),
                    Samples.at("LostCause", type + "#open", "throw new IllegalStateException(\"closed\");" + comment),
                    Samples.at("FailureWithoutReason", type + "#run", "order.setStatus(Status.FAILED);" + comment)));
        }
        return findings;
    }

    private static String figures(List<Long> nanos) {
        long median = nanos.stream().sorted().skip(ROUNDS / 2).findFirst().orElseThrow();
        return nanos.get(0) / 1_000_000 + " ms the first time, " + median / 1_000_000 + " ms in the median";
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
