package org.runincident.audit.ratchet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.runincident.audit.ratchet.Samples.entry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.StoredConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowthGuardTest {
    private static final BaselineEntry OLD = entry("Swallowed", "a.B#close()", "catch ( Exception _ ) { }", "");
    private static final BaselineEntry ADDED = entry("LostCause", "a.B#open()", "throw new X ( ) ;", "");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void isolate() {
        IsolatedGit.install();
        file = folder.resolve(BaselineFile.NAME);
    }

    private GrowthGuard.Verdict check(String base, BaselineEntry... entries) {
        return new GrowthGuard(base).check(file, BaselineFile.NAME, new Baseline(List.of(entries)));
    }

    @Test
    void without_git_one_sentence_says_so() {
        assertThat(check("", OLD).note()).startsWith("No git repository here");
    }

    @Test
    void an_entry_added_on_the_branch_without_a_because_is_named() throws Exception {
        try (Git git = Git.init()
                .setInitialBranch("main")
                .setDirectory(folder.toFile())
                .call()) {
            commit(git, OLD);
            git.checkout().setCreateBranch(true).setName("work").call();
            commit(git, OLD, ADDED);
            assertThat(check("", OLD, ADDED).grown()).containsExactly(ADDED);
            assertThat(check("", OLD).grown()).isEmpty();
        }
    }

    @Test
    void a_file_made_anew_in_place_of_an_older_one_has_grown_by_what_is_new() throws Exception {
        try (Git git = Git.init()
                .setInitialBranch("main")
                .setDirectory(folder.toFile())
                .call()) {
            commit(git, OLD);
            git.checkout().setCreateBranch(true).setName("work").call();
            Files.delete(file);
            git.rm().addFilepattern(BaselineFile.NAME).call();
            git.commit()
                    .setMessage("deleted")
                    .setAuthor("a", "a@b")
                    .setCommitter("a", "a@b")
                    .setSign(false)
                    .call();
            assertThat(check("", OLD, ADDED).grown()).containsExactly(ADDED);
        }
    }

    @Test
    void a_first_baseline_may_hold_anything() throws Exception {
        try (Git git = Git.init()
                .setInitialBranch("main")
                .setDirectory(folder.toFile())
                .call()) {
            Files.writeString(folder.resolve("README"), "x");
            git.add().addFilepattern("README").call();
            git.commit()
                    .setMessage("start")
                    .setAuthor("a", "a@b")
                    .setCommitter("a", "a@b")
                    .setSign(false)
                    .call();
            assertThat(check("", OLD, ADDED).grown()).isEmpty();
        }
    }

    @Test
    void a_base_that_is_not_there_is_told_with_the_way_to_fetch_it() throws Exception {
        try (Git git = Git.init()
                .setInitialBranch("main")
                .setDirectory(folder.toFile())
                .call()) {
            commit(git, OLD);
            assertThat(check("origin/release", OLD).note())
                    .isEqualTo(
                            "The base \"origin/release\" is not in this clone, so whether the baseline has grown cannot"
                                    + " be told. Fetch it: git fetch origin");
        }
    }

    @Test
    void the_pushed_copy_of_the_branch_is_no_base() throws Exception {
        try (Git git = Git.init()
                .setInitialBranch("main")
                .setDirectory(folder.toFile())
                .call()) {
            commit(git, OLD);
            git.checkout().setCreateBranch(true).setName("work").call();
            commit(git, OLD, ADDED);
            RefUpdate pushed = git.getRepository().updateRef("refs/remotes/origin/work");
            pushed.setNewObjectId(git.getRepository().resolve("HEAD"));
            pushed.update();
            StoredConfig config = git.getRepository().getConfig();
            config.setString("remote", "origin", "fetch", "+refs/heads/*:refs/remotes/origin/*");
            config.setString("branch", "work", "remote", "origin");
            config.setString("branch", "work", "merge", "refs/heads/work");
            config.save();
            assertThat(check("", OLD, ADDED).grown()).containsExactly(ADDED);
        }
    }

    @Test
    void a_shallow_clone_is_told_with_the_way_to_deepen_it() throws Exception {
        try (Git git = Git.init()
                .setInitialBranch("work")
                .setDirectory(folder.toFile())
                .call()) {
            commit(git, OLD);
            Files.writeString(folder.resolve(".git/shallow"), "");
            assertThat(check("", OLD).note()).endsWith("Fetch the history: git fetch --unshallow");
        }
    }

    private void commit(Git git, BaselineEntry... entries) throws Exception {
        Files.write(file, BaselineJson.write(new Baseline(List.of(entries))));
        git.add().addFilepattern(BaselineFile.NAME).call();
        git.commit()
                .setMessage("baseline")
                .setAuthor("a", "a@b")
                .setCommitter("a", "a@b")
                .setSign(false)
                .call();
    }
}
