package org.runincident.audit.ratchet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Puts a file in place so that a crash at any instant leaves the old one or the new one: bytes to a file beside it, force,
 * rename over it, force of the directory. The steps are methods so that a test can watch their order.
 */
class DurableWrite {

    final void replace(Path file, byte[] bytes) throws IOException {
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new java.nio.file.AccessDeniedException("the file is read-only");
        }
        Path beside = target.resolveSibling("." + target.getFileName() + ".new");
        try {
            write(beside, bytes);
            rename(beside, target);
        } catch (IOException e) {
            try {
                Files.deleteIfExists(beside);
            } catch (IOException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
        forceDirectory(target.getParent());
    }

    void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            force(channel);
        }
    }

    void force(FileChannel channel) throws IOException {
        channel.force(true);
    }

    void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void forceDirectory(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // incident:allow DiscardedNarrowException because Windows cannot open a directory, and its rename is
            // durable
        }
    }
}
