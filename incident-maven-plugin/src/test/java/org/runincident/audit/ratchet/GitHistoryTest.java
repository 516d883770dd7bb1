package org.runincident.audit.ratchet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHistoryTest {
    @TempDir
    Path folder;

    @BeforeEach
    void isolate() {
        IsolatedGit.install();
    }

    @Test
    void a_folder_outside_of_git_has_no_history() {
        assertThat(GitHistory.around(folder)).isEmpty();
    }

    @Test
    void the_file_is_read_as_it_was_where_the_branch_began() throws Exception {
        try (Git git = Git.init()
                .setInitialBranch("main")
                .setDirectory(folder.toFile())
                .call()) {
            RevCommit start = commit(git, "one");
            git.checkout().setCreateBranch(true).setName("work").call();
            commit(git, "two");
            try (GitHistory history = GitHistory.around(folder).orElseThrow()) {
                Optional<String> base = history.mergeBase("");
                assertThat(base).contains(start.getName());
                assertThat(history.fileAt(base.orElseThrow(), folder.resolve("f")))
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .contains("one");
                assertThat(history.versions(folder.resolve("f"), 10))
                        .extracting(v -> new String(v.bytes(), StandardCharsets.UTF_8))
                        .containsExactly("one", "two");
                assertThat(history.isShallow()).isFalse();
            }
        }
    }

    @Test
    void an_unknown_base_is_no_merge_base() throws Exception {
        try (Git git = Git.init()
                .setInitialBranch("main")
                .setDirectory(folder.toFile())
                .call()) {
            commit(git, "one");
            try (GitHistory history = GitHistory.around(folder).orElseThrow()) {
                assertThat(history.mergeBase("no/such/ref")).isEmpty();
            }
        }
    }

    private RevCommit commit(Git git, String content) throws Exception {
        Files.writeString(folder.resolve("f"), content);
        git.add().addFilepattern("f").call();
        return git.commit()
                .setMessage(content)
                .setAuthor("a", "a@example.org")
                .setCommitter("a", "a@example.org")
                .setSign(false)
                .call();
    }
}
