package org.runincident.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Java files under a folder, and parts of them. */
final class Sources {
    /** A call or an assignment in a body, whole on its line. */
    private static final Pattern STATEMENT = Pattern.compile(
            "(\\t\\t| {8})\\s*(?!return|throw|break|continue|super|this\\()[a-z][\\w.]*(\\(.*\\)| = .*);");

    private Sources() {}

    /** All files, sorted. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    static long lines(List<Path> files) throws IOException {
        long lines = 0;
        for (Path file : files) {
            for (byte b : Files.readAllBytes(file)) {
                lines += b == '\n' ? 1 : 0;
            }
        }
        return lines;
    }

    /** The text with one more statement, behind the middle one of those that can have one; empty when there is none. */
    static Optional<String> withLineInBody(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        List<Integer> statements = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (STATEMENT.matcher(lines.get(i)).matches()) {
                statements.add(i);
            }
        }
        if (statements.isEmpty()) {
            return Optional.empty();
        }
        lines.add(statements.get(statements.size() / 2) + 1, "        System.out.println(\"edited\");");
        return Optional.of(String.join("\n", lines));
    }

    /**
     * Copies about so many lines: whole packages, taken evenly from all over, so that the part is like the whole.
     *
     * @return the lines copied
     */
    static long part(Path folder, Path to, long wanted) throws IOException {
        List<Path> files = files(folder);
        List<Path> packages = files.stream().map(Path::getParent).distinct().toList();
        int step = (int) Math.max(1, lines(files) / wanted);
        List<Path> chosen = new ArrayList<>();
        for (Path file : files) {
            if (packages.indexOf(file.getParent()) % step == 0) {
                chosen.add(file);
            }
        }
        for (Path file : chosen) {
            Path copy = to.resolve(folder.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        return lines(chosen);
    }
}
