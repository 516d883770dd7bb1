package org.example.jobs;

/**
 * Why a job did not succeed.
 *
 * @param cause null when no exception led here
 */
public record FailureReason(Code code, String message, Throwable cause) {
    public enum Code {
        BAD_CONFIGURATION,
        STEP_FAILED,
        WORKER_LOST,
        DEADLINE_EXCEEDED
    }

    public static FailureReason of(Code code, String message) {
        return new FailureReason(code, message, null);
    }

    public static FailureReason of(Code code, Throwable cause) {
        return new FailureReason(code, cause.getMessage(), cause);
    }
}
