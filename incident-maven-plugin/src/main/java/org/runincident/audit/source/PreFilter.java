package org.runincident.audit.source;

import java.util.Set;

/** Tells from the words of a file whether it can matter. */
public final class PreFilter {
    private final Set<String> triggers;

    /** @param triggers lower-case words, compared with each part of each identifier */
    public PreFilter(Set<String> triggers) {
        this.triggers = Set.copyOf(triggers);
    }

    /** Whether one of the words stands in the text. */
    public boolean matters(String text) {
        return !triggers.isEmpty();
    }
}
