package org.runincident.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways people run Maven, kinds of projects they have, and what they mistype. */
class WildIT {
    private static final String SWALLOWED = "SwallowedException";
    private static final String PLUGIN =
            "<groupId>org.runincident</groupId><artifactId>incident-maven-plugin</artifactId><version>"
                    + System.getProperty("project.version") + "</version>";
    private static final String BOUND =
            "<executions><execution><phase>verify</phase><goals><goal>check</goal></goals></execution></executions>";

    @TempDir
    Path shop;

    @Test
    void selected_modules_resumed_builds_another_pom_and_a_child_folder_find_the_same() throws Exception {
        reactor("");
        for (String[] way : new String[][] {
            {"-pl", "b"}, {"-pl", "b", "-am", "-fae"}, {"-rf", ":b"}, {"-T2", "-fae"}, {"-pl", ":b", "-o"}
        }) {
            String[] arguments = new String[way.length + 1];
            System.arraycopy(way, 0, arguments, 1, way.length);
            arguments[0] = "incident:check";
            here().fails(arguments)
                    .says("b/src/main/java/org/example/b/Old.java:7:", "on project b: 1 new finding")
                    .hasNoStackTrace();
        }
        Path elsewhere = Files.createDirectory(shop.resolve("elsewhere"));
        Maven.in(elsewhere)
                .fails("-f", shop.resolve("pom.xml").toString(), "incident:check", "-pl", "b")
                .says("Old.java:7:");
        Maven.in(shop.resolve("b")).fails(Maven.goal("check")).says("Old.java:7:");
    }

    @Test
    void audit_and_every_kind_of_check_find_the_same_byte_for_byte() throws Exception {
        reactor("");
        write("a/src/main/java/org/example/a/Job.java", """
                package org.example.a;

                public class Job {
                    public enum Status { RUNNING, FAILED }

                    private Status status = Status.RUNNING;
                    private Exception problem;

                    public void end(Status how, Exception why) {
                        status = how;
                        problem = why;
                    }

                    public void give(Status status) {
                        this.status = status;
                    }
                }
                """);
        write("b/src/main/java/org/example/b/Worker.java", """
                package org.example.b;

                import org.example.a.Job;

                class Worker {
                    void silent(Job job) {
                        job.give(Job.Status.FAILED);
                    }

                    void told(Job job, Exception problem) {
                        job.end(Job.Status.FAILED, problem);
                    }
                }
                """);
        here().succeeds("incident:audit")
                .finds(
                        "b/src/main/java/org/example/b/Old.java:7 " + SWALLOWED,
                        "b/src/main/java/org/example/b/Worker.java:7 FailureWithoutReason");
        String audited = module("target/incident/report.json", "b");
        byte[] checked = null;
        for (List<String> way : List.of(
                List.of("-fae"), List.of("-pl", "b"), List.of("-pl", "b", "-am", "-fae"), List.of("-T2", "-fae"))) {
            delete("b/target");
            List<String> arguments = new ArrayList<>(way);
            arguments.add(0, "incident:check");
            here().fails(arguments.toArray(String[]::new));
            byte[] report = Files.readAllBytes(shop.resolve("b/target/incident/report.json"));
            assertThat(report).isEqualTo(checked == null ? report : checked);
            checked = report;
        }
        assertThat(module("b/target/incident/report.json", "b")).isEqualTo(audited);
    }

    @Test
    void class_paths_are_kept_until_a_dependency_changes() throws Exception {
        write("src/main/java/org/example/Old.java", """
                package org.example;

                class Old {
                    private org.slf4j.Logger log;

                    void run(Runnable work) {
                        try {
                            work.run();
                        } catch (Exception e) {
                            log.info("gone", e);
                        }
                    }
                }
                """);
        write("pom.xml", pom("shop", "", ""));
        here().succeeds("incident:audit").says("1 type unknown");
        String slf4j = "<dependencies><dependency><groupId>org.slf4j</groupId><artifactId>slf4j-api</artifactId>"
                + "<version>2.0.17</version></dependency></dependencies>";
        write("pom.xml", pom("shop", slf4j, ""));
        for (int run = 0; run < 2; run++) {
            here().succeeds("incident:audit").says("0 types unknown").hasFile("target/incident/cache/classpath.bin");
        }
        write("pom.xml", pom("shop", "", ""));
        here().succeeds("incident:audit").says("1 type unknown");
    }

