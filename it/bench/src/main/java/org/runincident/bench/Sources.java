package org.runincident.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Java files under a folder, and parts of them. */
final class Sources {
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
