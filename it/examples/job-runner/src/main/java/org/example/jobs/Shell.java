package org.example.jobs;

import java.io.IOException;
import java.util.List;
import org.example.jobs.StepResult.StepStatus;

/** Steps that call a program. */
public final class Shell {
    private Shell() {}

    public static Step command(List<String> command) {
        return () -> {
            Process process = new ProcessBuilder(command).inheritIO().start();
            int exit = process.waitFor();
            if (exit == 0) {
                return StepResult.done(String.join(" ", command));
            }
            // Bad: the exit code is at hand, and is not passed on.
            return StepResult.failed();
        };
    }

    public static StepResult probe(String program) {
        try {
            new ProcessBuilder(program, "--version").start();
            return StepResult.done(program);
        } catch (IOException e) {
            // Good: the exception travels with the result.
            return StepResult.failed(e);
        }
    }

    public static StepResult optional(Step step) throws Exception {
        StepResult result = step.run();
        // Good: a failed step that may fail is a skipped one, and keeps its error.
        return result.status() == StepStatus.FAILED
                ? new StepResult(StepStatus.SKIPPED, result.output(), result.error())
                : result;
    }
}
