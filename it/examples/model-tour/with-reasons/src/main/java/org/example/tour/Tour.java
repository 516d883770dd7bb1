package org.example.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.runincident.model.Outcome;
import org.runincident.model.event.EventData;
import org.runincident.model.event.EventKind;
import org.runincident.model.event.FileEventLog;
import org.runincident.model.incident.Facts;
import org.runincident.model.incident.IncidentReader;
import org.runincident.model.incident.RunIncident;
import org.runincident.model.present.Audience;
import org.runincident.model.present.Presenter;
import org.runincident.model.present.Renderer;
import org.runincident.model.run.RunRecord;
import org.runincident.model.run.Runs;

/** Runs the ten jobs, and shows what each audience sees of each failure. */
public final class Tour {
    private final Path folder;
    private final Runs runs;
    private final FileEventLog log;

    private Tour(Path folder, FileEventLog log) {
        this.folder = folder;
        this.log = log;
        this.runs = new Runs(log, "model tour");
    }

    /** @param args where to write, by default target/tour */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "target/tour"));
        try (FileEventLog log = FileEventLog.open(folder.resolve("runs.jsonl"))) {
            new Tour(folder, log).all();
        }
    }

    private interface Work {
        void on(Job job) throws Exception;
    }

    private void all() throws Exception {
        TenWays ways = new TenWays(folder);
        TenWays.Disk full = (name, text) -> {
            throw new IOException(name + ": No space left on device");
        };
        TenWays.Disk mailbox = (name, text) -> {
            throw new IOException("450 mailbox busy, token=abc123");
        };
        run("setting", job -> ways.needsSetting(job, Map.of()));
        run("read", ways::readsFile);
        run("write", job -> ways.writesFile(job, full));
        run("network", ways::callsService);
        run("rate", job -> ways.callsTooOften(job, 429));
        run("slow", ways::waitsTooLong);
        run("crash", job -> ways.startsProcess(job, 137));
        run("stuck", ways::repeatsItself);
        run("cancel", job -> ways.isCancelled(job, "anna"));
        run("deliver", job -> ways.cannotDeliver(job, mailbox));
    }

    private void run(String name, Work work) throws Exception {
        Job job = new Job(name);
        RunRecord record = runs.create();
        record.transition(run -> run.run());
        record.note(EventKind.AGENT_STARTED, Map.of(EventData.WORKER, "worker-1"));
        record.note(EventKind.STEP_STARTED, Map.of(EventData.STEP, "prepare"));
        record.note(EventKind.STEP_FINISHED, Map.of(EventData.STEP, "prepare", EventData.CHECKPOINT, "prepared"));
        record.note(EventKind.STEP_STARTED, Map.of(EventData.STEP, name));
        record.note(EventKind.TOOL_INVOKED, Map.of(EventData.TOOL, name, EventData.ARGUMENTS, "private prompt"));
        work.on(job);
        if (job.status() == JobStatus.DELIVERY_FAILED) {
            record.transition(run -> run.deliver());
        }
        record.transition(run -> run.end(outcome(job)));
        show(name, record);
    }

    private static Outcome outcome(Job job) {
        return switch (job.status()) {
            case RUNNING, SUCCEEDED -> Outcome.succeeded();
            case FAILED -> Outcome.failed(job.reason());
            case TIMED_OUT -> new Outcome.TimedOut(Duration.ofMillis(20), job.reason());
            case STUCK -> new Outcome.Stuck(job.reason());
            case CANCELLED -> new Outcome.Cancelled(job.reason().source(), job.reason());
            case DELIVERY_FAILED -> new Outcome.DeliveryFailed(job.reason());
        };
    }

    private void show(String name, RunRecord record) throws IOException {
        RunIncident incident = IncidentReader.standard()
                .read(log.of(record.id()), Instant.now(), false)
                .map(it -> it.facts(it.facts().use(List.of(new Facts.Use("duration", "s", 30.0, 42.0)))))
                .orElseThrow();
        for (Audience audience : Audience.values()) {
            String file = name + "-" + audience.name().toLowerCase(Locale.ROOT) + ".html";
            Files.writeString(
                    folder.resolve(file),
                    Renderer.html().render(Presenter.standard().present(incident, audience)));
        }
        System.out.print(Renderer.text().render(Presenter.standard().present(incident, Audience.OPERATOR)));
    }
}
