package org.example.jobs;

import java.time.Duration;
import java.util.Collection;
import java.util.logging.Logger;
import org.example.jobs.FailureReason.Code;

/** Looks after the workers, and ends the jobs of those that are gone. */
public final class WorkerWatch implements Runnable {
    private static final Logger LOG = Logger.getLogger(WorkerWatch.class.getName());

    private final Collection<Worker> workers;
    private final JobStore store;
    private final Duration pause;

    public WorkerWatch(Collection<Worker> workers, JobStore store, Duration pause) {
        this.workers = workers;
        this.store = store;
        this.pause = pause;
    }

    @Override
    public void run() {
        while (true) {
            workers.forEach(this::check);
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                // Bad: whoever wants this thread to end must ask a second time.
                LOG.fine("woken up early");
            }
        }
    }

    private void check(Worker worker) {
        if (worker.answers()) {
            return;
        }
        Job job = worker.currentJob();
        if (worker.lastSign() == null) {
            end(job, JobStatus.FAILED, FailureReason.of(Code.WORKER_LOST, "worker " + worker.name() + " never answered"));
        } else if (worker.lastSign().isBefore(worker.started().plus(job.limit()))) {
            end(job, JobStatus.FAILED, FailureReason.of(Code.WORKER_LOST, "worker " + worker.name() + " is gone"));
        } else {
            // Bad: of three calls one has nothing to say.
            end(job, JobStatus.TIMED_OUT, null);
        }
    }

    /** A helper: whether a reason is recorded is up to the caller. */
    private void end(Job job, JobStatus status, FailureReason reason) {
        job.setStatus(status);
        job.setFailureReason(reason);
        store.save(job);
    }
}
