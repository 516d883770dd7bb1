package org.runincident.corpus.beside;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * A finding of one of the tools.
 *
 * @param path below the folder of all sources, with slashes
 * @param lines further lines it speaks of: those of the path that proves it
 */
record Hit(Tool tool, String rule, String path, int line, Set<Integer> lines) {
    private static final int NEAR = 2;

    Hit {
        lines = Set.copyOf(lines);
    }

    /** Whether another finding, of the other tool, means the same place. */
    boolean isWhere(Hit other) {
        return path.equals(other.path)
                && (Math.abs(line - other.line) <= NEAR || lines.contains(other.line) || other.lines.contains(line));
    }

    /**
     * Where it stands in a lot that depends on the seed and on itself only: other findings may come and go, and the ones
     * drawn stay.
     */
    String lot(String seed) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String key = seed + ' ' + tool + ' ' + rule + ' ' + path + ' ' + line;
            return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return path + ":" + line + "  " + tool.name().toLowerCase(java.util.Locale.ROOT) + "  " + rule;
    }
}
