package org.runincident.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.runincident.audit.Audit;
import org.runincident.audit.AuditModule;
import org.runincident.audit.AuditRequest;
import org.runincident.audit.AuditResult;
import org.runincident.audit.ForkedAudit;
import org.runincident.audit.report.json.JsonReport;

/** The audit with all its rules, each folder of sources a module. */
final class OursRun {
    private OursRun() {}

    public static void main(String[] args) throws IOException {
        Cost.HeapWatch watch = new Cost.HeapWatch();
        Path sources = Path.of(args[0]);
        Path output = Path.of(args[1]);
        Path cache = Path.of(args[3]);
        List<AuditModule> modules;
        try (Stream<Path> folders = Files.list(sources)) {
            modules = folders.filter(Files::isDirectory)
                    .map(folder -> AuditModule.of(folder.getFileName().toString(), folder, folder)
                            .withCache(cache.resolve(folder.getFileName())))
                    .toList();
        }
        AuditRequest request = AuditRequest.of(sources, modules)
                .withRules(AuditRequest.RuleSet.THOROUGH)
                .withFork(AuditRequest.Fork.AUTO)
                .withThreads(Integer.parseInt(args[2]));
        AuditResult result = Audit.run(request);
        write(result, output);
        result.timings().forEach((stage, time) -> System.out.println(stage + " " + time));
        watch.write(
                output.resolve("cost.properties"),
                result.fork().map(ForkedAudit.Cost::processorTime).orElse(Duration.ZERO),
                result.fork().map(ForkedAudit.Cost::heap).orElse(0L));
    }

    /** One report, as PMD writes one; like the plugin's, it is left as it is when nothing has changed. */
    private static void write(AuditResult result, Path output) throws IOException {
        Path basis = output.resolve("basis.txt");
        String now = result.basis().orElse("");
        if (!Files.exists(basis) || !Files.readString(basis).equals(now)) {
            Files.write(output.resolve("report.json"), JsonReport.write(result.report()));
            Files.writeString(basis, now);
        }
    }
}
