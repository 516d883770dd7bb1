package org.runincident.flow.status;

import org.runincident.code.MethodKey;
import org.runincident.code.Span;

/** Identity of a site: copies of one statement, as {@code finally} has them, are one site. */
public record SiteKey(MethodKey method, Span at) implements Comparable<SiteKey> {
    @Override
    public int compareTo(SiteKey other) {
        int byMethod = method.compareTo(other.method);
        return byMethod != 0 ? byMethod : at.compareTo(other.at);
    }
}
