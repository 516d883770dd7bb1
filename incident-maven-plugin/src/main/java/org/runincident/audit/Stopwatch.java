package org.runincident.audit;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Wall time per stage, in the order of the stages. */
final class Stopwatch {
    private final Map<String, Duration> stages = new LinkedHashMap<>();
    private long since = System.nanoTime();

    /** Ends a stage; the next begins. */
    void lap(String stage) {
        long now = System.nanoTime();
        stages.merge(stage, Duration.ofNanos(now - since), Duration::plus);
        since = now;
    }

    /** A stage that somebody else measured, within the one that runs; it does not count twice. */
    void add(String stage, Duration time) {
        stages.merge(stage, time, Duration::plus);
        since += time.toNanos();
    }

    Map<String, Duration> stages() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(stages));
    }
}
