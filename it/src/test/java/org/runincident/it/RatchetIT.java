package org.runincident.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a baseline while people work: real builds, with something edited in between. */
class RatchetIT {
    private static final String BASELINE = "incident-baseline.json";

    @TempDir
    Path shop;

    @BeforeEach
    void a_reactor_of_two_modules_with_one_old_finding_each() throws IOException {
        write(
                "pom.xml",
                pom("shop", "<packaging>pom</packaging><modules><module>a</module><module>b</module></modules>"));
        for (String module : List.of("a", "b")) {
            write(module + "/pom.xml", pom(module, ""));
            write(module + "/src/main/java/org/example/" + module + "/Old.java", swallowing(module, "Old", "old"));
        }
    }

    @Test
    void what_is_there_is_taken_in_what_is_new_fails_and_what_is_mended_is_struck_out() throws Exception {
        here().fails("incident:check")
                .says("no baseline (expected a/" + BASELINE + ")")
                .saysInOrder("incident:baseline");
        here().succeeds("incident:baseline")
                .saysInOrder(
                        "a/" + BASELINE + ": 1 taken in", "b/" + BASELINE + ": 1 taken in", "2  SwallowedException")
                .says("Commit the baselines");
        here().succeeds("incident:check").says("0 new, 1 known");

        String old = swallowing("a", "Old", "old");
        write("a/src/main/java/org/example/a/Old.java", "// one line above\n" + old);
        write("a/src/main/java/org/example/a/Fresh.java", swallowing("a", "Fresh", "fresh"));
        here().fails("incident:check")
                .says("1 new, 1 known")
                .says("Fresh.java:7")
                .saysNot("Old.java:7");

        delete("a/src/main/java/org/example/a/Fresh.java");
        delete("b/src/main/java/org/example/b/Old.java");
        byte[] before = bytes("b/" + BASELINE);
        here().succeeds("incident:check").says("0 new, 0 known, 1 mended").says("incident:tighten strikes it out");
        assertThat(bytes("b/" + BASELINE)).isEqualTo(before);
        here().onCi().fails("incident:check").says("1 mended finding still in b/" + BASELINE);
        here().succeeds("incident:tighten").says("b/" + BASELINE + ": 1 struck out");
        here().onCi().succeeds("incident:check");
    }

    @Test
    void one_finding_is_accepted_with_a_reason_and_not_without() throws Exception {
        here().succeeds("incident:baseline");
        write("b/src/main/java/org/example/b/Fresh.java", swallowing("b", "Fresh", "fresh"));
        String fingerprint = fingerprint(here().fails("incident:check"));

        here().fails("incident:accept", "-Dincident.finding=" + fingerprint).says("Say why it may stay");
        here().fails("incident:accept", "-Dincident.finding=" + fingerprint, "-Dincident.because=TODO")
                .says("\"TODO\" is no reason");
        here().fails("incident:accept", "-Dincident.finding=ffffffff", "-Dincident.because=no")
                .says("No new finding has the fingerprint");
        here().succeeds(
                        "incident:accept",
                        "-Dincident.finding=" + fingerprint,
                        "-Dincident.because=a lost metric must never touch an order")
                .says("Accepted: SwallowedException");
        here().onCi().succeeds("incident:check");
        assertThat(Files.readString(shop.resolve("b/" + BASELINE))).contains("a lost metric must never touch an order");
    }

    @Test
    void a_baseline_that_has_grown_since_the_branch_began_fails() throws Exception {
        here().succeeds("incident:baseline");
        write(".gitignore", "target/\n");
        git("init", "-q", "-b", "main");
        git("add", "-A");
        commit("what is there");
        git("checkout", "-q", "-b", "work");
        write("a/src/main/java/org/example/a/Fresh.java", swallowing("a", "Fresh", "fresh"));
        git("add", "-A");
        commit("something new");
        here().fails("incident:baseline").says("is there already, and 1 finding is new");

        delete("a/" + BASELINE);
        here().succeeds("incident:baseline");
        here().fails("incident:check")
                .says("an entry was added without a reason")
                .says("1 entry was added to " + BASELINE + " without a reason");

        git("checkout", "-q", "--", "a/" + BASELINE);
        here().succeeds("incident:baseline", "-Dincident.because=it came with the importer");
        here().succeeds("incident:check").says("0 new, 2 known");

        Path clone = shop.resolveSibling(shop.getFileName() + "-clone");
        commit("taken in");
        git("clone", "-q", "--depth", "1", "--branch", "work", shop.toUri().toString(), clone.toString());
        Maven.in(clone).succeeds("incident:check").says("This clone is shallow").says("git fetch --unshallow");
    }

    @Test
    void a_merge_conflict_is_told_and_settled() throws Exception {
        write("a/src/main/java/org/example/a/Second.java", swallowing("a", "Second", "second"));
        here().succeeds("incident:baseline", "-pl", "a");
        Path file = shop.resolve("a/" + BASELINE);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.add(3, "<<<<<<< HEAD");
        lines.add(5, "=======");
        lines.add(7, ">>>>>>> other");
        Files.write(file, lines);
        byte[] broken = Files.readAllBytes(file);

        here().fails("incident:check", "-pl", "a")
                .says("a/" + BASELINE + " holds merge-conflict markers (line 4)", "incident:tighten")
                .hasNoStackTrace();
        assertThat(Files.readAllBytes(file)).isEqualTo(broken);
        here().succeeds("incident:tighten", "-pl", "a").says("merge conflict settled; 2 known");
        here().succeeds("incident:check", "-pl", "a").says("0 new, 2 known");
    }

