package org.runincident.audit.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.runincident.audit.Ratcheted;
import org.runincident.audit.ratchet.BaselineFile;
import org.runincident.audit.ratchet.Tightening;

/**
 * What becomes of a baseline while people work: write, audit, edit, audit.
 *
 * <p>Ten random edits in every build; as many as wanted with {@code -Dincident.test.edits=1000}.
 */
class RatchetStoryTest {
    private static final int CASES = Integer.getInteger("incident.test.edits", 10);

    @TempDir
    Path folder;

    @Test
    void mended_findings_are_named_and_struck_out_and_new_ones_stay_new() throws Exception {
        Project project = new Project(folder);
        int known = project.baseline();
        assertThat(known).isGreaterThan(5);
        assertThat(project.fresh()).isEmpty();

        String file = "org/example/jobs/JobRunner.java";
        project.sources().put(file, withBadMethod(project.sources().get(file), 1));
        assertThat(project.fresh()).containsExactly("SwallowedException in injected1");

        project.sources().keySet().removeIf(name -> name.endsWith("Dispatcher.java") || name.equals(file));
        Ratcheted after = project.audit();
        assertThat(after.comparison().stale()).isNotEmpty();
        byte[] before = Files.readAllBytes(folder.resolve(BaselineFile.NAME));
        Tightening.of(List.of(after.module()));
        assertThat(Files.readAllBytes(folder.resolve(BaselineFile.NAME))).isNotEqualTo(before);
        assertThat(project.audit().comparison().stale()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Edit.class)
    void an_edit_that_changes_no_behaviour_makes_nothing_new_and_nothing_stale(Edit edit) throws Exception {
        for (int seed = 0; seed < 2; seed++) {
            Project project = new Project(Files.createDirectory(folder.resolve(edit + "" + seed)));
            project.baseline();
            edit.apply(project.sources(), new Random(seed));
            Ratcheted after = project.audit();
            assertThat(after.comparison().fresh()).as("new after %s", edit).isEmpty();
            assertThat(after.comparison().stale()).as("stale after %s", edit).isEmpty();
        }
    }

    @Test
    void after_random_edits_exactly_the_injected_findings_are_new() throws Exception {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Project project = new Project(Files.createDirectory(folder.resolve("case" + seed)));
            project.baseline();
            List<Edit> edits = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                Edit edit = Edit.values()[random.nextInt(Edit.values().length)];
                edit.apply(project.sources(), random);
                edits.add(edit);
            }
            List<String> injected = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                inject(project.sources(), random, i);
                injected.add("SwallowedException in injected" + i);
            }
            injected.sort(null);
            assertThat(project.fresh()).as("seed %d: %s", seed, edits).isEqualTo(injected);
        }
    }

    private static void inject(Map<String, String> sources, Random random, int number) {
        List<String> classes = sources.keySet().stream()
                .filter(file -> sources.get(file).matches("(?s).*\\n(public )?(final )?class .*"))
                .toList();
        String file = classes.get(random.nextInt(classes.size()));
        sources.put(file, withBadMethod(sources.get(file), number));
    }

    private static String withBadMethod(String text, int number) {
        int end = text.lastIndexOf('}');
        return text.substring(0, end) + "    static int injected" + number
                + "(String text) {\n        try {\n            return java.nio.file.Files.readString(java.nio.file.Path.of(text)).length();\n"
                + "        } catch (Exception e) {\n            return " + number + ";\n        }\n    }\n}\n";
    }
}
