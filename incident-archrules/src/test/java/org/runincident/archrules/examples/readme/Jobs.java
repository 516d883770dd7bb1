package org.runincident.archrules.examples.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the README shows to both sets of rules. */
public class Jobs {
    private final Path file;

    public Jobs(Path file) {
        this.file = file;
    }

    public String load() {
        try {
            return Files.readString(file);
        } catch (Exception e) {
            return null;
        }
    }

    public void clear() {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new RuntimeException("cannot clear " + file);
        }
    }
}
