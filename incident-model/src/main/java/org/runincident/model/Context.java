package org.runincident.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What else is known about a failure: names and short texts, in the order they were given. Limited in size, because it is
 * stored with every failure: what does not fit is cut with a mark, or counted.
 *
 * @param entries at most {@value #MAX_ENTRIES}, each value at most {@value #MAX_VALUE} characters, names likewise
 * @param leftOut how many entries did not fit; zero or more
 */
public record Context(Map<String, String> entries, int leftOut) {
    /** How many entries are kept. */
    public static final int MAX_ENTRIES = 32;
    /** How many characters of one value are kept. */
    public static final int MAX_VALUE = 2_000;

    private static final Context EMPTY = new Context(Map.of(), 0);

    public Context {
        int dropped = Math.max(0, leftOut);
        Map<String, String> kept = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : (entries == null ? Map.<String, String>of() : entries).entrySet()) {
            if (kept.size() == MAX_ENTRIES) {
                dropped++;
            } else {
                kept.put(Cut.at(MAX_VALUE, entry.getKey()), Cut.at(MAX_VALUE, Shown.of(entry.getValue())));
            }
        }
        entries = Collections.unmodifiableMap(kept);
        leftOut = dropped;
    }

    /** Without entries. */
    public static Context empty() {
        return EMPTY;
    }

    /**
     * This and one entry more; an entry of the same name is replaced.
     *
     * @param value may be null, which is shown as such; a throwable is shown with its type
     */
    public Context with(String name, Object value) {
        Objects.requireNonNull(name, "name");
        Map<String, String> more = new LinkedHashMap<>(entries);
        more.put(name, Shown.of(value));
        return new Context(more, leftOut);
    }

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return entries.isEmpty() && leftOut == 0;
    }
}
