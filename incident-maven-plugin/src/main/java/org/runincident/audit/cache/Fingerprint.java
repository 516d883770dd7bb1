package org.runincident.audit.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.MurmurHash3;

/** A digest of things in their order; two that differ in anything differ in it. */
public final class Fingerprint {
    private final MessageDigest digest;

    public Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The digest of some bytes alone, in hexadecimal digits. One of 128 bits that costs little: it tells edits apart; who forges
     * files could as well forge what is kept of them.
     */
    public static String of(byte[] bytes) {
        long[] hash = MurmurHash3.hash128x64(bytes, 0, bytes.length, 0);
        return HexFormat.of().toHexDigits(hash[0]) + HexFormat.of().toHexDigits(hash[1]);
    }

    /** The digest of what a file holds; that it cannot be read is content of its own. */
    public static String ofContent(Path file) {
        try {
            return of(Files.readAllBytes(file));
        } catch (IOException e) {
            return "unreadable";
        }
    }

    /** The digest of what can be told of a jar, or of each file in a folder, without reading it: where it is, size, time. */
    public static String ofStamps(Path path) {
        Fingerprint fingerprint = new Fingerprint();
        try {
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.walk(path)) {
                    for (Path file : files.sorted().toList()) {
                        fingerprint.addStamp(file);
                    }
                }
            } else {
                fingerprint.addStamp(path);
            }
        } catch (IOException | UncheckedIOException e) {
            fingerprint.add("unreadable");
        }
        return fingerprint.hex();
    }

    private void addStamp(Path file) throws IOException {
        add(file.toString());
        if (Files.exists(file)) {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            add(attributes.isDirectory() ? "" : attributes.size() + " " + attributes.lastModifiedTime());
        }
    }

    public Fingerprint add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
        return this;
    }

    public Fingerprint add(List<String> texts) {
        add(String.valueOf(texts.size()));
        texts.forEach(this::add);
        return this;
    }

    /** In hexadecimal digits; ends it. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
