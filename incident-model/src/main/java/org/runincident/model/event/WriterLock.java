package org.runincident.model.event;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to write a log, held through a file beside it: on POSIX systems a lock on the log itself would be lost as soon
 * as anybody in this process closed another descriptor of it. The file is never deleted, as another process may be waiting
 * with it open.
 */
final class WriterLock implements AutoCloseable {
    private final FileChannel channel;

    private WriterLock(FileChannel channel) {
        this.channel = channel;
    }

    static WriterLock take(Path log) {
        Path file = log.resolveSibling(log.getFileName() + ".lock");
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw taken(log, channel, null);
            }
            return new WriterLock(channel);
        } catch (OverlappingFileLockException e) {
            throw taken(log, channel, e);
        } catch (IOException e) {
            EventLogException problem = new EventLogException(log + " cannot be locked: " + e, e);
            quietly(channel, problem);
            throw problem;
        }
    }

    private static EventLogException taken(Path log, FileChannel channel, Throwable cause) {
        EventLogException problem = new EventLogException(
                log + " is being written by another log, here or in another process; close that one first", cause);
        quietly(channel, problem);
        return problem;
    }

    private static void quietly(FileChannel channel, Exception problem) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                problem.addSuppressed(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new EventLogException("the lock of a log could not be given back: " + e.getMessage(), e);
        }
    }
}