    @Test
    void one_module_alone_leaves_the_others_alone_and_moved_code_is_filed_again() throws Exception {
        here().succeeds("incident:baseline", "-pl", "b");
        assertThat(shop.resolve("a/" + BASELINE)).doesNotExist();
        here().succeeds("incident:baseline");
        byte[] other = bytes("a/" + BASELINE);
        here().succeeds("incident:tighten", "-pl", "b");
        assertThat(bytes("a/" + BASELINE)).isEqualTo(other);

        Files.createDirectories(shop.resolve("b/src/main/java/org/example/a"));
        Files.move(
                shop.resolve("a/src/main/java/org/example/a/Old.java"),
                shop.resolve("b/src/main/java/org/example/a/Old.java"));
        here().fails("incident:check", "-pl", "b")
                .says("1 new, 1 known")
                .says("Something new here is known to a/" + BASELINE, "incident:tighten moves its entries");
        here().succeeds("incident:tighten").says("b/" + BASELINE + ": 0 struck out", "1 from other modules");
        here().onCi().succeeds("incident:check", "-T2");
    }

    @Test
    void house_rules_at_the_root_and_in_every_module_below() throws Exception {
        write(
                "incident.json",
                "{\"ratchets\": {\"TokenRatchet\": {\"id\": \"todo\", \"pattern\": \"TODO\"},"
                        + " \"RuleRatchet\": {\"rules\": [\"SwallowedException\"]}, \"UndecidedRatchet\": {}}}");
        here().succeeds("incident:baseline");
        here().onCi().succeeds("incident:check");

        write("notes.txt", "TODO\n");
        here().fails("incident:check", "-pl", ".").says("TokenRatchet", "`todo` stands here once");
        delete("notes.txt");

        String allowed = swallowing("b", "Fresh", "fresh")
                .replace("e) {", "e) { // incident:allow SwallowedException because a probe is best effort");
        write("b/src/main/java/org/example/b/Fresh.java", allowed);
        Story rise = here().fails("incident:check");
        rise.says("RuleRatchet", "`SwallowedException` is let stand in 2 places");
        here().succeeds(
                        "incident:accept",
                        "-Dincident.finding=" + fingerprint(rise),
                        "-Dincident.because=the second probe went to this module");
        here().onCi().succeeds("incident:check");
    }

    @Test
    void a_baseline_that_cannot_be_used_is_told_in_a_sentence_and_left_alone() throws Exception {
        here().succeeds("incident:baseline", "-pl", "a");
        Path file = shop.resolve("a/" + BASELINE);
        String sound = Files.readString(file);
        for (String[] broken : new String[][] {
            {sound.substring(0, sound.length() / 2), "not a whole JSON document"},
            {sound.replace("\"version\": 1", "\"version\": 9"), "was written by a newer version"},
            {sound.replaceFirst("(?m)^( +\\{.*\\})$", "$1,\n$1"), "holds one finding twice"},
            {"[]", "is no baseline"}
        }) {
            Files.writeString(file, broken[0]);
            here().fails("incident:check", "-pl", "a").says(broken[1]).hasNoStackTrace();
            assertThat(Files.readString(file)).isEqualTo(broken[0]);
        }
        Files.delete(file);
        Files.createDirectory(file);
        here().fails("incident:check", "-pl", "a")
                .says("a/" + BASELINE + " is not a file")
                .hasNoStackTrace();
    }

    private Maven here() {
        return Maven.in(shop);
    }

    private static String fingerprint(Story story) {
        Matcher matcher = Pattern.compile("-Dincident\\.finding=([0-9a-f]{8,})").matcher(story.log());
        assertThat(matcher.find()).as(story.log()).isTrue();
        return matcher.group(1);
    }

    private static String pom(String name, String more) {
        String parent = name.equals("shop")
                ? ""
                : "<parent><groupId>org.example</groupId><artifactId>shop</artifactId><version>1</version></parent>";
        String plugin = name.equals("shop")
                ? "<build><plugins><plugin><groupId>org.runincident</groupId>"
                        + "<artifactId>incident-maven-plugin</artifactId><version>"
                        + System.getProperty("project.version")
                        + "</version></plugin></plugins></build>"
                : "";
        return "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion>" + parent
                + "<groupId>org.example</groupId><artifactId>" + name + "</artifactId><version>1</version>" + more
                + plugin
                + "</project>\n";
    }

    private static String swallowing(String module, String type, String method) {
        return "package org.example." + module + ";\n\nclass " + type + " {\n    void " + method + "(Runnable work) {\n"
                + "        try {\n            work.run();\n        } catch (Exception e) {\n        }\n    }\n}\n";
    }

    private void write(String path, String text) throws IOException {
        Path file = shop.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void delete(String path) throws IOException {
        Files.delete(shop.resolve(path));
    }

    private byte[] bytes(String path) throws IOException {
        return Files.readAllBytes(shop.resolve(path));
    }

    private void commit(String message) throws Exception {
        git("-c", "user.name=Someone", "-c", "user.email=someone@example.org", "commit", "-q", "-a", "-m", message);
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .directory(shop.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(git.getInputStream().readAllBytes());
        assertThat(git.waitFor()).as(said).isZero();
    }
}
