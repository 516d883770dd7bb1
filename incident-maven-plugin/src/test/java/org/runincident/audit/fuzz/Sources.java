package org.runincident.audit.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Real sources to be damaged: folders, and jars of sources. */
final class Sources {
    private static final int LARGEST = 60_000;

    private Sources() {}

    static List<String> in(List<Path> places) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                read(place, texts);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(place)) {
                    read(jar.getPath("/"), texts);
                }
            }
        }
        return texts;
    }

    private static void read(Path folder, List<String> into) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                if (Files.size(file) < LARGEST) {
                    into.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n"));
                }
            }
        }
    }
}
