package org.example.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps one line per job on disk. */
public final class JobStore {
    private final Path folder;

    public JobStore(Path folder) {
        this.folder = folder;
    }

    public void save(Job job) {
        String line = job.id() + " " + job.status() + " " + job.failureReason();
        try {
            Files.writeString(folder.resolve(job.id()), line);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot save job " + job.id(), e);
        }
    }
}
