package org.runincident.model.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.runincident.model.CommonCode;
import org.runincident.model.Confidence;
import org.runincident.model.event.RunEvent;
import org.runincident.model.policy.RecoveryDecision;
import org.runincident.model.policy.RetryPolicy;
import org.runincident.model.policy.RetryQuestion;
import org.runincident.model.run.Ending;
import org.runincident.model.run.TerminalInference;

/**
 * Makes an incident out of a run's events: facts, cause, phase, and what the policy thinks safe. Pure: the same events and the
 * same time give the same incident.
 *
 * @param policy decides about recovery
 * @param provider who else could do the work; null if nobody
 */
public record IncidentReader(RetryPolicy policy, String provider) {
    public IncidentReader {
        Objects.requireNonNull(policy, "policy");
    }

    /** With the standard policy and nobody else to do the work. */
    public static IncidentReader standard() {
        return new IncidentReader(RetryPolicy.standard(), null);
    }

    /**
     * The incident of one run; empty if it ended in plain success.
     *
     * @param history the events of one run, in order; not empty
     * @param now the time to measure waits against
     * @param workerGone whether whoever worked on the run is known to be gone
     * @throws IllegalArgumentException if there are no events
     */
    public Optional<RunIncident> read(List<RunEvent> history, Instant now, boolean workerGone) {
        if (history.isEmpty()) {
            throw new IllegalArgumentException("a run without events cannot be read");
        }
        Ending ending = new TerminalInference(now, workerGone).infer(history);
        if (!ending.status().owesReason()) {
            return Optional.empty();
        }
        RunEvent end = ending.evidence() == null ? history.get(history.size() - 1) : ending.evidence();
        Facts facts = FactsReader.read(history);
        Cause cause = cause(ending);
        RecoveryDecision decision = policy.decide(question(end.runId(), cause, facts));
        return Optional.of(new RunIncident(
                RunIncident.SCHEMA_VERSION,
                end.runId() + "-" + end.seq(),
                end.runId(),
                end.at(),
                ending.status(),
                facts,
                cause,
                Phase.last(history),
                Recovery.of(decision, cause, facts),
                null));
    }

    private static Cause cause(Ending ending) {
        List<Evidence> conflicting =
                ending.conflicting().stream().map(IncidentReader::against).toList();
        if (ending.rule().equals(TerminalInference.RECORDED_END)) {
            return Cause.recorded(ending.reason()).conflicting(conflicting);
        }
        if (ending.evidence() == null) {
            return new Cause(ending.reason(), Confidence.LOW, List.of(), conflicting);
        }
        Evidence evidence = new Evidence(
                ending.reason().code(),
                Evidence.Strength.OBSERVED,
                ending.rule().replace('_', ' '),
                ending.reason().message(),
                ending.evidence().at());
        return new Cause(
                ending.reason(),
                conflicting.isEmpty() ? Confidence.MEDIUM : Confidence.LOW,
                List.of(evidence),
                conflicting);
    }

    private static Evidence against(RunEvent event) {
        return new Evidence(
                event.change() != null && event.change().reason() != null
                        ? event.change().reason().code()
                        : CommonCode.UNKNOWN,
                Evidence.Strength.OBSERVED,
                event.source(),
                event.kind().name().toLowerCase(Locale.ROOT) + " " + event.data(),
                event.at());
    }

    private RetryQuestion question(String runId, Cause cause, Facts facts) {
        String open = facts.steps().stream()
                .filter(step -> step.finished() == null)
                .reduce((a, b) -> b)
                .map(Facts.Step::name)
                .orElse(null);
        int saved = facts.checkpoints().size();
        return RetryQuestion.of(runId, cause.reason(), Math.max(1, facts.attempts()))
                .confidence(cause.confidence())
                .resumeStep(facts.lastCompletedStep() == null ? null : open)
                .checkpoint(
                        saved == 0 ? null : facts.checkpoints().get(saved - 1).id())
                .provider(provider)
                .askedToWait(askedToWait(cause));
    }

    /** What the other side asked for, where whoever recorded the reason kept it under {@code retry_after}, in seconds. */
    private static Duration askedToWait(Cause cause) {
        String seconds = cause.reason().context().entries().get("retry_after");
        return seconds != null && seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }
}
