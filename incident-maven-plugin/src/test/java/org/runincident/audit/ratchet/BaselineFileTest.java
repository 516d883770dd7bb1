package org.runincident.audit.ratchet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.runincident.audit.ratchet.Samples.entry;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFileTest {
    private static final Baseline ONE =
            new Baseline(List.of(entry("LostCause", "a.B#open()", "throw new X ( ) ;", "")));
    private static final Baseline TWO = new Baseline(List.of(
            entry("LostCause", "a.B#open()", "throw new X ( ) ;", ""),
            entry("Swallowed", "a.B#close()", "catch ( Exception _ ) { }", "best effort")));

    @TempDir
    Path folder;

    private BaselineFile file() {
        return file(new DurableWrite());
    }

    private BaselineFile file(DurableWrite writer) {
        return new BaselineFile(path(), folder.resolve("target/lock"), "mod/" + BaselineFile.NAME, writer);
    }

    private Path path() {
        return folder.resolve(BaselineFile.NAME);
    }

    @Test
    void one_entry_a_line_sorted_and_read_back_as_written() throws Exception {
        file().update(false, old -> TWO);
        assertThat(Files.readString(path())).isEqualTo("""
                        {
                          "version": 1,
                          "findings": [
                            {"file":"src/B.java","member":"a.B#close()","rule":"Swallowed","site":"catch ( Exception _ ) { }","because":"best effort","on":"2026-01-02"},
                            {"file":"src/B.java","member":"a.B#open()","rule":"LostCause","site":"throw new X ( ) ;"}
                          ]
                        }
                        """);
        assertThat(file().read()).contains(TWO);
    }

    @Test
    void no_file_is_no_baseline() throws Exception {
        assertThat(file().read()).isEmpty();
    }

    @Test
    void an_update_that_changes_nothing_writes_nothing() throws Exception {
        assertThat(file().update(false, old -> ONE)).isTrue();
        assertThat(file().update(false, old -> old.orElseThrow())).isFalse();
    }

    @Test
    void a_newer_format_is_refused_and_left_alone() throws Exception {
        Files.writeString(path(), "{\"version\": 3, \"findings\": []}");
        assertThatThrownBy(() -> file().read())
                .hasMessage(
                        "mod/incident-baseline.json was written by a newer version (format 3, this one reads up to 1)."
                                + " Use a newer incident-maven-plugin. The file was not touched.");
    }

    @Test
    void conflict_markers_are_named_with_their_line_and_the_way_out() throws Exception {
        Files.writeString(path(), conflict());
        assertThatThrownBy(() -> file().read())
                .hasMessage("mod/incident-baseline.json holds merge-conflict markers (line 4)."
                        + " To keep exactly what is still found: mvn incident:tighten");
    }

    @Test
    void both_sides_of_a_conflict_can_be_taken_together() throws Exception {
        Files.writeString(path(), conflict());
        assertThat(file().readAllSides().orElseThrow().entries())
                .extracting(BaselineEntry::rule)
                .containsExactly("Swallowed", "LostCause");
    }

    private static String conflict() {
        String[] lines = new String(BaselineJson.write(TWO), java.nio.charset.StandardCharsets.UTF_8).split("\n");
        return String.join(
                "\n",
                lines[0],
                lines[1],
                lines[2],
                "<<<<<<< ours",
                lines[3].replace("},", "}"),
                "=======",
                lines[4],
                ">>>>>>> theirs",
                lines[5],
                lines[6]);
    }

    @Test
    void a_finding_held_twice_is_refused() throws Exception {
        String text = new String(BaselineJson.write(ONE), java.nio.charset.StandardCharsets.UTF_8);
        String line =
                text.lines().filter(l -> l.contains("LostCause")).findFirst().orElseThrow();
        Files.writeString(path(), text.replace(line, line + ",\n" + line));
        assertThatThrownBy(() -> file().read())
                .hasMessageContaining("holds one finding twice: LostCause in a.B#open()");
    }

    @Test
    void a_folder_in_its_place_is_named() throws Exception {
        Files.createDirectory(path());
        assertThatThrownBy(() -> file().read()).hasMessageStartingWith("mod/incident-baseline.json is not a file.");
    }

    @Test
    void a_file_cut_off_at_any_byte_is_refused_with_a_sentence_and_never_taken_as_empty() throws Exception {
        byte[] whole = BaselineJson.write(TWO);
        for (int length = 0; length < whole.length - 1; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            Files.write(path(), cut);
            assertThatThrownBy(() -> file().read())
                    .as("cut at byte %d", length)
                    .isInstanceOf(BaselineProblem.class)
                    .hasMessageContaining("mod/incident-baseline.json");
            assertThat(Files.readAllBytes(path())).isEqualTo(cut);
        }
    }

    @Test
    void bytes_force_rename_and_directory_force_come_in_this_order() throws Exception {
        List<String> steps = new ArrayList<>();
        DurableWrite watched = new DurableWrite() {
            @Override
            void force(FileChannel channel) throws IOException {
                steps.add("force " + channel.size());
                super.force(channel);
            }

            @Override
            void rename(Path from, Path to) throws IOException {
                steps.add("rename to " + to.getFileName());
                super.rename(from, to);
            }

            @Override
            void forceDirectory(Path directory) {
                steps.add("force directory");
                super.forceDirectory(directory);
            }
        };
        file(watched).update(false, old -> ONE);
        assertThat(steps)
                .containsExactly(
                        "force " + BaselineJson.write(ONE).length,
                        "rename to incident-baseline.json",
                        "force directory");
    }

    @Test
    void a_disk_that_fills_up_leaves_the_old_file_and_nothing_beside_it() throws Exception {
        file().update(false, old -> ONE);
        byte[] before = Files.readAllBytes(path());
        DurableWrite full = new DurableWrite() {
            @Override
            void force(FileChannel channel) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThatThrownBy(() -> file(full).update(false, old -> TWO))
                .hasMessageContaining("could not be written")
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("The old file is still there");
        assertThat(Files.readAllBytes(path())).isEqualTo(before);
        try (var files = Files.list(folder)) {
            assertThat(files.map(p -> p.getFileName().toString()))
                    .containsExactlyInAnyOrder("target", BaselineFile.NAME);
        }
    }

    @Test
    void a_second_writer_is_told_and_changes_nothing() throws Exception {
        file().update(false, old -> ONE);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread first = new Thread(() -> {
            try {
                file().update(false, old -> {
                    inside.countDown();
                    try {
                        done.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return TWO;
                });
            } catch (BaselineProblem e) {
                throw new IllegalStateException(e);
            }
        });
        first.start();
        inside.await();
        assertThatThrownBy(() -> file().update(false, old -> Baseline.EMPTY))
                .hasMessageContaining("is being written by another build");
        done.countDown();
        first.join();
        assertThat(file().read()).contains(TWO);
    }
}
