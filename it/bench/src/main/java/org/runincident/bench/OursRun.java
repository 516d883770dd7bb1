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
import org.runincident.audit.report.ReportFolder;
import org.runincident.audit.report.sarif.SarifReport;
import org.runincident.audit.source.SourceLines;

/** The audit with all its rules and reports, each folder of sources a module. */
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
        new ReportFolder(output, SarifReport.Which.ALL).write(result.report(), new SourceLines(sources), result.basis());
        result.timings().forEach((stage, time) -> System.out.println(stage + " " + time));
        watch.write(
                output.resolve("cost.properties"),
                result.fork().map(ForkedAudit.Cost::processorTime).orElse(Duration.ZERO),
                result.fork().map(ForkedAudit.Cost::heap).orElse(0L));
    }
}
