package org.runincident.audit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.runincident.ChildJvm;
import org.runincident.audit.report.sarif.SarifReport;
import org.runincident.audit.source.SourceLines;

class ReportFolderTest {
    private static final int KILLS = Integer.getInteger("incident.test.kills", 3);

    @TempDir
    Path folder;

    @Test
    void a_full_file_system_leaves_all_earlier_reports_as_they_were() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", disk.toString()),
                "no tmpfs can be mounted here");
        try {
            write(disk, SampleReport.oneOfEverything());
            Map<String, String> before = files(disk);
            Files.write(disk.resolve("filler"), new byte[90 * 1024]);

            assertThatThrownBy(() -> write(disk, SampleReport.baselined())).isInstanceOf(IOException.class);

            Files.delete(disk.resolve("filler"));
            assertThat(files(disk)).isEqualTo(before);
        } finally {
            run("umount", disk.toString());
        }
    }

    @Test
    void killed_at_any_instant_every_report_is_whole_and_the_next_run_tidies_up() throws Exception {
        write(folder, SampleReport.oneOfEverything());
        Map<String, String> one = files(folder);
        write(folder, SampleReport.baselined());
        Map<String, String> other = files(folder);
        Random random = new Random(20261121);
        for (int kill = 0; kill < KILLS; kill++) {
            Process writer = ChildJvm.start(ReportFolderTest.class, folder.toString());
            assertThat(writer.inputReader().readLine()).isEqualTo("ready");
            TimeUnit.MILLISECONDS.sleep(random.nextInt(200));
            writer.destroyForcibly().waitFor();
            files(folder).forEach((name, text) -> {
                if (!name.startsWith(".")) {
                    assertThat(text).as(name).isIn(one.get(name), other.get(name));
                }
            });
        }
        write(folder, SampleReport.baselined());
        assertThat(files(folder)).isEqualTo(other);
    }

    @Test
    void reports_that_are_there_already_are_left_as_they_are() throws Exception {
        write(folder, SampleReport.oneOfEverything(), "basis");
        Map<String, Object> before = identities();

        write(folder, SampleReport.oneOfEverything(), "basis");

        assertThat(identities()).isEqualTo(before);
    }

    @Test
    void what_was_lost_touched_or_made_of_something_else_is_written_again() throws Exception {
        write(folder, SampleReport.oneOfEverything(), "basis");
        Map<String, String> reports = files(folder);

        Files.delete(folder.resolve("report.md"));
        write(folder, SampleReport.oneOfEverything(), "basis");
        assertThat(files(folder)).containsKey("report.md");

        Files.writeString(folder.resolve("report.html"), "scribbled over");
        write(folder, SampleReport.oneOfEverything(), "basis");
        assertThat(files(folder).get("report.html")).isEqualTo(reports.get("report.html"));

        write(folder, SampleReport.baselined(), "basis");
        assertThat(files(folder).get("report.json")).isNotEqualTo(reports.get("report.json"));
    }

    @Test
    void edited_sources_are_quoted_anew() throws Exception {
        Path source = folder.resolve(SampleReport.FILE);
        Files.createDirectories(source.getParent());
        Files.writeString(source, "class A {\n\n\n  before();\n}\n");
        write(folder, SampleReport.oneOfEverything(), "one");
        String before = files(folder).get("report.html");
        Files.writeString(source, "class A {\n\n\n  afterwards();\n}\n");
        write(folder, SampleReport.oneOfEverything(), "another");
        assertThat(files(folder).get("report.html")).isNotEqualTo(before);
    }

    /** A file that is replaced is another file. */
    private Map<String, Object> identities() throws IOException {
        Map<String, Object> identities = new TreeMap<>();
        for (String name : files(folder).keySet()) {
            Object key = Files.readAttributes(folder.resolve(name), BasicFileAttributes.class)
                    .fileKey();
            assumeTrue(key != null, "files have no identity here");
            identities.put(name, key);
        }
        return identities;
    }

    /** Writes until it is killed. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        write(folder, SampleReport.oneOfEverything());
        System.out.println("ready");
        while (true) {
            write(folder, SampleReport.baselined());
            write(folder, SampleReport.oneOfEverything());
        }
    }

    private static void write(Path folder, Report report) throws IOException {
        new ReportFolder(folder, SarifReport.Which.ALL).write(report, new SourceLines(folder), Optional.empty());
    }

    private static void write(Path folder, Report report, String basis) throws IOException {
        new ReportFolder(folder, SarifReport.Which.ALL).write(report, new SourceLines(folder), Optional.of(basis));
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
