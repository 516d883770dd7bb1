package org.runincident.model.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Checks that a run which fails leaves what is published as it was. */
public final class Untouched {
    private Untouched() {}

    /** Something that is expected to fail. */
    @FunctionalInterface
    public interface Failing {
        /** @throws Exception always, if all is as expected */
        void run() throws Exception;
    }

    /**
     * Checks that files stay as they are, byte for byte, and that none comes or goes.
     *
     * @param published a file or folder
     * @param run what is expected to fail
     * @return what it failed with
     * @throws AssertionError if it does not fail, or something changed
     */
    public static Throwable by(Path published, Failing run) {
        Map<String, String> before = fingerprints(published);
        Throwable failure = failureOf(run);
        Map<String, String> after = fingerprints(published);
        TreeSet<String> changed = new TreeSet<>(before.keySet());
        changed.addAll(after.keySet());
        changed.removeIf(file -> Objects.equals(before.get(file), after.get(file)));
        if (!changed.isEmpty()) {
            throw new AssertionError("the failing run changed what is published: " + changed, failure);
        }
        return failure;
    }

    /**
     * Checks that a state stays as it is.
     *
     * @param published reads the state; compared by equals
     * @param run what is expected to fail
     * @return what it failed with
     * @throws AssertionError if it does not fail, or the state changed
     */
    public static Throwable by(Supplier<?> published, Failing run) {
        Object before = published.get();
        Throwable failure = failureOf(run);
        Object after = published.get();
        if (!Objects.equals(before, after)) {
            throw new AssertionError(
                    "the failing run changed what is published, from " + before + " to " + after, failure);
        }
        return failure;
    }

    private static Throwable failureOf(Failing run) {
        try {
            run.run();
        } catch (Exception e) {
            return e;
        }
        throw new AssertionError("the run was expected to fail and did not");
    }

    private static Map<String, String> fingerprints(Path root) {
        try (Stream<Path> files = Files.exists(root) ? Files.walk(root) : Stream.empty()) {
            Map<String, String> prints = new TreeMap<>();
            for (Path file : files.toList()) {
                prints.put(root.relativize(file).toString(), Files.isDirectory(file) ? "folder" : hash(file));
            }
            return prints;
        } catch (IOException e) {
            throw new UncheckedIOException("what is published cannot be read: " + root, e);
        }
    }

    private static String hash(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
