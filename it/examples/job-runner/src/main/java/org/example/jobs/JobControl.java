package org.example.jobs;

import java.util.List;

/** What people may do to a job. */
public final class JobControl {
    private final JobStore store;

    public JobControl(JobStore store) {
        this.store = store;
    }

    /** Good: who asked is kept. */
    public void cancel(Job job, String user) {
        if (job.status().isTerminal()) {
            return;
        }
        job.setCancelledBy(user);
        job.setStatus(JobStatus.CANCELLED);
        store.save(job);
    }

    /** Bad: at three in the morning, nobody will know who stopped all of them. */
    public void cancelAll(List<Job> jobs) {
        for (Job job : jobs) {
            if (!job.status().isTerminal()) {
                job.setStatus(JobStatus.CANCELLED);
                store.save(job);
            }
        }
    }
}