    /** All that a report says of one module, as it stands there. */
    private String module(String report, String name) throws IOException {
        for (JsonNode module :
                new ObjectMapper().readTree(shop.resolve(report).toFile()).path("modules")) {
            if (module.path("name").asText().endsWith(name)) {
                return module.toPrettyString();
            }
        }
        throw new AssertionError(report + " does not speak of " + name);
    }

    @Test
    void lombok_kotlin_a_module_descriptor_and_sources_for_newer_releases_are_no_hindrance() throws Exception {
        write("pom.xml", pom("mixed", "", ""));
        write("src/main/java/module-info.java", "module org.example.mixed { requires static lombok; }\n");
        write(
                "src/main/java/org/example/Job.java",
                "package org.example;\n\nimport lombok.Data;\nimport lombok.extern.slf4j.Slf4j;\n\n"
                        + "@Data\n@Slf4j\nclass Job {\n    enum Status { RUNNING, FAILED }\n    private Status status;\n"
                        + "    private String failureReason;\n\n    static void end(Job job) {\n        job.setStatus(Status.FAILED);\n    }\n}\n");
        write("src/main/java/org/example/Old.java", swallowing("org.example", "Old"));
        write("src/main/java21/org/example/Old.java", swallowing("org.example", "Old"));
        write("src/main/kotlin/org/example/Point.kt", "package org.example\n\ndata class Point(val x: Int)\n");

        here().succeeds("incident:audit")
                .finds(
                        "src/main/java/org/example/Job.java:14 FailureWithoutReason",
                        "src/main/java/org/example/Old.java:7 " + SWALLOWED);
    }

    @Test
    void folders_that_plugins_add_are_found_before_a_build_as_after_it() throws Exception {
        write(
                "pom.xml",
                pom(
                                "shop",
                                "<properties><maven.compiler.source>17</maven.compiler.source><maven.compiler.target>17</maven.compiler.target></properties>",
                                "")
                        .replace("</plugins>", buildHelper() + multiRelease() + "</plugins>"));
        write("src/main/java/org/example/Old.java", swallowing("org.example", "Old"));
        write("src/main/java21/org/example/Old.java", swallowing("org.example", "Old"));
        write("src/api/java/org/example/Api.java", swallowing("org.example", "Api"));
        String[] findings = {
            "src/api/java/org/example/Api.java:7 " + SWALLOWED,
            "src/main/java/org/example/Old.java:7 " + SWALLOWED,
            "src/main/java21/org/example/Old.java:7 " + SWALLOWED
        };
        here().succeeds("incident:audit").finds(findings);
        byte[] before = Files.readAllBytes(shop.resolve("target/incident/report.json"));
        here().succeeds("compile", "incident:audit").finds(findings);
        assertThat(Files.readAllBytes(shop.resolve("target/incident/report.json")))
                .isEqualTo(before);
    }

    private static String buildHelper() {
        return "<plugin><groupId>org.codehaus.mojo</groupId><artifactId>build-helper-maven-plugin</artifactId>"
                + "<version>3.6.1</version><executions><execution><phase>generate-sources</phase>"
                + "<goals><goal>add-source</goal></goals><configuration><sources><source>${basedir}/src/api/java</source>"
                + "</sources></configuration></execution></executions></plugin>";
    }

    private static String multiRelease() {
        return "<plugin><artifactId>maven-compiler-plugin</artifactId><executions><execution><id>newer</id>"
                + "<goals><goal>compile</goal></goals><configuration><release>17</release>"
                + "<compileSourceRoots><compileSourceRoot>${project.basedir}/src/main/java21</compileSourceRoot></compileSourceRoots>"
                + "<multiReleaseOutput>true</multiReleaseOutput></configuration></execution></executions></plugin>";
    }

