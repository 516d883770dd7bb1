package org.runincident.corpus;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.runincident.audit.Audit;
import org.runincident.audit.AuditModule;
import org.runincident.audit.AuditRequest;
import org.runincident.audit.AuditResult;
import org.runincident.audit.report.json.JsonReport;

/** Audits one unpacked artifact in a JVM of its own, so that its time and its memory are its own. */
public final class AuditProcess {
    private static final String HEAP_LIMIT = "-Xmx512m";
    private static final String REPORT = "report.json";
    private static final String COST = "cost.properties";

    private AuditProcess() {}

    /**
     * Audits in a new JVM.
     *
     * @param project folder with {@code src/main/java} and {@code target/classpath.txt}
     * @param output folder for the report
     */
    static Audited audit(Path project, Path output) throws IOException, InterruptedException {
        Files.createDirectories(output);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(),
                        HEAP_LIMIT,
                        "-cp",
                        System.getProperty("java.class.path"),
                        AuditProcess.class.getName(),
                        project.toString(),
                        output.toString())
                .inheritIO()
                .start();
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IOException("the audit of " + project.getFileName() + " ended with " + exit);
        }
        Properties cost = new Properties();
        try (var reader = Files.newBufferedReader(output.resolve(COST))) {
            cost.load(reader);
        }
        Audited audited = ReportFile.read(output.resolve(REPORT));
        return new Audited(
                audited.findings(),
                audited.levels(),
                Long.parseLong(cost.getProperty("millis")),
                Long.parseLong(cost.getProperty("cpuMillis")),
                Long.parseLong(cost.getProperty("peakHeap")),
                PathCheck.walk(JsonReport.read(Files.readAllBytes(output.resolve(REPORT))), project));
    }

    public static void main(String[] args) throws IOException {
        Path project = Path.of(args[0]).toAbsolutePath();
        Path output = Path.of(args[1]);
        List<Path> classPath = Stream.of(Files.readString(project.resolve("target/classpath.txt"))
                        .strip()
                        .split(System.getProperty("path.separator")))
                .map(Path::of)
                .toList();
        AuditModule module = AuditModule.of(project.getFileName().toString(), project, project.resolve("src/main/java"))
                .withClassPath(classPath);
        AuditRequest request = AuditRequest.of(project, List.of(module)).withRules(AuditRequest.RuleSet.THOROUGH);
        long start = System.nanoTime();
        AuditResult result = Audit.run(request);
        long millis = (System.nanoTime() - start) / 1_000_000;
        Files.write(output.resolve(REPORT), JsonReport.write(result.report()));
        Files.writeString(
                output.resolve(COST),
                "millis=" + millis + "\ncpuMillis=" + cpuMillis() + "\npeakHeap=" + peakHeap() + "\n");
    }

    private static long cpuMillis() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .orElse(-1L);
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
