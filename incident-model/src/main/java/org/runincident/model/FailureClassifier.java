package org.runincident.model;

import java.util.Objects;
import java.util.Optional;

/**
 * Tells which way to fail an exception stands for. Implementations are stateless, look at the one exception they are given
 * (its causes are offered to them in turn), and never throw.
 *
 * <pre>{@code
 * FailureClassifier ours = error -> error instanceof QuotaException
 *         ? Optional.of(CommonCode.RATE_LIMITED) : Optional.empty();
 * FailureReason reason = ours.orElse(FailureClassifier.standard()).reason(error);
 * }</pre>
 */
@FunctionalInterface
public interface FailureClassifier {
    /** The code of this very exception; empty if it says nothing. */
    Optional<FailureCode> classify(Throwable error);

    /** What the JDK's exceptions mean, and others by the habits of naming them. */
    static FailureClassifier standard() {
        return StandardClassifier.SPECIFIC;
    }

    /** This one first, for the exception and all its causes; the other for those that this one does not know. */
    default FailureClassifier orElse(FailureClassifier other) {
        Objects.requireNonNull(other, "other");
        return error -> {
            Optional<FailureCode> own = classify(error);
            return own.isPresent() ? own : other.classify(error);
        };
    }

    /**
     * The reason an exception stands for, with the exception as its cause. The outermost exception that this classifier
     * knows decides; if it knows none, its broad kind does ({@code file_io}, {@code internal_error}, else {@code unknown}).
     */
    default FailureReason reason(Throwable error) {
        Objects.requireNonNull(error, "error");
        return FailureReason.of(StandardClassifier.decide(this, error), error);
    }
}
