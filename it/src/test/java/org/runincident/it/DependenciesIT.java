package org.runincident.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the plugin brings into other people's builds. */
class DependenciesIT {
    private static final Path PLUGIN = Path.of("..", "incident-maven-plugin");
    private static final Set<String> PERMISSIVE =
            Set.of("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSD-3-Clause (Go)", "MIT");

    @Test
    void the_page_of_dependencies_is_what_the_build_resolved() throws IOException {
        assertThat(PLUGIN.resolve("DEPENDENCIES.md"))
                .as("to mend it: cp incident-maven-plugin/target/DEPENDENCIES.md incident-maven-plugin/")
                .hasSameTextualContentAs(PLUGIN.resolve("target/DEPENDENCIES.md"));
    }

    @Test
    void every_library_is_offered_under_a_permissive_licence() throws IOException {
        List<String> rows = Files.readAllLines(PLUGIN.resolve("DEPENDENCIES.md")).stream()
                .filter(line -> line.startsWith("| ["))
                .toList();
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(licences(row)).as(row).containsAnyElementsOf(PERMISSIVE));
    }

    private static List<String> licences(String row) {
        String[] cells = row.split("\\|");
        return List.of(cells[3].strip().split(", "));
    }
}
