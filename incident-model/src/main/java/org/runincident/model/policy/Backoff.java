package org.runincident.model.policy;

import java.time.Duration;
import java.util.Objects;

/**
 * How long to wait before an attempt: longer each time, up to a limit, and not all at the same moment. Pure: the scatter
 * comes from a seed, not from chance, so that a preview tells the truth.
 *
 * @param first the wait before the second attempt; not negative
 * @param factor how much longer each further wait is; at least 1
 * @param max the longest wait, scatter included
 * @param jitter how far a wait is scattered to either side, as a share of it; from 0 to 1
 */
public record Backoff(Duration first, double factor, Duration max, double jitter) {
    /** @throws IllegalArgumentException if a value is out of its range */
    public Backoff {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(max, "max");
        if (first.isNegative() || max.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "a backoff goes from a first wait of zero or more up to at least that, not from " + first + " to "
                            + max);
        }
        if (!(factor >= 1) || !(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException(
                    "a backoff has a factor of at least 1 and a jitter from 0 to 1, not " + factor + " and " + jitter);
        }
    }

    /** Two seconds, doubling, at most five minutes, scattered by a fifth. */
    public static Backoff standard() {
        return new Backoff(Duration.ofSeconds(2), 2, Duration.ofMinutes(5), 0.2);
    }

    /**
     * The wait after that many failed attempts.
     *
     * @param attempts at least 1
     * @param seed decides the scatter; the same seed, the same wait
     */
    public Duration after(int attempts, long seed) {
        double grown = first.toMillis() * Math.pow(factor, Math.max(0, attempts - 1));
        double scattered = grown * (1 + jitter * (2 * share(seed + attempts) - 1));
        return Duration.ofMillis((long) Math.min(scattered, max.toMillis()));
    }

    /** A number from 0 to 1 that neighbouring seeds do not share: the finalizer of SplitMix64. */
    private static double share(long seed) {
        long mixed = seed * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        mixed ^= mixed >>> 31;
        return (mixed >>> 11) * 0x1.0p-53;
    }
}
