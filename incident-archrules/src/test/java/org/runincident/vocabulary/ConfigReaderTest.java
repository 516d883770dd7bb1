package org.runincident.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {
    private final ConfigReader reader =
            new ConfigReader(List.of("FailureWithoutReason", "SwallowedException", "UnhandledVariant"));

    @TempDir
    Path root;

    @Test
    void without_a_file_the_defaults_hold() {
        IncidentConfig config = reader.nearest(root.resolve("a"), root);

        assertThat(config.file()).isEmpty();
        assertThat(config.words().words("broadExceptions")).contains("Throwable");
        assertThat(config.rule("SwallowedException")).isEqualTo(RuleSettings.UNCHANGED);
    }

    @Test
    void a_plain_list_adds_and_an_object_adds_and_removes() throws IOException {
        IncidentConfig config = read("""
                { // our own names
                  "vocabulary": {
                    "broadExceptions": {"add": ["Oops"], "remove": ["Error"],},
                  },
                }
                """);

        assertThat(config.words().words("broadExceptions"))
                .contains("Oops", "Throwable")
                .doesNotContain("Error");
        assertThat(read("{\"vocabulary\": {\"broadExceptions\": [\"Oops\"]}}")
                        .words()
                        .words("broadExceptions"))
                .contains("Oops", "Error");
    }

    @Test
    void a_rule_can_be_switched_off_weighed_and_scoped() throws IOException {
        IncidentConfig config = read("""
                {"rules": {
                  "SwallowedException": "off",
                  "UnhandledVariant": {"severity": "note", "include": ["src/**"], "exclude": ["legacy"], "types": "every"}
                }}
                """);

        assertThat(config.rule("SwallowedException").isOff()).isTrue();
        RuleSettings variants = config.rule("UnhandledVariant");
        assertThat(variants.level()).contains(RuleSettings.Level.NOTE);
        assertThat(variants.everyType()).isTrue();
        assertThat(config.vocabulary().outcomes().isListed("a.b.Shape")).isTrue();
        assertThat(config.covers("UnhandledVariant", root.resolve("src/a/B.java")))
                .isTrue();
        assertThat(config.covers("UnhandledVariant", root.resolve("src/legacy/B.java")))
                .isFalse();
        assertThat(config.covers("UnhandledVariant", root.resolve("other/B.java")))
                .isFalse();
        assertThat(config.covers("FailureWithoutReason", root.resolve("other/B.java")))
                .isTrue();
    }

    @Test
    void ratchets_are_kept_as_they_stand() throws IOException {
        IncidentConfig config = read("{\"ratchets\": {\"TokenRatchet\": [{\"pattern\": \"TODO\"}]}}");

        assertThat(config.ratchets().get("TokenRatchet").get(0).get("pattern").asText())
                .isEqualTo("TODO");
    }

    @Test
    void excluded_paths_are_relative_to_the_folder_of_the_file() throws IOException {
        IncidentConfig config = read("{\"exclude\": [\"**/generated/**\", \"/Top.java\"]}");

        assertThat(config.excludes(root.resolve("generated/A.java"))).isTrue();
        assertThat(config.excludes(root.resolve("m/src/generated/x/A.java"))).isTrue();
        assertThat(config.excludes(root.resolve("Top.java"))).isTrue();
        assertThat(config.excludes(root.resolve("m/Top.java"))).isFalse();
    }

    @Test
    void the_nearest_file_wins_alone() throws IOException {
        Path module = Files.createDirectories(root.resolve("a/b"));
        write("incident.json", "{\"rules\": {\"SwallowedException\": \"off\", \"UnhandledVariant\": \"off\"}}");
        write("a/incident.json", "{\"rules\": {\"SwallowedException\": \"note\"}}");

        IncidentConfig config = reader.nearest(module, root);

        assertThat(config.file()).contains(root.resolve("a/incident.json"));
        assertThat(config.rules()).containsOnlyKeys("SwallowedException");
    }

    @Test
    void nothing_above_the_root_is_read() throws IOException {
        write("incident.json", "{");
        Path inner = Files.createDirectories(root.resolve("project/module"));

        assertThat(reader.nearest(inner, root.resolve("project")).file()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{~\"vocabulary\": {~\"broadException\":~[]}}|:3: unknown key \"broadException\" (nearest: \"broadExceptions\")",
                "{\"vocabulry\": {}}|:1: unknown key \"vocabulry\" (nearest: \"vocabulary\")",
                "{\"broadExceptions\": []}|:1: unknown key \"broadExceptions\" (it belongs under \"vocabulary\")",
                "{\"SwallowedException\": 1}|:1: unknown key \"SwallowedException\" (it belongs under \"rules\")",
                "{\"rules\":~{\"SwallowdException\": \"off\"}}|:2: no rule is called \"SwallowdException\" (nearest: \"SwallowedException\")",
                "{\"rules\": {\"SwallowedException\": \"of\"}}|:1: \"SwallowedException\" cannot be \"of\" (nearest: \"off\")",
                "{\"rules\": {\"SwallowedException\": true}}|:1: \"SwallowedException\" must be \"off\", \"note\", \"warning\", \"error\" or an object, not true or false",
                "{\"rules\": []}|:1: \"rules\" must be an object, not a list",
                "{\"rules\": {\"SwallowedException\": {\"includes\": []}}}|:1: unknown key \"includes\" (nearest: \"include\")",
                "{\"rules\": {\"UnhandledVariant\": {\"types\": \"all\"}}}|:1: \"types\" cannot be \"all\" (there are: outcomes, every)",
                "{\"vocabulary\": {\"broadExceptions\": {\"remove\": [~\"Eror\"]}}}|:2: \"Eror\" is not in \"broadExceptions\", so it cannot be removed (nearest: \"Error\")",
                "{\"vocabulary\": {\"broadExceptions\": [1]}}|:1: \"broadExceptions\" must be a list of strings, not a number",
                "{\"exclude\": [\"a\",~\"[\"]}|:2: \"exclude\" holds \"[\", which is no path glob: ",
                "{\"ratchets\": {\"VariantLok\": {}}}|:1: unknown key \"VariantLok\" (nearest: \"VariantLock\")",
                "{\"ratchets\": {\"VariantLock\": 3}}|:1: \"VariantLock\" must be an object or a list of objects, not a number",
                "[]|:1: \"incident.json\" must be an object, not a list",
                "{} {}|:1: nothing may stand behind the closing brace",
                "{\"rules\": {}, \"rules\": {}}|:1: this is not valid JSON: Duplicate",
                "{~~\"rules\": oops}|:3: this is not valid JSON: ",
            })
    void a_mistake_is_one_sentence_with_its_line(String text, String expected) {
        assertThatThrownBy(() -> read(text.replace('~', '\n')))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageStartingWith("incident.json" + expected)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void an_empty_file_and_a_folder_are_told_apart() throws IOException {
        assertThatThrownBy(() -> read(""))
                .hasMessage("incident.json is empty: write {} for the defaults, or delete the file");
        Path folder = Files.createDirectories(root.resolve("m/incident.json"));
        assertThatThrownBy(() -> reader.nearest(folder.getParent(), root))
                .isInstanceOf(ConfigProblem.class)
                .hasMessage("m/incident.json cannot be read: it is a folder");
    }

    @Test
    void bytes_that_are_no_text_are_a_problem_too() throws IOException {
        Path file = root.resolve("incident.json");
        Files.write(file, "{\"exclude\": [\"\u00e4\"]}".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> reader.nearest(root, root)).isInstanceOf(ConfigProblem.class);
    }

    @Test
    void every_key_has_a_meaning() {
        assertThat(ConfigKey.all(WordLists.defaults()))
                .allSatisfy(key -> assertThat(key.meaning()).as(key.path()).endsWith("."));
    }

    private IncidentConfig read(String text) throws IOException {
        write("incident.json", text);
        return reader.nearest(root, root);
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(root.resolve(path), text);
    }
}
