package org.runincident.audit.ratchet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writers killed at random instants, and a disk that is really full.
 *
 * <p>A few kills in every build; as many as wanted with {@code -Dincident.test.kills=200}.
 */
class KilledWriterTest {
    private static final int KILLS = Integer.getInteger("incident.test.kills", 3);
    private static final int ENTRIES = 400;

    @TempDir
    Path folder;

    /** Writes two baselines in turn until it is killed. */
    public static void main(String[] args) throws Exception {
        BaselineFile file = file(Path.of(args[0]));
        System.out.println("ready");
        while (true) {
            file.update(false, old -> sample("one"));
            file.update(false, old -> sample("other"));
        }
    }

    @Test
    void a_writer_killed_at_any_instant_leaves_one_whole_baseline() throws Exception {
        byte[] one = BaselineJson.write(sample("one"));
        byte[] other = BaselineJson.write(sample("other"));
        Path path = folder.resolve(BaselineFile.NAME);
        Random random = new Random(20261121);
        for (int kill = 0; kill < KILLS; kill++) {
            Process writer = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledWriterTest.class.getName(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(writer.inputReader().readLine()).isEqualTo("ready");
            // The first write pays for loading Jackson; most instants shall lie behind it.
            TimeUnit.MILLISECONDS.sleep(random.nextInt(600));
            writer.destroyForcibly().waitFor();
            if (Files.exists(path)) {
                byte[] left = Files.readAllBytes(path);
                assertThat(List.of(new String(one), new String(other)))
                        .as("kill %d", kill)
                        .contains(new String(left));
                assertThat(file(folder).read()).isPresent();
            }
        }
        assertThat(file(folder).update(false, old -> sample("after"))).isTrue();
    }

    @Test
    void a_full_file_system_leaves_the_old_file_and_says_so() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()),
                "no tmpfs can be mounted here");
        try {
            BaselineFile file = file(disk);
            Baseline small = new Baseline(sample("one").entries().subList(0, 20));
            file.update(false, old -> small);
            byte[] before = Files.readAllBytes(disk.resolve(BaselineFile.NAME));
            assertThatThrownBy(() -> file.update(false, old -> sample("much longer than the disk has room for")))
                    .isInstanceOf(BaselineProblem.class)
                    .hasMessageContaining("could not be written")
                    .hasMessageContaining("The old file is still there");
            assertThat(Files.readAllBytes(disk.resolve(BaselineFile.NAME))).isEqualTo(before);
        } finally {
            run("umount", disk.toString());
        }
    }

    private static BaselineFile file(Path folder) {
        return new BaselineFile(folder.resolve(BaselineFile.NAME), folder.resolve("lock"), BaselineFile.NAME);
    }

    private static Baseline sample(String site) {
        List<BaselineEntry> entries = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            entries.add(new BaselineEntry(
                    "Swallowed",
                    "src/main/java/a/B" + i + ".java",
                    "a.B" + i + "#close()",
                    "catch ( Exception _ ) { " + site + " }",
                    1,
                    "",
                    ""));
        }
        return new Baseline(entries);
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
