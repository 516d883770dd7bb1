package org.runincident.model.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.runincident.model.RunStatus;

/** A run was asked to go where it cannot go from where it is. Nothing was written. */
public final class IllegalTransitionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RunStatus from;
    private final RunStatus to;

    IllegalTransitionException(String runId, RunStatus from, RunStatus to) {
        super("run " + runId + " is " + name(from) + " and cannot become " + name(to) + "; it may become "
                + Arrays.stream(RunStatus.values())
                        .filter(from::mayBecome)
                        .map(IllegalTransitionException::name)
                        .collect(Collectors.joining(", ")));
        this.from = from;
        this.to = to;
    }

    private static String name(RunStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /** Where the run is. */
    public RunStatus from() {
        return from;
    }

    /** Where it was asked to go. */
    public RunStatus to() {
        return to;
    }
}
