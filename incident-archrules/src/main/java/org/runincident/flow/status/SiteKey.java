package org.runincident.flow.status;

import org.runincident.code.MethodKey;
import org.runincident.code.Span;

/**
 * Identity of a site: copies of one statement, as {@code finally} has them, are one site.
 *
 * @param part which of the objects a call does something to is meant; empty where there is only one
 */
public record SiteKey(MethodKey method, Span at, String part) implements Comparable<SiteKey> {
    @Override
    public int compareTo(SiteKey other) {
        int byMethod = method.compareTo(other.method);
        if (byMethod != 0) {
            return byMethod;
        }
        int byPlace = at.compareTo(other.at);
        return byPlace != 0 ? byPlace : part.compareTo(other.part);
    }
}