    @Test
    void a_toolchain_compiles_and_the_check_looks_at_the_same_sources() throws Exception {
        String jdk = String.valueOf(Runtime.version().feature());
        write(
                "toolchains.xml",
                "<toolchains><toolchain><type>jdk</type><provides><version>" + jdk + "</version></provides>"
                        + "<configuration><jdkHome>" + System.getProperty("java.home")
                        + "</jdkHome></configuration></toolchain></toolchains>");
        write(
                "pom.xml",
                pom(
                                "forged",
                                "<properties><maven.compiler.source>17</maven.compiler.source>"
                                        + "<maven.compiler.target>17</maven.compiler.target></properties>",
                                BOUND)
                        .replace(
                                "</plugins>",
                                "<plugin><artifactId>maven-toolchains-plugin</artifactId><version>3.2.0</version>"
                                        + "<executions><execution><goals><goal>toolchain</goal></goals></execution></executions>"
                                        + "<configuration><toolchains><jdk><version>" + jdk
                                        + "</version></jdk></toolchains></configuration>"
                                        + "</plugin></plugins>"));
        write("src/main/java/org/example/Old.java", swallowing("org.example", "Old"));
        here().fails("verify", "-t", "toolchains.xml")
                .says("Found matching toolchain", "src/main/java/org/example/Old.java:7:", "1 new finding")
                .hasNoStackTrace();
    }

    @Test
    void settings_are_inherited_tests_are_looked_at_on_request_and_skip_comes_first() throws Exception {
        reactor("<pluginManagement><plugins><plugin>" + PLUGIN + "<configuration><failOn>never</failOn></configuration>"
                + BOUND + "</plugin></plugins></pluginManagement>");
        write("b/src/test/java/org/example/b/OldTest.java", swallowing("org.example.b", "OldTest"));
        here().succeeds("incident:check", "-pl", "b").says("1 finding");
        here().succeeds("incident:check", "-pl", "b", "-Dincident.includeTests").says("2 findings");
        write("incident.json", "{ broken");
        here().succeeds("incident:check", "-Dincident.skip").says("Skipped (incident.skip)");
    }

    @Test
    void a_build_that_looks_at_its_plugins_closely_has_nothing_to_say_of_this_one() throws Exception {
        assumeTrue(mavenIsAtLeast(3, 9), "plugin validation came with Maven 3.9");
        reactor("");
        here().succeeds("incident:audit", "-Dmaven.plugin.validation=VERBOSE").saysNot("Plugin validation issues");
    }

    @Test
    void the_build_cache_restores_the_report_and_an_edited_baseline_is_looked_at() throws Exception {
        assumeTrue(mavenIsAtLeast(3, 9), "the build cache extension needs Maven 3.9");
        write(
                "pom.xml",
                pom("cached", "", BOUND)
                        .replace(
                                "</project>",
                                "<properties><maven.compiler.release>17</maven.compiler.release></properties></project>"));
        write("src/main/java/org/example/Old.java", swallowing("org.example", "Old"));
        write(
                ".mvn/extensions.xml",
                "<extensions><extension><groupId>org.apache.maven.extensions</groupId>"
                        + "<artifactId>maven-build-cache-extension</artifactId><version>1.2.0</version></extension></extensions>");
        write(".mvn/maven-build-cache-config.xml", cacheSettings());
        String here = "-Dmaven.build.cache.location=" + shop.resolve("cache");
        here().succeeds("incident:baseline", here);
        here().succeeds("verify", here).says("0 new, 1 known");

        delete("target");
        here().succeeds("verify", here)
                .says("Skipping plugin execution (cached): incident:check")
                .hasFile("target/incident/report.json")
                .hasFile("target/incident/report.html");

        write("incident-baseline.json", "{\n  \"version\": 1,\n  \"findings\": []\n}\n");
        here().fails("verify", here)
                .says("1 new, 0 known")
                .saysNot("Skipping plugin execution (cached): incident:check");
    }

    /** What the page on large projects tells people to write. */
    private static String cacheSettings() throws IOException {
        String guide = Files.readString(Path.of("../incident-maven-plugin/LARGE-PROJECTS.md"));
        int start = guide.indexOf("```xml\n") + 7;
        return guide.substring(start, guide.indexOf("```", start));
    }

    @Test
    void a_build_directory_that_cannot_be_written_is_told_in_a_sentence() throws Exception {
        reactor("");
        write("target", "a file where a folder should be");
        here().fails("incident:audit").says("The reports cannot be written").hasNoStackTrace();
    }

