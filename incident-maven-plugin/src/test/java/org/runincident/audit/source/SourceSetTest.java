package org.runincident.audit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceSetTest {
    @TempDir
    private Path folder;

    private Path base;

    @BeforeEach
    void makeBase() throws IOException {
        base = Files.createDirectories(folder.resolve("project"));
    }

    private Path write(String path) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "class X {}");
    }

    private List<String> find(String... roots) {
        List<SourceRoot> all = List.of(roots).stream()
                .map(root -> new SourceRoot(base.resolve(root), "m", true))
                .toList();
        return SourceSet.find(base, all).stream().map(SourceFile::path).toList();
    }

    @Test
    void files_are_sorted_by_their_path_from_the_base() throws IOException {
        write("b/src/z/A.java");
        write("a/src/B.java");
        write("a/src/c/A.java");
        write("a/src/notes.txt");
        assertThat(find("b/src", "a/src")).containsExactly("a/src/B.java", "a/src/c/A.java", "b/src/z/A.java");
    }

    @Test
    void a_root_that_does_not_exist_holds_nothing() throws IOException {
        write("src/A.java");
        assertThat(find("none", "src")).containsExactly("src/A.java");
    }

    @Test
    void a_file_under_two_roots_is_one_file() throws IOException {
        write("src/main/java/A.java");
        assertThat(find("src", "src/main/java")).hasSize(1);
    }

    @Test
    void a_file_under_an_audited_and_another_root_is_audited() throws IOException {
        write("src/A.java");
        List<SourceFile> found = SourceSet.find(
                base,
                List.of(
                        new SourceRoot(base.resolve("."), "types", false),
                        new SourceRoot(base.resolve("src"), "main", true)));
        assertThat(found).singleElement().satisfies(file -> {
            assertThat(file.audited()).isTrue();
            assertThat(file.module()).isEqualTo("main");
        });
    }

    @Test
    void a_link_that_leads_back_is_no_endless_way() throws IOException {
        write("src/a/A.java");
        Files.createSymbolicLink(base.resolve("src/a/loop"), base.resolve("src"));
        assertThat(find("src")).containsExactly("src/a/A.java");
    }

    @Test
    void a_link_out_of_the_project_is_not_followed() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("B.java"), "class B {}");
        write("src/A.java");
        Files.createSymbolicLink(base.resolve("src/linked"), outside);
        Files.createSymbolicLink(base.resolve("src/C.java"), outside.resolve("B.java"));
        assertThat(find("src")).containsExactly("src/A.java");
    }

    @Test
    void a_link_to_another_place_in_the_project_is_followed() throws IOException {
        write("generated/B.java");
        write("src/A.java");
        Files.createSymbolicLink(base.resolve("src/linked"), base.resolve("generated"));
        assertThat(find("src")).containsExactly("src/A.java", "src/linked/B.java");
    }

    @Test
    void a_link_to_nothing_is_passed_over() throws IOException {
        write("src/A.java");
        Files.createSymbolicLink(base.resolve("src/B.java"), base.resolve("gone"));
        assertThat(find("src")).containsExactly("src/A.java");
    }

    @Test
    void a_folder_that_is_named_like_a_source_is_a_folder() throws IOException {
        write("src/A.java/B.java");
        assertThat(find("src")).containsExactly("src/A.java/B.java");
    }
}
