package org.runincident.model.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of a header line and numbered lines, to which lines are added so that a crash loses none that was acknowledged. */
final class LineFile implements AutoCloseable {
    static final int VERSION = 1;
    static final byte[] HEADER =
            ("{\"format\":\"run-incident-events\",\"version\":" + VERSION + "}\n").getBytes(StandardCharsets.UTF_8);

    private static final Pattern HEADER_LINE =
            Pattern.compile("\\{\"format\":\"run-incident-events\",\"version\":(\\d{1,9})\\}");
    private static final int CHUNK = 1 << 16;

    private final Path path;
    private final LogFile file;
    private final WriterLock lock;
    private long[] starts = new long[64];
    private int count;
    private long end;
    private LogRepair repair;
    private String unusable;
    private boolean closed;

    private LineFile(Path path, LogFile file, WriterLock lock) {
        this.path = path;
        this.file = file;
        this.lock = lock;
    }

    /**
     * Reads the file through, and repairs its end.
     *
     * @param numberOf the number a line says it has; fails with any RuntimeException if the line is damaged
     */
    static LineFile open(Path path, LogFile file, WriterLock lock, ToLongFunction<String> numberOf) throws IOException {
        LineFile lines = new LineFile(path, file, lock);
        lines.readHeader();
        lines.scan(numberOf);
        return lines;
    }

    private void readHeader() throws IOException {
        byte[] head = file.read(0, (int) Math.min(file.length(), 256));
        int lineEnd = indexOfLineEnd(head, 0);
        if (lineEnd < 0) {
            if (!Arrays.equals(head, 0, head.length, HEADER, 0, Math.min(head.length, HEADER.length))) {
                throw new EventLogException(path + " is no event log. It was not touched.");
            }
            // New, or a crash came while the header was written: nothing can have been acknowledged yet.
            file.truncate(0);
            file.write(0, HEADER);
            file.force();
            forceFolder(path);
            end = HEADER.length;
            return;
        }
        Matcher header = HEADER_LINE.matcher(new String(head, 0, lineEnd, StandardCharsets.UTF_8));
        if (!header.matches()) {
            throw new EventLogException(path + " is no event log. It was not touched.");
        }
        if (Integer.parseInt(header.group(1)) > VERSION) {
            throw new EventLogException(path + " was written by a newer version (format " + header.group(1)
                    + ", this one reads up to " + VERSION + "). The file was not touched.");
        }
        end = lineEnd + 1L;
    }

    private void scan(ToLongFunction<String> numberOf) throws IOException {
        long length = file.length();
        while (end < length) {
            byte[] line = lineAt(end, length);
            if (line == null) {
                cutOff(length);
                return;
            }
            if (!holdsNumber(line, count + 1L, numberOf)) {
                if (end + line.length + 1 < length) {
                    throw new EventLogException(path + " is damaged in line " + (count + 2)
                            + ", which is not its last; restore it from a copy. The file was not touched.");
                }
                cutOff(length);
                return;
            }
            take(line.length + 1);
        }
    }

    private static boolean holdsNumber(byte[] line, long expected, ToLongFunction<String> numberOf) {
        try {
            return numberOf.applyAsLong(new String(line, StandardCharsets.UTF_8)) == expected;
        } catch (UncheckedIOException damaged) {
            return false;
        }
    }

    /** The bytes up to the next line end, without it; null if there is none. */
    private byte[] lineAt(long offset, long length) throws IOException {
        byte[] read = new byte[0];
        while (offset + read.length < length) {
            int searched = read.length;
            byte[] more = file.read(offset + searched, (int) Math.min(CHUNK, length - offset - searched));
            read = Arrays.copyOf(read, searched + more.length);
            System.arraycopy(more, 0, read, searched, more.length);
            int lineEnd = indexOfLineEnd(read, searched);
            if (lineEnd >= 0) {
                return Arrays.copyOf(read, lineEnd);
            }
        }
        return null;
    }

    private static int indexOfLineEnd(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void cutOff(long length) throws IOException {
        byte[] torn = file.read(end, (int) Math.min(Integer.MAX_VALUE - 8, length - end));
        Path beside = path.resolveSibling(path.getFileName() + ".torn");
        Files.write(beside, torn, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        file.truncate(end);
        file.force();
        repair = new LogRepair(path, end, length - end, beside);
    }

    private void take(int bytes) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = end;
        end += bytes;
    }

    Optional<LogRepair> repair() {
        return Optional.ofNullable(repair);
    }

    long count() {
        return count;
    }

    /** Adds a line; when it returns, the line is on the device. */
    void append(String line) {
        requireUsable();
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            file.write(end, bytes);
        } catch (IOException e) {
            takeBack(e);
            throw new EventLogException(path + ": an event could not be written: " + e.getMessage(), e);
        }
        try {
            file.force();
        } catch (IOException e) {
            // After a failed force nobody knows what is on the device, and a second force would claim that all is well.
            unusable = "an earlier write could not be forced to the device; open the log again";
            throw new EventLogException(path + ": an event could not be forced to the device: " + e.getMessage(), e);
        }
        take(bytes.length);
    }

    private void takeBack(IOException problem) {
        try {
            file.truncate(end);
        } catch (IOException e) {
            problem.addSuppressed(e);
            unusable = "an earlier write could not be taken back; open the log again";
        }
    }

    /** The lines after that many. */
    List<String> after(long known) {
        requireUsable();
        List<String> lines = new ArrayList<>();
        try {
            for (long i = known; i < count; i++) {
                long start = starts[(int) i];
                long next = i + 1 < count ? starts[(int) i + 1] : end;
                lines.add(new String(file.read(start, (int) (next - start - 1)), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new EventLogException(path + " cannot be read: " + e.getMessage(), e);
        }
        return lines;
    }

    private void requireUsable() {
        if (unusable != null) {
            throw new EventLogException(path + ": " + unusable);
        }
    }

    /** The new name is durable only once the folder is; systems that cannot open folders (Windows) need no such thing. */
    private static void forceFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        } catch (IOException notPossibleHere) {
            return;
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        unusable = "the log is closed";
        try {
            file.close();
        } catch (IOException e) {
            throw new EventLogException(path + " could not be closed: " + e.getMessage(), e);
        } finally {
            lock.close();
        }
    }
}
