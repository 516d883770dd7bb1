package org.runincident.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import org.runincident.audit.fork.ChildJvm;
import org.runincident.audit.fork.Order;

/**
 * Judges modules in a JVM of its own: what comes of it lies in their caches, where an unchanged run finds it, too. The lines
 * between the two JVMs: {@code stage}, {@code step}, {@code time} and {@code cost}, each with its figures.
 */
public final class ForkedAudit {
    /** Fewer files are read sooner than a JVM is started and its classes are loaded. */
    static final int LEAST_FILES = 40;

    private static final int STEPS_A_LINE = 20;
    private static final long MIB = 1 << 20;

    /** Begins a line that is meant for us: an agent in that JVM may have something to say, too. */
    private static final String MARK = "incident-audit ";

    private ForkedAudit() {}

    /**
     * What the other JVM cost.
     *
     * @param processorTime of all its threads, the compiler and its start included
     * @param heap MiB in use at the highest, garbage included, as seen after each file
     */
    public record Cost(Duration processorTime, long heap) {
        static final Cost NONE = new Cost(Duration.ZERO, 0);
    }

    /** Whether it is worth a JVM, and possible. */
    static boolean pays(AuditRequest request, Reactor reactor, Collection<AuditModule> wanted) {
        return request.fork() != AuditRequest.Fork.OFF
                && wanted.stream().allMatch(module -> module.cache() != null)
                && (request.fork() == AuditRequest.Fork.ALWAYS
                        || reactor.withUpstream(wanted).stream()
                                        .mapToInt(module -> module.audited().size())
                                        .sum()
                                >= LEAST_FILES);
    }

    /**
     * Judges, and keeps what comes of it.
     *
     * @param stopwatch takes the stages of the other JVM
     */
    static Cost run(AuditRequest request, Collection<AuditModule> wanted, Progress progress, Stopwatch stopwatch)
            throws ChildJvm.Failed {
        Cost[] cost = {Cost.NONE};
        new ChildJvm(ForkedAudit.class.getName(), ModuleKeys.classPath())
                .run(AuditOrder.of(request, wanted).write(), line -> {
                    if (!line.startsWith(MARK)) {
                        return;
                    }
                    String[] words = line.substring(MARK.length()).split(" ", 3);
                    switch (words[0]) {
                        case "stage" -> progress.stage(words[2], Integer.parseInt(words[1]));
                        case "step" -> {
                            for (int i = Integer.parseInt(words[1]); i > 0; i--) {
                                progress.step();
                            }
                        }
                        case "time" -> stopwatch.add(words[2], Duration.ofNanos(Long.parseLong(words[1])));
                        case "cost" ->
                            cost[0] = new Cost(Duration.ofMillis(Long.parseLong(words[1])), Long.parseLong(words[2]));
                        default -> throw new IllegalStateException("nobody here says " + line);
                    }
                });
        return cost[0];
    }

    /** The other JVM. */
    public static void main(String[] args) throws IOException {
        AuditRequest request = AuditOrder.read(Order.read()).request();
        Told told = new Told(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        AuditResult result = Audit.run(request, told);
        told.end(result);
    }

    /** Tells how far it is, line by line. */
    private static final class Told implements Progress {
        private final PrintStream out;
        private final AtomicInteger steps = new AtomicInteger();
        private volatile long heap;

        Told(PrintStream out) {
            this.out = out;
        }

        @Override
        public void stage(String what, int count) {
            steps.set(0);
            out.println(MARK + "stage " + count + " " + what);
        }

        @Override
        public void step() {
            if (steps.incrementAndGet() % STEPS_A_LINE == 0) {
                out.println(MARK + "step " + STEPS_A_LINE);
            }
            look();
        }

        private void look() {
            long used =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            if (used > heap) {
                heap = used;
            }
        }

        void end(AuditResult result) {
            look();
            result.timings().forEach((stage, time) -> out.println(MARK + "time " + time.toNanos() + " " + stage));
            long spent = ProcessHandle.current()
                    .info()
                    .totalCpuDuration()
                    .orElse(Duration.ZERO)
                    .toMillis();
            out.println(MARK + "cost " + spent + " " + heap / MIB);
        }
    }
}
