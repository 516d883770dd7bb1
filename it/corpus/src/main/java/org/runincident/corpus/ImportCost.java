package org.runincident.corpus;

import com.sun.management.OperatingSystemMXBean;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import org.runincident.archrules.IncidentRules;
import org.runincident.vocabulary.IncidentConfig;

/**
 * What all rules cost on the classes of a jar, beside ArchUnit's own import of it, in one run.
 *
 * <pre>
 * ImportCost some.jar
 * </pre>
 */
public final class ImportCost {
    private ImportCost() {}

    public static void main(String[] args) throws IOException {
        try (JarFile jar = new JarFile(Path.of(args[0]).toFile())) {
            Clock clock = new Clock();
            JavaClasses classes = new ClassFileImporter().importJar(jar);
            String imported = clock.lap();
            ArchRule rule = IncidentRules.all(IncidentConfig.defaults());
            List<String> found = rule.evaluate(classes).getFailureReport().getDetails();
            String judged = clock.lap();
            System.out.printf(
                    "%d classes: ArchUnit's import %s, all rules %s, %d findings%n",
                    classes.size(), imported, judged, found.size());
        }
    }

    /** Time since the lap before: what passed, and what the processors worked for it, compiling and collecting included. */
    private static final class Clock {
        private final OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private long passed = System.nanoTime();
        private long worked = system.getProcessCpuTime();

        String lap() {
            long passedBefore = passed;
            long workedBefore = worked;
            passed = System.nanoTime();
            worked = system.getProcessCpuTime();
            return String.format(
                    Locale.ROOT,
                    "%.1f s (processor %.1f s)",
                    (passed - passedBefore) / 1e9,
                    (worked - workedBefore) / 1e9);
        }
    }
}
