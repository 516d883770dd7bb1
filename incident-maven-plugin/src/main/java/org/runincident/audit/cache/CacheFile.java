package org.runincident.audit.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that holds what belongs to one key. Several builds may use it at one time: a reader sees what one of them wrote, whole.
 * It may be deleted at any time.
 */
public final class CacheFile {
    private static final byte[] MARK = "incident-cache 1\n".getBytes(StandardCharsets.US_ASCII);

    private final Path file;

    public CacheFile(Path file) {
        this.file = file;
    }

    /** The file cannot be used; the message says why, in one clause. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * What is kept under a key; empty when there is no file, or one for another key.
     *
     * @throws Unusable when the file is damaged, or something else
     */
    public Optional<byte[]> read(String key) throws Unusable {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new Unusable("cannot be read", e);
        }
        if (!Arrays.equals(MARK, Arrays.copyOf(bytes, MARK.length))) {
            throw new Unusable("is no cache", null);
        }
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(bytes, MARK.length, bytes.length - MARK.length))) {
            String held = in.readUTF();
            String sum = in.readUTF();
            byte[] content = in.readAllBytes();
            if (!sum.equals(Fingerprint.of(content))) {
                throw new Unusable("is damaged", null);
            }
            return held.equals(key) ? Optional.of(content) : Optional.empty();
        } catch (IOException e) {
            throw new Unusable("is damaged", e);
        }
    }

    /**
     * Keeps content under a key, in place of what was there.
     *
     * @throws Unusable when it cannot be written; what was there is there still
     */
    public void write(String key, byte[] content) throws Unusable {
        Path beside = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            Files.createDirectories(file.getParent());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length + 256);
            try (DataOutputStream out = new DataOutputStream(bytes)) {
                out.write(MARK);
                out.writeUTF(key);
                out.writeUTF(Fingerprint.of(content));
                out.write(content);
            }
            try {
                Files.write(beside, bytes.toByteArray());
                move(beside);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new Unusable("cannot be written", e);
        }
    }

    private void move(Path beside) throws IOException {
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
