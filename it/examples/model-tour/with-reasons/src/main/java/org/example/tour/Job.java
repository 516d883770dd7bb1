package org.example.tour;

import org.runincident.model.FailureReason;

/** One job, as a row of a table would hold it. */
public final class Job {
    private final String name;
    private JobStatus status = JobStatus.RUNNING;
    private FailureReason reason;

    public Job(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public JobStatus status() {
        return status;
    }

    public void setStatus(JobStatus status) {
        this.status = status;
    }

    /** Null while the job has not failed. */
    public FailureReason reason() {
        return reason;
    }

    public void setReason(FailureReason reason) {
        this.reason = reason;
    }
}
