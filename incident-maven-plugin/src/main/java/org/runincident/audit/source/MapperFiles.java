package org.runincident.audit.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The XML files of a module in which statements may stand. */
public final class MapperFiles {
    private static final int DEEPEST = 30;

    private MapperFiles() {}

    /**
     * All {@code .xml} files under some folders, sorted by path. Folders that do not exist or cannot be listed are passed
     * over; symbolic links are not followed.
     *
     * @param base the audited root, which paths are relative to
     * @param module the name of the module
     */
    public static List<SourceFile> find(Path base, Collection<Path> folders, String module) {
        List<SourceFile> found = new ArrayList<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> paths = Files.walk(folder, DEEPEST)) {
                paths.filter(path -> path.toString().endsWith(".xml") && Files.isRegularFile(path))
                        .map(path -> file(base, path, module))
                        .forEach(found::add);
            } catch (IOException | UncheckedIOException e) {
                continue; // a folder that may not be read holds nothing for us
            }
        }
        return found.stream().distinct().sorted().toList();
    }

    private static SourceFile file(Path base, Path path, String module) {
        Path root = base.toAbsolutePath().normalize();
        Path absolute = path.toAbsolutePath().normalize();
        boolean sameDrive = java.util.Objects.equals(root.getRoot(), absolute.getRoot());
        return new SourceFile(
                (sameDrive ? root.relativize(absolute) : absolute).toString().replace('\\', '/'), path, module, true);
    }
}
