package org.example.jobs;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.example.jobs.FailureReason.Code;
import org.example.jobs.StepResult.StepStatus;

/** Runs the steps of a job one after the other, each within the job's limit. */
public final class JobRunner {
    private static final Logger LOG = Logger.getLogger(JobRunner.class.getName());

    private final ExecutorService workers;
    private final JobStore store;

    public JobRunner(ExecutorService workers, JobStore store) {
        this.workers = workers;
        this.store = store;
    }

    public void run(Job job) {
        job.setStatus(JobStatus.RUNNING);
        store.save(job);
        for (Step step : job.steps()) {
            if (!runStep(job, step)) {
                store.save(job);
                return;
            }
        }
        job.setStatus(JobStatus.SUCCEEDED);
        store.save(job);
    }

    private boolean runStep(Job job, Step step) {
        Future<StepResult> running = workers.submit(step::run);
        try {
            StepResult result = running.get(job.limit().toMillis(), TimeUnit.MILLISECONDS);
            if (result.status() == StepStatus.FAILED) {
                // Bad: the result may hold the error, and nobody asks it.
                job.setStatus(JobStatus.FAILED);
                return false;
            }
            return true;
        } catch (ExecutionException e) {
            // Good: the reason goes with the status.
            job.fail(FailureReason.of(Code.STEP_FAILED, e.getCause()));
            return false;
        } catch (TimeoutException e) {
            // Bad: the log knows, the job does not.
            LOG.log(Level.WARNING, "no answer within " + job.limit(), e);
            running.cancel(true);
            job.setStatus(JobStatus.TIMED_OUT);
            return false;
        } catch (InterruptedException e) {
            // Good: the flag is set again, and the job says who ended it.
            Thread.currentThread().interrupt();
            job.setCancelledBy("shutdown of the runner");
            job.setStatus(JobStatus.CANCELLED);
            return false;
        }
    }
}
