package org.runincident.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's table of settings and the goals themselves name the same user properties. */
class SettingsTableTest {
    @Test
    void every_user_property_stands_in_the_table_and_no_other() throws Exception {
        assertThat(names(readme(), "(?m)^\\| `(incident\\.\\w+)` \\|"))
                .isEqualTo(names(descriptor(), "\\$\\{(incident\\.\\w+)\\}"));
    }

    private static Set<String> names(String text, String pattern) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static String readme() throws Exception {
        return Files.readString(Path.of("..", "README.md"));
    }

    private static String descriptor() throws Exception {
        try (InputStream in = SettingsTableTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
