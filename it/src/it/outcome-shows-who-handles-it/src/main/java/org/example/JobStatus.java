package org.example;

public enum JobStatus {
    QUEUED,
    RUNNING,
    FAILED
}