    @Test
    void what_people_mistype_is_answered_with_the_nearest_right_word() throws Exception {
        reactor("");
        for (String[] slip : new String[][] {
            {"check", "-Dincident.failOn=eror", "Did you mean \"error\"?"},
            {"check", "-Dincident.ratchet=strickt", "Did you mean \"strict\"?"},
            {"audit", "-Dincident.rules=thorouh", "Did you mean \"thorough\"?"},
            {"audit", "-Dincident.threads=many", "It is a whole number from 0 to 256"},
            {"explain", "-Dincident.rule=SwalowedException", "Did you mean SwallowedException?"},
            {"merge", "-Dincident.reports=nowhere/report.json", "nowhere/report.json does not exist"},
            {"accept", "-Dincident.because=x", "Say which finding"},
            {"check", "-Dincident.ratchetFrom=main", "there is no git repository here"}
        }) {
            here().fails("incident:" + slip[0], slip[1], "-pl", "b")
                    .says(slip[2])
                    .hasNoStackTrace();
        }
        write(
                "incident.json",
                "{\"ratchets\": {\"StaleArtifact\": {\"file\": \"docs/codes.md\", \"sources\": [\"**/*.java\"]}}}");
        here().fails("incident:check", "-pl", ".")
                .says("`docs/codes.md` is not there")
                .hasNoStackTrace();
        write(
                "incident.json",
                "{\"ratchets\": {\"StaleArtifact\": {\"file\": \"../../etc/passwd\", \"names\": [\"*\"]}}}");
        here().fails("incident:check", "-pl", ".")
                .says("names a file outside of the project")
                .hasNoStackTrace();
    }

    private Maven here() {
        return Maven.in(shop);
    }

    private void reactor(String management) throws IOException {
        write(
                "pom.xml",
                pom("shop", "<packaging>pom</packaging><modules><module>a</module><module>b</module></modules>", "")
                        .replace("<build>", "<build>" + management));
        for (String module : List.of("a", "b")) {
            String parent =
                    "<parent><groupId>org.example</groupId><artifactId>shop</artifactId><version>1</version></parent>";
            String needs = module.equals("a")
                    ? ""
                    : "<dependencies><dependency><groupId>org.example</groupId><artifactId>a</artifactId><version>1</version>"
                            + "</dependency></dependencies>";
            write(
                    module + "/pom.xml",
                    "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion>" + parent
                            + "<artifactId>" + module + "</artifactId>" + needs + "</project>\n");
        }
        write("a/src/main/java/org/example/a/Fine.java", "package org.example.a;\n\npublic class Fine {}\n");
        write("b/src/main/java/org/example/b/Old.java", swallowing("org.example.b", "Old"));
    }

    private static String pom(String name, String more, String execution) {
        return "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion>"
                + "<groupId>org.example</groupId><artifactId>" + name + "</artifactId><version>1</version>" + more
                + "<build><plugins><plugin>" + PLUGIN + execution + "</plugin></plugins></build></project>\n";
    }

    private static String swallowing(String in, String type) {
        return "package " + in + ";\n\nclass " + type + " {\n    void run(Runnable work) {\n"
                + "        try {\n            work.run();\n        } catch (Exception e) {\n        }\n    }\n}\n";
    }

    private void write(String path, String text) throws IOException {
        Path file = shop.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void delete(String folder) throws IOException {
        try (var files = Files.walk(shop.resolve(folder))) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean mavenIsAtLeast(int major, int minor) throws IOException {
        Path lib = Path.of(System.getProperty("maven.home"), "lib");
        try (var jars = Files.newDirectoryStream(lib, "maven-core-*.jar")) {
            for (Path jar : jars) {
                try (ZipFile core = new ZipFile(jar.toFile())) {
                    Properties properties = new Properties();
                    properties.load(core.getInputStream(
                            core.getEntry("META-INF/maven/org.apache.maven/maven-core/pom.properties")));
                    String[] version = properties.getProperty("version").split("[.-]");
                    int found = Integer.parseInt(version[0]) * 100 + Integer.parseInt(version[1]);
                    return found >= major * 100 + minor;
                }
            }
        }
        return false;
    }
}
