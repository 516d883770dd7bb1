package org.runincident.model.run;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.runincident.model.RunStatus;
import org.runincident.model.event.EventLog;
import org.runincident.model.event.NewEvent;
import org.runincident.model.event.RunEvent;

/**
 * The runs of one log: makes new ones and finds old ones. Ids, times and the source of what callers do not attribute are
 * filled in here. One instance per log and process; thread-safe.
 */
public final class Runs {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Settings settings;
    private final Map<String, RunRecord> live = new ConcurrentHashMap<>();

    record Settings(EventLog log, Clock clock, Supplier<String> ids, String source, Duration patience) {}

    /**
     * Over a log, with the time of the system, random ids, and five seconds of patience with a busy run.
     *
     * @param source who speaks where nobody is named, such as the name of the service; not blank
     */
    public Runs(EventLog log, String source) {
        this(log, source, Clock.systemUTC(), () -> UUID.randomUUID().toString(), PATIENCE);
    }

    /**
     * Over a log.
     *
     * @param source who speaks where nobody is named; not blank
     * @param clock for the limits of waits; the times of events are the log's
     * @param ids a new id at every call
     * @param patience how long a caller waits for others that change the same run, before it is answered with busy
     */
    public Runs(EventLog log, String source, Clock clock, Supplier<String> ids, Duration patience) {
        if (source.isBlank()) {
            throw new IllegalArgumentException("the source must not be blank");
        }
        this.settings = new Settings(
                Objects.requireNonNull(log, "log"),
                Objects.requireNonNull(clock, "clock"),
                Objects.requireNonNull(ids, "ids"),
                source,
                Objects.requireNonNull(patience, "patience"));
    }

    /**
     * A new run, queued.
     *
     * @throws org.runincident.model.event.EventLogException if it could not be kept; there is no run then
     */
    public RunRecord create() {
        String id = settings.ids().get();
        return live.compute(id, (key, present) -> {
            if (present != null) {
                throw new IllegalStateException("there is a run " + id + " already; ids must be new at every call");
            }
            NewEvent first =
                    NewEvent.of(id, settings.source(), Move.to(RunStatus.QUEUED).from(null, settings.source()));
            return record(RunState.after(settings.log().append(first)));
        });
    }

    /** The run of this id, as the log has it; the same record for all who ask while it lives. Empty if there is none. */
    public Optional<RunRecord> find(String runId) {
        RunRecord found = live.computeIfAbsent(runId, this::restore);
        if (found != null && found.state().status().isTerminal()) {
            live.remove(runId, found);
        }
        return Optional.ofNullable(found);
    }

    private RunRecord restore(String runId) {
        RunState last = null;
        for (RunEvent event : settings.log().of(runId)) {
            last = event.change() == null ? last : RunState.after(event);
        }
        return last == null ? null : record(last);
    }

    private RunRecord record(RunState state) {
        // Once ended, a run never changes again: forgetting it is safe, the next one who asks reads the log.
        return new RunRecord(state, settings, ended -> live.remove(ended.id()));
    }
}
