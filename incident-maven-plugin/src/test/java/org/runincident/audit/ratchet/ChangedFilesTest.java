package org.runincident.audit.ratchet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.runincident.audit.ratchet.Samples.at;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.code.Place;
import org.runincident.code.Span;
import org.runincident.inventory.Step;
import org.runincident.rule.Finding;

class ChangedFilesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void isolate() {
        IsolatedGit.install();
    }

    @Test
    void edited_new_and_untracked_files_count_ignored_and_untouched_ones_do_not() throws Exception {
        try (Git git = Git.init()
                .setInitialBranch("main")
                .setDirectory(folder.toFile())
                .call()) {
            write("src/A.java", "a");
            write("src/B.java", "b");
            write(".gitignore", "target/\n");
            commit(git);
            git.checkout().setCreateBranch(true).setName("work").call();
            write("src/A.java", "changed");
            commit(git);
            write("src/New.java", "n");
            write("target/gen/G.java", "g");
            assertThat(ChangedFiles.since("main", folder).files())
                    .containsExactlyInAnyOrder("src/A.java", "src/New.java");
        }
    }

    @Test
    void a_finding_counts_when_its_site_or_a_step_lies_in_a_changed_file() {
        ChangedFiles changed = new ChangedFiles(java.util.Set.of("src/A.java"));
        Finding at = Samples.findingsIn("src/A.java", at("Silent", "run", "x();"))
                .get(0)
                .finding();
        Finding elsewhere = Samples.findingsIn("src/B.java", at("Silent", "run", "x();"))
                .get(0)
                .finding();
        Step through = new Step(new Place("src/A.java", Span.ofLine(3)), "called here");
        Finding passes = new Finding(
                elsewhere.rule(), elsewhere.severity(), elsewhere.at(), elsewhere.member(), "m", "h", List.of(through));
        assertThat(changed.touch(at)).isTrue();
        assertThat(changed.touch(elsewhere)).isFalse();
        assertThat(changed.touch(passes)).isTrue();
    }

    @Test
    void what_git_cannot_tell_is_said_with_the_way_out() throws Exception {
        assertThatThrownBy(() -> ChangedFiles.since("main", folder)).hasMessageContaining("needs git");
        try (Git git = Git.init()
                .setInitialBranch("main")
                .setDirectory(folder.toFile())
                .call()) {
            write("a", "a");
            commit(git);
            assertThatThrownBy(() -> ChangedFiles.since("origin/main", folder))
                    .hasMessage(
                            "incident.ratchetFrom: \"origin/main\" is not in this clone. Fetch it: git fetch origin");
        }
    }

    @Test
    void the_trend_adds_up_the_files_of_all_modules_day_by_day() throws Exception {
        try (Git git = Git.init()
                .setInitialBranch("main")
                .setDirectory(folder.toFile())
                .call()) {
            BaselineEntry one = Samples.entry("Swallowed", "a.B#close()", "catch ( Exception _ ) { }", "");
            BaselineEntry two = Samples.entry("LostCause", "a.B#open()", "throw new X ( ) ;", "");
            write("a/" + BaselineFile.NAME, new String(BaselineJson.write(new Baseline(List.of(one, two)))));
            write("b/" + BaselineFile.NAME, new String(BaselineJson.write(new Baseline(List.of(one)))));
            commit(git);
            Trend trend = Trend.of(List.of(
                    folder.resolve("a").resolve(BaselineFile.NAME),
                    folder.resolve("b").resolve(BaselineFile.NAME)));
            assertThat(trend.points()).extracting(Trend.Point::entries).containsExactly(3);
            assertThat(trend.sparkline(10)).isEqualTo("\u2588");
        }
    }

    @Test
    void a_sparkline_falls_with_the_entries() {
        java.time.LocalDate day = java.time.LocalDate.EPOCH;
        Trend trend = new Trend(List.of(
                new Trend.Point(day, 80), new Trend.Point(day.plusDays(1), 40), new Trend.Point(day.plusDays(2), 0)));
        assertThat(trend.sparkline(10)).isEqualTo("\u2588\u2585\u2581");
    }

    private void write(String path, String text) throws Exception {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void commit(Git git) throws Exception {
        git.add().addFilepattern(".").call();
        git.commit()
                .setMessage("change")
                .setAuthor("a", "a@example.org")
                .setCommitter("a", "a@example.org")
                .setSign(false)
                .call();
    }
}
