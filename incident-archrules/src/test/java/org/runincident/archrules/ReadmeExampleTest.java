package org.runincident.archrules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.runincident.archrules.examples.readme.Jobs;

class ReadmeExampleTest {
    @Test
    void the_readme_shows_side_by_side_what_both_sets_of_rules_say() throws IOException {
        JavaClasses jobs = new ClassFileImporter().importClasses(Jobs.class);
        String said = Stream.of(
                        GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS,
                        IncidentRules.exceptions_are_not_swallowed,
                        IncidentRules.causes_are_kept)
                .map(rule -> answer(rule, jobs))
                .collect(Collectors.joining("\n\n"));

        assertThat(Files.readString(Path.of("..", "README.md"))).contains("```\n" + said + "\n```");
    }

    /** The words of a failed build, but for why, and for names of packages. */
    private static String answer(ArchRule rule, JavaClasses classes) {
        List<String> details = rule.evaluate(classes).getFailureReport().getDetails();
        String description = rule.getDescription().replaceFirst(", because .*", "");
        return ("Rule '" + description + "' was violated (" + details.size() + " times):\n"
                        + String.join("\n", details))
                .replace("org.runincident.archrules.examples.readme.", "org.example.");
    }
}
