package org.runincident.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.rule.Rule;
import org.runincident.rule.Rules;
import org.runincident.vocabulary.ConfigReader;

/** What the README says is true. */
class ReadmeTest {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{(incident\\.\\w+)}");
    private static final Pattern JSON = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

    @Test
    void every_setting_of_the_goals_stands_in_the_table() throws IOException {
        Set<String> settings = new TreeSet<>();
        try (InputStream in = getClass().getResourceAsStream("/META-INF/maven/plugin.xml")) {
            Matcher property = PROPERTY.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (property.find()) {
                settings.add(property.group(1));
            }
        }

        assertThat(settings).isNotEmpty().allSatisfy(s -> assertThat(readme()).contains("| `" + s + "` |"));
    }

    @Test
    void the_configuration_shown_is_one_that_is_read(@TempDir Path folder) throws IOException {
        Matcher block = JSON.matcher(readme());
        assertThat(block.find()).isTrue();
        Path file = folder.resolve("incident.json");
        Files.writeString(file, block.group(1));

        new ConfigReader(Rules.all().list().stream().map(Rule::id).toList()).read(file, "incident.json");
    }

    private static String readme() {
        try {
            return Files.readString(Path.of("../README.md"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
