package org.runincident.model.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.runincident.model.ErrorChain;

/**
 * What happened: observations only, no opinion. Lists are limited to {@value #MAX_ITEMS} items; how many were left out of
 * which stands in {@code cuts}.
 *
 * @param timeline what was observed, in order; of a long one the beginning and the end
 * @param steps the steps that were begun, in order
 * @param lastCompletedStep the last step that was finished; null if none was
 * @param attempts how many attempts were made; zero if it never began
 * @param filesTouched files that were written, in order of the first write
 * @param checkpoints saved states, oldest first
 * @param partialOutputs what is usable although the run did not finish
 * @param undone what was left undone, where it went well in part
 * @param worker who worked on it, or which model; null if unknown
 * @param use estimates against what was really used
 * @param exitCode exit code of the worker's process; null if unknown
 * @param errors the exception behind the failure; null if there was none
 * @param cuts name of a list, and how many items were left out of it
 */
public record Facts(
        List<Signal> timeline,
        List<Step> steps,
        String lastCompletedStep,
        int attempts,
        List<String> filesTouched,
        List<Checkpoint> checkpoints,
        List<String> partialOutputs,
        List<String> undone,
        String worker,
        List<Use> use,
        Integer exitCode,
        ErrorChain errors,
        Map<String, Integer> cuts) {
    /** How many items each list keeps. */
    public static final int MAX_ITEMS = 200;

    private static final int HEAD = 20;

    /**
     * Something that was observed.
     *
     * @param at when
     * @param source by whom
     * @param what in a few words
     * @param details names and texts, in order; may hold raw excerpts, which presentations leave out
     */
    public record Signal(Instant at, String source, String what, Map<String, String> details) {
        public Signal {
            Objects.requireNonNull(at, "at");
            source = Objects.requireNonNullElse(source, "unrecorded");
            what = Objects.requireNonNullElse(what, "unrecorded");
            details = details == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(details));
        }
    }

    /**
     * A step.
     *
     * @param name its name
     * @param started when it began
     * @param finished when it ended well; null if it did not
     */
    public record Step(String name, Instant started, Instant finished) {
        public Step {
            name = Objects.requireNonNullElse(name, "unrecorded");
            Objects.requireNonNull(started, "started");
        }
    }

    /**
     * A saved state the run could go back to.
     *
     * @param id its id
     * @param at when it was saved
     */
    public record Checkpoint(String id, Instant at) {
        public Checkpoint {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * An estimate against what was really used.
     *
     * @param what such as "duration", "tokens", "cost"
     * @param unit such as "s", "tokens", "EUR"; may be empty
     * @param estimate null if nobody estimated
     * @param actual null if nobody measured
     */
    public record Use(String what, String unit, Double estimate, Double actual) {
        public Use {
            Objects.requireNonNull(what, "what");
            unit = Objects.requireNonNullElse(unit, "");
        }
    }

    public Facts {
        Map<String, Integer> left = new TreeMap<>(cuts == null ? Map.of() : cuts);
        timeline = ends("timeline", timeline, left);
        steps = ends("steps", steps, left);
        filesTouched = ends("filesTouched", filesTouched, left);
        checkpoints = ends("checkpoints", checkpoints, left);
        partialOutputs = ends("partialOutputs", partialOutputs, left);
        undone = ends("undone", undone, left);
        use = ends("use", use, left);
        attempts = Math.max(0, attempts);
        cuts = Collections.unmodifiableMap(left);
    }

    /** Beginning and end of a list: how it started and how it ended says more than the middle. */
    private static <T> List<T> ends(String name, List<T> items, Map<String, Integer> left) {
        if (items == null) {
            return List.of();
        }
        if (items.size() <= MAX_ITEMS) {
            return List.copyOf(items);
        }
        int cut = items.size() - MAX_ITEMS;
        left.merge(name, cut, Integer::sum);
        List<T> kept = new ArrayList<>(items.subList(0, HEAD));
        kept.addAll(items.subList(HEAD + cut, items.size()));
        return List.copyOf(kept);
    }

    /** Of which nothing is known. */
    public static Facts none() {
        return new Facts(null, null, null, 0, null, null, null, null, null, null, null, null, null);
    }

    /** With these estimates against what was really used. */
    public Facts use(List<Use> estimates) {
        return new Facts(
                timeline,
                steps,
                lastCompletedStep,
                attempts,
                filesTouched,
                checkpoints,
                partialOutputs,
                undone,
                worker,
                estimates,
                exitCode,
                errors,
                cuts);
    }
}
