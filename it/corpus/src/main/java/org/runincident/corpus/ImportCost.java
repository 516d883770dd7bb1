package org.runincident.corpus;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
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
            long start = System.nanoTime();
            JavaClasses classes = new ClassFileImporter().importJar(jar);
            long imported = System.nanoTime();
            ArchRule rule = IncidentRules.all(IncidentConfig.defaults());
            int found = rule.evaluate(classes).getFailureReport().getDetails().size();
            long judged = System.nanoTime();
            System.out.printf(
                    Locale.ROOT,
                    "%d classes: ArchUnit's import %.1f s, all rules %.1f s, %d findings%n",
                    classes.size(),
                    (imported - start) / 1e9,
                    (judged - imported) / 1e9,
                    found);
        }
    }
}
