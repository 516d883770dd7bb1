package org.runincident.model.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.runincident.model.ErrorChain;
import org.runincident.model.event.EventData;
import org.runincident.model.event.EventKind;
import org.runincident.model.event.RunEvent;
import org.runincident.model.event.StatusChange;

/** Reads the facts out of a run's events. */
public final class FactsReader {
    private final List<Facts.Signal> timeline = new ArrayList<>();
    private final List<Facts.Step> steps = new ArrayList<>();
    private final Set<String> files = new LinkedHashSet<>();
    private final List<Facts.Checkpoint> checkpoints = new ArrayList<>();
    private final List<String> partialOutputs = new ArrayList<>();
    private List<String> undone = List.of();
    private String lastCompletedStep;
    private String worker;
    private Integer exitCode;
    private ErrorChain errors;
    private int attempts;

    private FactsReader() {}

    /** The facts; from the events of one run, in order. */
    public static Facts read(List<RunEvent> history) {
        FactsReader reader = new FactsReader();
        history.forEach(reader::take);
        return new Facts(
                reader.timeline,
                reader.steps,
                reader.lastCompletedStep,
                reader.attempts,
                List.copyOf(reader.files),
                reader.checkpoints,
                reader.partialOutputs,
                reader.undone,
                reader.worker,
                List.of(),
                reader.exitCode,
                reader.errors,
                null);
    }

    private void take(RunEvent event) {
        timeline.add(new Facts.Signal(event.at(), event.source(), what(event), event.data()));
        if (event.kind().equals(EventKind.AGENT_STARTED)) {
            attempts++;
        } else if (event.kind().equals(EventKind.STEP_STARTED)) {
            steps.add(new Facts.Step(event.data(EventData.STEP), event.at(), null));
        } else if (event.kind().equals(EventKind.STEP_FINISHED)) {
            finish(event.data(EventData.STEP), event.at());
        }
        takeData(event);
        if (event.change() != null) {
            takeChange(event.change());
        }
    }

    private void takeChange(StatusChange change) {
        undone = change.undone();
        if (change.reason() != null && change.reason().cause() != null) {
            errors = change.reason().cause();
        }
    }

    private void takeData(RunEvent event) {
        if (event.data(EventData.FILE) != null) {
            files.add(event.data(EventData.FILE));
        }
        if (event.data(EventData.CHECKPOINT) != null) {
            checkpoints.add(new Facts.Checkpoint(event.data(EventData.CHECKPOINT), event.at()));
        }
        if (event.data(EventData.PARTIAL_OUTPUT) != null) {
            partialOutputs.add(event.data(EventData.PARTIAL_OUTPUT));
        }
        if (event.data(EventData.WORKER) != null) {
            worker = event.data(EventData.WORKER);
        }
        String exit = event.data(EventData.EXIT_CODE);
        if (exit != null && exit.matches("-?\\d{1,9}")) {
            exitCode = Integer.valueOf(exit);
        }
    }

    private void finish(String step, Instant at) {
        lastCompletedStep = step;
        for (int i = steps.size() - 1; i >= 0; i--) {
            Facts.Step open = steps.get(i);
            if (open.name().equals(step) && open.finished() == null) {
                steps.set(i, new Facts.Step(open.name(), open.started(), at));
                return;
            }
        }
    }

    private static String what(RunEvent event) {
        StatusChange change = event.change();
        if (change == null) {
            return event.kind().name();
        }
        return change.to().name().toLowerCase(Locale.ROOT)
                + (change.reason() == null ? "" : ": " + change.reason().message());
    }
}
