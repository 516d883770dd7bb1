package org.runincident.audit.ratchet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.runincident.ChildJvm;

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

    /** Grows a baseline, or grows and tightens it in turn, until it is killed. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        RatchetModule few = module(folder, findings(ENTRIES / 2));
        RatchetModule all = module(folder, findings(ENTRIES));
        System.out.println("ready");
        while (true) {
            new BaselineCommands(LocalDate.EPOCH).takeIn(all, "they came with the importer");
            if (args[1].equals("tighten")) {
                Tightening.of(List.of(few));
            } else {
                Files.delete(folder.resolve(BaselineFile.NAME));
                new BaselineCommands(LocalDate.EPOCH).takeIn(few, "");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "tighten"})
    void a_writer_killed_at_any_instant_leaves_one_whole_baseline(String goal) throws Exception {
        BaselineCommands commands = new BaselineCommands(LocalDate.EPOCH);
        Path sample = Files.createDirectory(folder.resolve("sample"));
        RatchetModule few = module(sample, findings(ENTRIES / 2));
        RatchetModule all = module(sample, findings(ENTRIES));
        Set<String> whole = new HashSet<>();
        commands.takeIn(all, "");
        whole.add(text(sample));
        Tightening.of(List.of(few));
        whole.add(text(sample));
        commands.takeIn(all, "they came with the importer");
        whole.add(text(sample));
        Tightening.of(List.of(few));
        whole.add(text(sample));
        assertThat(whole).hasSize(3);
        Path path = folder.resolve(BaselineFile.NAME);
        Random random = new Random(20261121);
        for (int kill = 0; kill < KILLS; kill++) {
            Process writer = ChildJvm.start(KilledWriterTest.class, folder.toString(), goal);
            assertThat(writer.inputReader().readLine()).isEqualTo("ready");
            // The first write pays for loading Jackson; most instants shall lie behind it.
            TimeUnit.MILLISECONDS.sleep(random.nextInt(600));
            writer.destroyForcibly().waitFor();
            if (Files.exists(path)) {
                assertThat(whole).as("kill %d of %s", kill, goal).contains(text(folder));
                assertThat(file(folder).read()).isPresent();
            }
        }
        System.out.println(KILLS + " times killed while it wrote (" + goal + "): every file left was whole");
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

    private static String text(Path folder) throws IOException {
        return Files.readString(folder.resolve(BaselineFile.NAME));
    }

    private static RatchetModule module(Path folder, List<Identified> findings) {
        return new RatchetModule("m", folder, file(folder), findings, Samples.EVERYTHING, List.of(), Set.of());
    }

    private static List<Identified> findings(int count) {
        List<Identified> findings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            findings.addAll(Samples.findingsIn(
                    "src/B" + i + ".java",
                    Samples.at("Swallowed", "a.B" + i + "#close", "catch (Exception e) { return null; }")));
        }
        return findings;
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
