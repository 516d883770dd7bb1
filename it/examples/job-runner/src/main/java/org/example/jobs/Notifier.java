package org.example.jobs;

import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells listeners how a job ended. */
public final class Notifier {
    private static final Logger LOG = Logger.getLogger(Notifier.class.getName());

    private final List<Consumer<Job>> listeners;
    private final Consumer<Job> metrics;

    public Notifier(List<Consumer<Job>> listeners, Consumer<Job> metrics) {
        this.listeners = List.copyOf(listeners);
        this.metrics = metrics;
    }

    /** Good: one listener's failure is seen, and stops no other. */
    public void ended(Job job) {
        for (Consumer<Job> listener : listeners) {
            try {
                listener.accept(job);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "a listener of job " + job.id() + " failed", e);
            }
        }
    }

    /** Bad: whatever happens, nobody will ever hear of it. */
    public boolean tell(Job job, Consumer<Job> listener) {
        try {
            listener.accept(job);
            return true;
        } catch (Exception e) {
            return false;
        }
    }

    /** Accepted, with a reason that stands in the code. */
    public void count(Job job) {
        try {
            metrics.accept(job);
        } catch (RuntimeException e) { // incident:allow SwallowedException because a lost metric must never touch a job
        }
    }
}
