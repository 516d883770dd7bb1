package org.example.jobs;

/**
 * How a step ended.
 *
 * @param error null when it did not fail
 */
public record StepResult(StepStatus status, String output, Throwable error) {
    public enum StepStatus {
        DONE,
        SKIPPED,
        FAILED
    }

    public static StepResult done(String output) {
        return new StepResult(StepStatus.DONE, output, null);
    }

    public static StepResult skipped() {
        return new StepResult(StepStatus.SKIPPED, "", null);
    }

    /** Says why. */
    public static StepResult failed(Throwable error) {
        return new StepResult(StepStatus.FAILED, "", error);
    }

    /** Fails without a word, whoever calls it. */
    public static StepResult failed() {
        return new StepResult(StepStatus.FAILED, "", null);
    }
}
