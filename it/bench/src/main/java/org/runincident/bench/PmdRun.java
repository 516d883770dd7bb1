package org.runincident.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.sourceforge.pmd.PMDConfiguration;
import net.sourceforge.pmd.PmdAnalysis;

/** PMD with the seven of its rules that look at the same things. */
final class PmdRun {
    private static final List<String> RULES = List.of(
            "category/java/bestpractices.xml/AvoidPrintStackTrace",
            "category/java/bestpractices.xml/NonExhaustiveSwitch",
            "category/java/bestpractices.xml/PreserveStackTrace",
            "category/java/design.xml/AvoidCatchingGenericException",
            "category/java/errorprone.xml/DoNotThrowExceptionInFinally",
            "category/java/errorprone.xml/EmptyCatchBlock",
            "category/java/errorprone.xml/ReturnFromFinallyBlock");

    private PmdRun() {}

    public static void main(String[] args) throws IOException {
        Cost.HeapWatch watch = new Cost.HeapWatch();
        Path output = Path.of(args[1]);
        Path cache = Path.of(args[3]);
        Files.createDirectories(cache);
        PMDConfiguration configuration = new PMDConfiguration();
        configuration.addInputPath(Path.of(args[0]));
        configuration.setThreads(Integer.parseInt(args[2]));
        RULES.forEach(configuration::addRuleSet);
        configuration.setReportFormat("xml");
        configuration.setReportFile(output.resolve("report.xml"));
        configuration.setAnalysisCacheLocation(cache.resolve("pmd.cache").toString());
        try (PmdAnalysis analysis = PmdAnalysis.create(configuration)) {
            analysis.performAnalysis();
        }
        watch.write(output.resolve("cost.properties"));
    }
}
