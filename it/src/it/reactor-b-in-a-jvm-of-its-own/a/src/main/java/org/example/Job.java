package org.example;

public class Job {
    public enum Status {
        QUEUED,
        RUNNING,
        SUCCEEDED,
        FAILED
    }

    private Status status = Status.QUEUED;
    private String failureReason;

    public void setStatus(Status status) {
        this.status = status;
    }

    public void setFailureReason(String failureReason) {
        this.failureReason = failureReason;
    }

    public String toString() {
        return status + " " + failureReason;
    }
}
