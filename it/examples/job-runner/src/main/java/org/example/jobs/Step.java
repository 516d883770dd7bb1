package org.example.jobs;

/** One step of a job. */
@FunctionalInterface
public interface Step {
    StepResult run() throws Exception;
}
