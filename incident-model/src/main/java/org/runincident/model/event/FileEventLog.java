package org.runincident.model.event;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.runincident.model.json.IncidentJson;

/**
 * A log in a file of JSON Lines: a header line, then one event a line.
 *
 * <p>When {@link #append} answers, the event is on the device. A crash may leave a torn last line, which was never
 * acknowledged: it is cut off when the log is opened again, kept beside it in a file with the ending {@code .torn}, and
 * reported by {@link #repair()}. Two writers exclude one another by a lock on a file with the ending {@code .lock}, which
 * stays. A file from a newer version of this library is refused and not touched.
 *
 * <p>An interrupt does not disturb it: a run that is being cancelled can record why.
 */
public final class FileEventLog implements EventLog {
    private final Clock clock;
    private final IncidentJson json;
    private final LineFile lines;

    private FileEventLog(LineFile lines, Clock clock, IncidentJson json) {
        this.lines = lines;
        this.clock = clock;
        this.json = json;
    }

    /** Opens or creates a log, with the time of the system and the installed codes. */
    public static FileEventLog open(Path file) {
        return open(file, Clock.systemUTC(), IncidentJson.installed());
    }

    /**
     * Opens or creates a log; the folder must exist.
     *
     * @throws EventLogException if another writer has it, it is no event log, it comes from a newer version, or it is
     *     damaged before its end
     */
    public static FileEventLog open(Path file, Clock clock, IncidentJson json) {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(json, "json");
        WriterLock lock = WriterLock.take(file);
        try {
            return open(file, new RandomAccessLogFile(file.toFile()), lock, clock, json);
        } catch (IOException e) {
            lock.close();
            throw new EventLogException(file + " cannot be opened: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    static FileEventLog open(Path file, LogFile bytes, WriterLock lock, Clock clock, IncidentJson json) {
        try {
            LineFile lines = LineFile.open(
                    file, bytes, lock, line -> json.read(line, RunEvent.class).seq());
            return new FileEventLog(lines, clock, json);
        } catch (IOException e) {
            throw closing(bytes, new EventLogException(file + " cannot be opened: " + e.getMessage(), e));
        } catch (RuntimeException e) {
            throw closing(bytes, e);
        }
    }

    private static RuntimeException closing(LogFile bytes, RuntimeException problem) {
        try {
            bytes.close();
        } catch (IOException e) {
            problem.addSuppressed(e);
        }
        return problem;
    }

    /** What was cut off when the log was opened; empty if it was whole. */
    public Optional<LogRepair> repair() {
        return lines.repair();
    }

    @Override
    public synchronized RunEvent append(NewEvent event) {
        RunEvent kept = RunEvent.of(lines.count() + 1, clock.instant(), event);
        lines.append(json.write(kept));
        return kept;
    }

    @Override
    public synchronized List<RunEvent> since(long seq) {
        List<RunEvent> events = new ArrayList<>();
        for (String line : lines.after(Math.max(0, seq))) {
            events.add(json.read(line, RunEvent.class));
        }
        return List.copyOf(events);
    }

    @Override
    public synchronized long last() {
        return lines.count();
    }

    @Override
    public synchronized void close() {
        lines.close();
    }
}
