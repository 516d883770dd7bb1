package org.runincident.audit.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFileTest {
    private static final byte[] CONTENT = "verdicts".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Path path;
    private CacheFile file;

    @BeforeEach
    void place() {
        path = folder.resolve("made/on/demand.bin");
        file = new CacheFile(path);
    }

    @Test
    void gives_back_what_belongs_to_the_key_and_nothing_for_another() throws CacheFile.Unusable {
        assertThat(file.read("k")).isEmpty();
        file.write("k", CONTENT);

        assertThat(file.read("k")).hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(CONTENT));
        assertThat(file.read("other")).isEmpty();
    }

    @Test
    void a_damaged_or_foreign_file_is_named_whatever_byte_is_wrong() throws Exception {
        file.write("k", CONTENT);
        byte[] whole = Files.readAllBytes(path);
        for (int i = 0; i < whole.length; i++) {
            byte[] wrong = whole.clone();
            wrong[i] ^= 1;
            Files.write(path, wrong);
            try {
                assertThat(file.read("k")).as("byte " + i).isEmpty(); // the key itself was hit
            } catch (CacheFile.Unusable e) {
                assertThat(e.getMessage()).isIn("is damaged", "is no cache");
            }
        }
        Files.write(path, java.util.Arrays.copyOf(whole, whole.length - 1));
        assertThatThrownBy(() -> file.read("k")).hasMessage("is damaged");
        Files.writeString(path, "");
        assertThatThrownBy(() -> file.read("k")).hasMessage("is no cache");
    }

    @Test
    void writers_at_one_time_leave_the_work_of_one_of_them_and_nothing_else() throws IOException, CacheFile.Unusable {
        List<Thread> writers = IntStream.range(0, 4)
                .mapToObj(i -> new Thread(() -> {
                    for (int round = 0; round < 20; round++) {
                        try {
                            new CacheFile(path).write("k", new byte[10_000 + i]);
                        } catch (CacheFile.Unusable e) {
                            throw new IllegalStateException(e);
                        }
                    }
                }))
                .toList();
        writers.forEach(Thread::start);
        writers.forEach(CacheFileTest::join);

        assertThat(file.read("k")).hasValueSatisfying(bytes -> assertThat(bytes).hasSizeBetween(10_000, 10_003));
        try (var files = Files.list(path.getParent())) {
            assertThat(files).containsExactly(path);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_said() throws IOException {
        Files.writeString(folder.resolve("made"), "a file");

        assertThatThrownBy(() -> file.write("k", CONTENT)).hasMessage("cannot be written");
    }
}
