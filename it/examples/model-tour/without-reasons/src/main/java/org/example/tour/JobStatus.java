package org.example.tour;

/** How a job stands. */
public enum JobStatus {
    RUNNING,
    SUCCEEDED,
    FAILED,
    TIMED_OUT,
    STUCK,
    CANCELLED,
    DELIVERY_FAILED
}
