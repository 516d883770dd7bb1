package org.example.jobs;

/** What the shell is told. */
public final class ExitCode {
    private ExitCode() {}

    /** Good: a status added later does not compile until it is handled here. */
    public static int of(JobStatus status) {
        return switch (status) {
            case SUCCEEDED -> 0;
            case QUEUED, RUNNING -> 1;
            case FAILED -> 2;
            case TIMED_OUT -> 3;
            case CANCELLED -> 4;
        };
    }

    /** Bad: TIMED_OUT came later, and this place never heard of it. */
    public static String colour(JobStatus status) {
        String colour = "grey";
        switch (status) {
            case SUCCEEDED:
                colour = "green";
                break;
            case FAILED:
                colour = "red";
                break;
            case QUEUED:
            case RUNNING:
            case CANCELLED:
                break;
        }
        return colour;
    }
}
