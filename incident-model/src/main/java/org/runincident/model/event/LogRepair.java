package org.runincident.model.event;

import java.nio.file.Path;

/**
 * What was cut off the end of a log because a crash had left it torn. It had never been acknowledged.
 *
 * @param file the log
 * @param offset where the torn line began, in bytes
 * @param bytes how many bytes were cut off
 * @param keptIn the file the bytes were added to
 */
public record LogRepair(Path file, long offset, long bytes, Path keptIn) {
    /** One sentence for a log or a person. */
    public String message() {
        return file + ": a torn last line of " + bytes + " bytes at offset " + offset
                + ", never acknowledged, was cut off and kept in " + keptIn;
    }
}
