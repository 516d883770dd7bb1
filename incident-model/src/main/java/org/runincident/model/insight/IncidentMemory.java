package org.runincident.model.insight;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.runincident.model.ErrorChain;
import org.runincident.model.FailureReason;
import org.runincident.model.event.EventKind;
import org.runincident.model.event.EventLog;
import org.runincident.model.event.NewEvent;
import org.runincident.model.event.RunEvent;
import org.runincident.model.incident.RunIncident;
import org.runincident.model.present.Redactor;

/**
 * Remembers incidents as events of a log: their code, the words of their sentence (redacted), their step and error. Small: for
 * some ten thousand incidents. With a durable log it survives restarts.
 */
public final class IncidentMemory implements SimilarIncidents {
    private static final EventKind REMEMBERED = EventKind.custom("incident", "remembered");
    private static final EventKind RESOLVED = EventKind.custom("incident", "resolved");
    private static final EventKind DELETED = EventKind.custom("incident", "deleted");
    private static final String SOURCE = "incident memory";
    private static final String ID = "incident";
    private static final Pattern WORD_END = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private static final double SAME_CODE = 0.5;
    private static final double SAME_WORDS = 0.3;
    private static final double SAME_ERROR = 0.1;
    private static final double SAME_STEP = 0.1;

    private final EventLog log;
    private final Map<String, Remembered> known = new LinkedHashMap<>();
    private final Set<String> deleted = new HashSet<>();
    private long read;

    /** Over a log, which may hold other events too. */
    public IncidentMemory(EventLog log) {
        this.log = Objects.requireNonNull(log, "log");
    }

    private record Remembered(
            String id, String runId, long seq, String code, Set<String> words, String error, String step, String how) {}

    /** Keeps an incident in mind; again, with newer data, if it is known already. */
    public void remember(RunIncident incident) {
        Remembered seen = look(incident, 0);
        NewEvent event = NewEvent.of(incident.runId(), REMEMBERED, SOURCE)
                .with(ID, incident.id())
                .with("code", seen.code())
                .with("words", String.join(" ", seen.words()))
                .with("error", seen.error())
                .with("step", seen.step());
        log.append(event);
    }

    /**
     * Keeps what resolved an incident.
     *
     * @param how in one sentence
     */
    public void resolved(RunIncident incident, String how) {
        log.append(NewEvent.of(incident.runId(), RESOLVED, SOURCE)
                .with(ID, incident.id())
                .with("how", how));
    }

    /** Deletes an incident: it never surfaces again, even if it is remembered once more. */
    public void delete(RunIncident incident) {
        log.append(NewEvent.of(incident.runId(), DELETED, SOURCE).with(ID, incident.id()));
    }

    @Override
    public synchronized List<Similar> like(RunIncident incident, int max) {
        catchUp();
        Remembered asked = look(incident, 0);
        record Candidate(Remembered past, double score) {}
        return known.values().stream()
                .filter(past -> !past.id().equals(asked.id()))
                .map(past -> new Candidate(past, score(asked, past)))
                .filter(candidate -> candidate.score() > 0)
                .sorted(Comparator.comparingDouble(Candidate::score)
                        .thenComparingLong(candidate -> candidate.past().seq())
                        .reversed())
                .limit(max)
                .map(candidate -> new Similar(
                        candidate.past().id(),
                        candidate.past().runId(),
                        candidate.score(),
                        candidate.past().how()))
                .toList();
    }

    private void catchUp() {
        for (RunEvent event : log.since(read)) {
            read = event.seq();
            String id = event.data(ID);
            if (event.kind().equals(REMEMBERED) && !deleted.contains(id)) {
                known.merge(id, of(event), (old, now) -> withHow(now, old.how()));
            } else if (event.kind().equals(RESOLVED)) {
                known.computeIfPresent(id, (key, past) -> withHow(past, event.data("how")));
            } else if (event.kind().equals(DELETED)) {
                deleted.add(id);
                known.remove(id);
            }
        }
    }

    private static double score(Remembered asked, Remembered past) {
        double score = asked.code().equals(past.code()) ? SAME_CODE : 0;
        Set<String> both = new HashSet<>(asked.words());
        both.retainAll(past.words());
        Set<String> either = new HashSet<>(asked.words());
        either.addAll(past.words());
        score += either.isEmpty() ? 0 : SAME_WORDS * both.size() / either.size();
        score += !asked.error().isEmpty() && asked.error().equals(past.error()) ? SAME_ERROR : 0;
        score += !asked.step().isEmpty() && asked.step().equals(past.step()) ? SAME_STEP : 0;
        return score;
    }

    private static Remembered look(RunIncident incident, long seq) {
        FailureReason reason = incident.cause().reason();
        ErrorChain errors = reason.cause();
        return new Remembered(
                incident.id(),
                incident.runId(),
                seq,
                reason.code().code(),
                words(Redactor.standard().redact("", reason.message())),
                errors == null ? "" : errors.root().type(),
                Objects.requireNonNullElse(incident.phase().step(), ""),
                null);
    }

    private static Remembered of(RunEvent event) {
        return new Remembered(
                event.data(ID),
                event.runId(),
                event.seq(),
                event.data("code"),
                words(event.data("words")),
                event.data("error"),
                event.data("step"),
                null);
    }

    private static Remembered withHow(Remembered past, String how) {
        return new Remembered(
                past.id(), past.runId(), past.seq(), past.code(), past.words(), past.error(), past.step(), how);
    }

    private static Set<String> words(String text) {
        Set<String> words = new TreeSet<>(List.of(WORD_END.split(text.toLowerCase(Locale.ROOT))));
        words.remove("");
        return words;
    }
}
