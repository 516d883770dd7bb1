package org.runincident.inventory;

import java.util.List;
import org.runincident.code.MethodKey;
import org.runincident.code.Place;
import org.runincident.code.TypeName;

/**
 * A future, stage or publisher that a call gives back and nobody takes, although a failure can be in it.
 *
 * @param at the method name of the call
 * @param type what the call gives back
 * @param method name of the called method
 */
public record DroppedFuture(Place at, MethodKey member, Kind kind, TypeName type, String method, List<Step> path) {
    /** What is lost with it. */
    public enum Kind {
        /** The exception of a task that does not catch its own. */
        TASK,
        /** The failure of an asynchronous step. */
        STAGE,
        /** The work itself: nothing runs without a subscriber. */
        PUBLISHER
    }

    public DroppedFuture {
        path = List.copyOf(path);
    }
}
