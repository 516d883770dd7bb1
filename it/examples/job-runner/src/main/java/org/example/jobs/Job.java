package org.example.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A job: its steps, and how it stands. */
public final class Job {
    private final String id;
    private final List<Step> steps;
    private final Duration limit;
    private JobStatus status = JobStatus.QUEUED;
    private FailureReason failureReason;
    private String cancelledBy;
    private Instant ended;

    public Job(String id, List<Step> steps, Duration limit) {
        this.id = id;
        this.steps = List.copyOf(steps);
        this.limit = limit;
    }

    /** The way a job should fail: nobody can forget the reason. */
    public void fail(FailureReason reason) {
        this.status = JobStatus.FAILED;
        this.failureReason = reason;
        this.ended = Instant.now();
    }

    /** The way it should not: the status is there, the reason is left to whoever calls. */
    public void setStatus(JobStatus status) {
        this.status = status;
        if (status.isTerminal()) {
            this.ended = Instant.now();
        }
    }

    public void setFailureReason(FailureReason failureReason) {
        this.failureReason = failureReason;
    }

    public void setCancelledBy(String cancelledBy) {
        this.cancelledBy = cancelledBy;
    }

    public String id() {
        return id;
    }

    public List<Step> steps() {
        return steps;
    }

    public Duration limit() {
        return limit;
    }

    public JobStatus status() {
        return status;
    }

    public FailureReason failureReason() {
        return failureReason;
    }

    public String cancelledBy() {
        return cancelledBy;
    }

    public Instant ended() {
        return ended;
    }
}
