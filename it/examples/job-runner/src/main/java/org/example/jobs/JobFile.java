package org.example.jobs;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Properties;

/** A job's settings on disk. */
public final class JobFile {
    private final Path file;

    public JobFile(Path file) {
        this.file = file;
    }

    /** Good: the caller learns what went wrong below. */
    public Properties read() {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
        return settings;
    }

    /** Bad: a new exception, and the one that knew is lost. */
    public Duration limit() {
        String limit = read().getProperty("limit", "PT1M");
        try {
            return Duration.parse(limit);
        } catch (DateTimeException e) {
            throw new IllegalStateException("bad limit in " + file);
        }
    }
}
