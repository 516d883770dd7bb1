package org.example.jobs;

import java.time.Instant;

/** A process that works on one job at a time. */
public interface Worker {
    String name();

    Job currentJob();

    Instant started();

    /** Null when it never gave one. */
    Instant lastSign();

    boolean answers();
}
