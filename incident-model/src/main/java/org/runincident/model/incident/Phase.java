package org.runincident.model.incident;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.runincident.model.RunStatus;
import org.runincident.model.event.EventData;
import org.runincident.model.event.EventKind;
import org.runincident.model.event.RunEvent;

/**
 * Where in its life a run was when it ended.
 *
 * @param kind which phase
 * @param step the step that was being done; null if none is known
 */
public record Phase(Kind kind, String step) {
    public Phase {
        kind = Objects.requireNonNullElse(kind, Kind.UNKNOWN);
    }

    /** The phases of a run's life, in order. */
    public enum Kind {
        /** Nobody had taken it yet. */
        QUEUED,
        /** It was being handed to a worker. */
        DISPATCHING,
        /** The worker prepared. */
        STARTING,
        /** Work was being done. */
        RUNNING,
        /** It waited for a person. */
        AWAITING_INPUT,
        /** The result was being put together. */
        FINALIZING,
        /** The result was being handed over. */
        DELIVERING,
        /** Not known. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** Without a step. */
    public static Phase of(Kind kind) {
        return new Phase(kind, null);
    }

    /** In the middle of a step. */
    public static Phase running(String step) {
        return new Phase(Kind.RUNNING, Objects.requireNonNull(step, "step"));
    }

    /** Where the run was last, before its end; from the events of one run, in order. */
    public static Phase last(List<RunEvent> history) {
        Kind kind = Kind.UNKNOWN;
        String step = null;
        for (RunEvent event : history) {
            if (event.change() != null && !event.change().to().isTerminal()) {
                kind = of(event.change().to());
            } else if (event.kind().equals(EventKind.STEP_STARTED)) {
                step = event.data(EventData.STEP);
            } else if (event.kind().equals(EventKind.STEP_FINISHED)) {
                step = null;
            }
        }
        return new Phase(kind, kind == Kind.RUNNING ? step : null);
    }

    private static Kind of(RunStatus status) {
        return switch (status) {
            case QUEUED -> Kind.QUEUED;
            case DISPATCHING -> Kind.DISPATCHING;
            case STARTING -> Kind.STARTING;
            case RUNNING -> Kind.RUNNING;
            case AWAITING_INPUT -> Kind.AWAITING_INPUT;
            case FINALIZING -> Kind.FINALIZING;
            case DELIVERING -> Kind.DELIVERING;
            case SUCCEEDED, PARTLY_SUCCEEDED, FAILED, TIMED_OUT, STUCK, CANCELLED, DELIVERY_FAILED, NEEDS_REVIEW ->
                Kind.UNKNOWN;
        };
    }

    /** {@code running (extract)}. */
    @Override
    public String toString() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return step == null ? name : name + " (" + step + ")";
    }
}
