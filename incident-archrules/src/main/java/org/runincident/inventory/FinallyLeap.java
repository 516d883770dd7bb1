package org.runincident.inventory;

import java.util.List;
import org.runincident.code.MethodKey;
import org.runincident.code.Place;

/**
 * A jump out of a {@code finally} block that loses an exception in flight.
 *
 * @param keyword {@code return}, {@code throw}, {@code break} or {@code continue}
 */
public record FinallyLeap(Place at, MethodKey member, String keyword, List<Step> path) {
    public FinallyLeap {
        path = List.copyOf(path);
    }
}
