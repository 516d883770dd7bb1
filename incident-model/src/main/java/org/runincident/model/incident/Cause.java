package org.runincident.model.incident;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.runincident.model.Confidence;
import org.runincident.model.FailureCode;
import org.runincident.model.FailureReason;

/**
 * Why a run ended, and what that rests on.
 *
 * @param reason why; one that is missing reads as unrecorded
 * @param confidence how sure that is
 * @param evidence what speaks for it
 * @param conflicting what speaks for something else; never thrown away
 */
public record Cause(FailureReason reason, Confidence confidence, List<Evidence> evidence, List<Evidence> conflicting) {
    public Cause {
        reason = reason == null ? FailureReason.unrecorded() : reason;
        confidence = reason.isUnrecorded() || confidence == null ? Confidence.LOW : confidence;
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
        conflicting = conflicting == null ? List.of() : List.copyOf(conflicting);
    }

    /** A reason that was recorded where it happened. */
    public static Cause recorded(FailureReason reason) {
        return new Cause(reason, Confidence.HIGH, List.of(), List.of());
    }

    /**
     * The cause that the evidence speaks for: the strongest decides, among equals the latest in the list. As sure as the
     * evidence allows: {@link Confidence#HIGH} if it was observed and nothing was observed against it, {@link Confidence#LOW} if it was
     * guessed or something as strong speaks against it.
     *
     * @throws IllegalArgumentException if there is no evidence
     */
    public static Cause weigh(List<Evidence> evidence) {
        Evidence best = evidence.stream()
                .reduce((a, b) -> b.strength().compareTo(a.strength()) >= 0 ? b : a)
                .orElseThrow(() -> new IllegalArgumentException("a cause needs evidence"));
        FailureCode code = best.suggests();
        List<Evidence> against =
                evidence.stream().filter(item -> !item.suggests().equals(code)).toList();
        return new Cause(
                FailureReason.of(code).source(best.source()).context("evidence", best.text()),
                confidence(best, against),
                evidence.stream().filter(item -> item.suggests().equals(code)).toList(),
                against);
    }

    private static Confidence confidence(Evidence best, List<Evidence> against) {
        Evidence.Strength strongest = against.stream()
                .map(Evidence::strength)
                .max(Comparator.naturalOrder())
                .orElse(null);
        if (best.strength() == Evidence.Strength.GUESSED || best.strength() == strongest) {
            return Confidence.LOW;
        }
        return best.strength() == Evidence.Strength.OBSERVED && strongest == null ? Confidence.HIGH : Confidence.MEDIUM;
    }

    /** This, and something more that speaks for something else. */
    public Cause conflicting(List<Evidence> more) {
        return new Cause(reason, confidence, evidence, Objects.requireNonNull(more, "more"));
    }
}
