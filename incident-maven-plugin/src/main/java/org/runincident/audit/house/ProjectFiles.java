package org.runincident.audit.house;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.runincident.vocabulary.PathGlobs;

/** The files below a folder, build output and version control left out; links are not followed. */
public final class ProjectFiles {
    private static final Set<String> NOT_SOURCES = Set.of("target", "node_modules", ".git", ".hg", ".svn", ".idea");

    /** Larger files are not text that people write. */
    private static final long LARGEST = 4L << 20;

    private final Path folder;
    private final List<Path> files;

    public ProjectFiles(Path folder) throws IOException {
        this.folder = folder;
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean left = !directory.equals(folder)
                        && NOT_SOURCES.contains(directory.getFileName().toString());
                return left ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    found.add(folder.relativize(file));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) {
                return FileVisitResult.CONTINUE; // what cannot be read cannot be counted, on any machine
            }
        });
        found.sort((a, b) -> name(a).compareTo(name(b)));
        this.files = List.copyOf(found);
    }

    /** Relative paths of all files, sorted. */
    public List<Path> all() {
        return files;
    }

    /** Relative paths that the globs take, sorted; all when there are no globs. */
    List<Path> matching(PathGlobs include, PathGlobs exclude) {
        return files.stream()
                .filter(file -> include.isEmpty() || include.matches(file))
                .filter(file -> !exclude.matches(file))
                .toList();
    }

    /** A relative path with {@code /}. */
    public static String name(Path relative) {
        return relative.toString().replace('\\', '/');
    }

    /** The text of a file, line ends as {@code \n}; empty when it is not text in UTF-8, too large or unreadable. */
    public Optional<String> text(Path relative) {
        Path file = folder.resolve(relative);
        try {
            if (Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(text.replace("\r\n", "\n"));
        } catch (CharacterCodingException e) {
            return Optional.empty(); // not UTF-8: a picture, an archive
        } catch (IOException e) {
            return Optional.empty(); // gone or closed since it was listed
        }
    }
}
