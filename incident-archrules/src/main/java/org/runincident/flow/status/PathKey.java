package org.runincident.flow.status;

import java.util.Map;

/** What must agree for two paths to be taken as one. */
final class PathKey {
    private final Map<Ref, SubjectState> subjects;
    private final Map<Object, Object> decisive;
    private final int hash; // asked for again and again, and long to work out

    /**
     * @param subjects those that part paths, as they stand
     * @param decisive by value or member, what decides what happens later
     */
    PathKey(Map<Ref, SubjectState> subjects, Map<Object, Object> decisive) {
        this.subjects = subjects;
        this.decisive = decisive;
        this.hash = 31 * subjects.hashCode() + decisive.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof PathKey key
                        && hash == key.hash
                        && subjects.equals(key.subjects)
                        && decisive.equals(key.decisive);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
