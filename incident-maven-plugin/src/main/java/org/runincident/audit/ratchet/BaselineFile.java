package org.runincident.audit.ratchet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * A module's baseline on disk. Reading never writes; writing leaves the old or the new file, whatever happens in between,
 * and two writers exclude each other.
 */
public final class BaselineFile {
    /** Name of the file beside a module's {@code pom.xml}. */
    public static final String NAME = "incident-baseline.json";

    private final Path file;
    private final Path lock;
    private final String shown;
    private final DurableWrite writer;

    /**
     * @param file the baseline
     * @param lock a file to lock while it is changed; made where missing
     * @param shown how messages call the file, relative to the audited root
     */
    public BaselineFile(Path file, Path lock, String shown) {
        this(file, lock, shown, new DurableWrite());
    }

    BaselineFile(Path file, Path lock, String shown, DurableWrite writer) {
        this.file = file;
        this.lock = lock;
        this.shown = shown;
        this.writer = writer;
    }

    public String shown() {
        return shown;
    }

    /** The baseline; empty when there is no file. A file that cannot be used is a problem, never an empty baseline. */
    public Optional<Baseline> read() throws BaselineProblem {
        Optional<byte[]> bytes = bytes();
        return bytes.isEmpty() ? Optional.empty() : Optional.of(BaselineJson.read(bytes.get(), shown));
    }

    /** As {@link #read}, but of a file with conflict markers or doubled entries what all sides hold. */
    public Optional<Baseline> readAllSides() throws BaselineProblem {
        Optional<byte[]> bytes = bytes();
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        String text = new String(bytes.get(), StandardCharsets.UTF_8);
        return Optional.of(
                ConflictMarkers.firstLine(text) > 0
                        ? ConflictMarkers.union(text, shown)
                        : BaselineJson.read(bytes.get(), shown, true));
    }

    /** Whether a merge left both sides in the file. */
    boolean hasConflict() throws BaselineProblem {
        Optional<byte[]> bytes = bytes();
        return bytes.isPresent() && ConflictMarkers.firstLine(new String(bytes.get(), StandardCharsets.UTF_8)) > 0;
    }

    private Optional<byte[]> bytes() throws BaselineProblem {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            throw new BaselineProblem(shown + " is not a file. Move it out of the way; a baseline belongs there.");
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new BaselineProblem(shown + " cannot be read (" + reason(e) + "). The file was not touched.", e);
        }
    }

    /** How a new baseline comes from the old one. */
    @FunctionalInterface
    public interface Change {
        Baseline from(Optional<Baseline> old) throws BaselineProblem;
    }

    /**
     * Replaces the file by what the change makes of it; untouched when its bytes stay the same.
     *
     * @param allSides whether conflict markers in the old file are taken apart instead of refused
     * @return whether the file was written
     */
    public boolean update(boolean allSides, Change change) throws BaselineProblem {
        try {
            Files.createDirectories(lock.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = tryLock(channel)) {
                if (held == null) {
                    throw new BaselineProblem(
                            shown + " is being written by another build. Nothing was changed; run the command again.");
                }
                Optional<byte[]> before = bytes();
                byte[] after = BaselineJson.write(change.from(allSides ? readAllSides() : read()));
                if (before.isPresent() && Arrays.equals(before.get(), after)) {
                    return false;
                }
                writer.replace(file, after);
                return true;
            }
        } catch (IOException e) {
            throw new BaselineProblem(
                    shown + " could not be written (" + reason(e) + "). The old file is still there, as it was.", e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another thread of this build holds it: the same answer as another process
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return e.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
