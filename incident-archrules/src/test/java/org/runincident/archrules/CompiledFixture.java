package org.runincident.archrules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.runincident.rule.Finding;

/**
 * One fixture of the rules: a Java file, or a folder of them, below the folder of its rule.
 *
 * @param name folder of the rule with the name of the file or folder
 * @param files path relative to the fixture, with the source as it stands
 */
record CompiledFixture(String name, Map<String, String> files) {
    static final Path FOLDER = Path.of("src", "test", "fixtures");
    private static final Pattern MARK = Pattern.compile("\\s*// expect: (.*)$");
    private static final Pattern EXPECTATION = Pattern.compile("(\\w+)(?:\\s+\"([^\"]*)\")?(?:,\\s*|$)");
    private static final Pattern LEVEL = Pattern.compile("^// java (\\d+)$");

    static List<CompiledFixture> all() {
        List<CompiledFixture> fixtures = new ArrayList<>();
        for (Path rule : children(FOLDER)) {
            String folder = rule.getFileName().toString();
            if (Files.isDirectory(rule) && !folder.startsWith("_")) {
                children(rule).stream()
                        .filter(p -> Files.isDirectory(p) || p.toString().endsWith(".java"))
                        .forEach(p -> fixtures.add(new CompiledFixture(folder + "/" + p.getFileName(), read(p))));
            }
        }
        return fixtures;
    }

    private static Map<String, String> read(Path location) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(location)) {
            for (Path path : paths.filter(p -> p.toString().endsWith(".java")).toList()) {
                files.put(
                        Files.isDirectory(location)
                                ? location.relativize(path).toString().replace('\\', '/')
                                : path.getFileName().toString(),
                        Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** The Java release it needs; 0 when it says that it cannot compile. */
    int level() {
        return files.values().stream()
                .flatMap(String::lines)
                .map(LEVEL::matcher)
                .filter(Matcher::find)
                .mapToInt(m -> Integer.parseInt(m.group(1)))
                .max()
                .orElse(0);
    }

    /** Rule and place of each finding its comments ask for: {@code Rule File.java:12}. */
    List<String> expected() {
        List<String> expected = new ArrayList<>();
        files.forEach((file, source) -> {
            List<String> lines = source.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                Matcher mark = MARK.matcher(lines.get(i));
                if (mark.find()) {
                    Matcher each = EXPECTATION.matcher(mark.group(1));
                    while (each.find()) {
                        expected.add(each.group(1) + " " + fileName(file) + ":" + (i + 1));
                    }
                }
            }
        });
        return expected;
    }

    static String line(Finding finding) {
        return finding.rule() + " " + fileName(finding.at().file()) + ":"
                + finding.at().span().line();
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Compiles it below the compiler's folder, and gives its class files. */
    List<byte[]> compile(FixtureCompiler compiler) throws IOException {
        Path folder = compiler.folder();
        Path sources = folder.resolve(name.replace(".java", "")).resolve("src");
        Path classes = sources.resolveSibling("classes");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = sources.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue().replaceAll("(?m)\\s*// expect: .*$", ""));
        }
        compiler.compile(filesBelow(sources, ".java"), classes);
        List<byte[]> read = new ArrayList<>();
        for (Path file : filesBelow(classes, ".class")) {
            read.add(Files.readAllBytes(file));
        }
        return read;
    }

    Path sources(Path folder) {
        return folder.resolve(name.replace(".java", "")).resolve("src");
    }

    static List<Path> filesBelow(Path folder, String suffix) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(p -> p.toString().endsWith(suffix)).sorted().toList();
        }
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted(Comparator.comparing(Path::toString)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
