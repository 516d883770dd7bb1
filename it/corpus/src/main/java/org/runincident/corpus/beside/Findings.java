package org.runincident.corpus.beside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sourceforge.pmd.PMDConfiguration;
import net.sourceforge.pmd.PmdAnalysis;
import net.sourceforge.pmd.reporting.Report;
import net.sourceforge.pmd.reporting.RuleViolation;
import org.runincident.audit.Audit;
import org.runincident.audit.AuditModule;
import org.runincident.audit.AuditRequest;
import org.runincident.audit.report.Report.FindingEntry;
import org.runincident.rule.Family;
import org.runincident.rule.Rules;

/** Runs both tools as they come, neither with a class path: what a fresh look at sources shows. */
final class Findings {
    private static final int THREADS = 2;
    private static final List<String> PMD_RULES = List.of(
            "category/java/bestpractices.xml/AvoidPrintStackTrace",
            "category/java/bestpractices.xml/NonExhaustiveSwitch",
            "category/java/bestpractices.xml/PreserveStackTrace",
            "category/java/errorprone.xml/DoNotThrowExceptionInFinally",
            "category/java/errorprone.xml/EmptyCatchBlock",
            "category/java/errorprone.xml/ReturnFromFinallyBlock");

    private Findings() {}

    /** What our rules for exceptions and variants report, the default ones. */
    static List<Hit> ours(Path sources) throws IOException {
        Set<String> rules = Rules.all().list().stream()
                .filter(rule ->
                        rule.info().family() == Family.EXCEPTIONS || rule.info().family() == Family.VARIANTS)
                .map(rule -> rule.id())
                .collect(Collectors.toSet());
        List<AuditModule> modules;
        try (Stream<Path> folders = Files.list(sources)) {
            modules = folders.filter(Files::isDirectory)
                    .sorted()
                    .map(folder -> AuditModule.of(folder.getFileName().toString(), folder, folder))
                    .toList();
        }
        return Audit.run(AuditRequest.of(sources, modules).withThreads(THREADS)).report().modules().stream()
                .flatMap(module -> module.findings().stream())
                .filter(finding -> rules.contains(finding.rule()))
                .map(Findings::hit)
                .toList();
    }

    private static Hit hit(FindingEntry finding) {
        String file = finding.at().file();
        Set<Integer> lines = finding.path().stream()
                .filter(step -> step.at().file().equals(file))
                .map(step -> step.at().line())
                .collect(Collectors.toSet());
        return new Hit(Tool.OURS, finding.rule(), file, finding.at().line(), lines);
    }

    /** What PMD's rules for the same things report. */
    static List<Hit> pmd(Path sources) {
        PMDConfiguration configuration = new PMDConfiguration();
        configuration.addInputPath(sources);
        configuration.setThreads(THREADS);
        configuration.setIgnoreIncrementalAnalysis(true);
        PMD_RULES.forEach(configuration::addRuleSet);
        List<Hit> hits = new ArrayList<>();
        try (PmdAnalysis analysis = PmdAnalysis.create(configuration)) {
            Report report = analysis.performAnalysisAndCollectReport();
            for (RuleViolation violation : report.getViolations()) {
                String path = sources.relativize(Path.of(violation.getFileId().getAbsolutePath()))
                        .toString()
                        .replace('\\', '/');
                hits.add(new Hit(Tool.PMD, violation.getRule().getName(), path, violation.getBeginLine(), Set.of()));
            }
        }
        return hits;
    }
}
