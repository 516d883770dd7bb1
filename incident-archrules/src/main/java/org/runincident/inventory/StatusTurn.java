package org.runincident.inventory;

import java.util.List;
import org.runincident.code.MethodKey;
import org.runincident.code.Place;

/**
 * A status that goes a way it should not, apart from whether anybody says why.
 *
 * @param at where to mend it
 * @param entity simple name of the type whose status it is; never empty
 * @param subject source text of the subject
 * @param from the status it had; of an end by default, why it is one, as a clause; of a reason that is replaced, its slot;
 *     empty when nobody knows
 * @param to the status it is given, or the text that takes a reason's place; empty when it is given none
 * @param way the method through which it is to change ({@code transitionTo(Status)}); empty when there is none
 * @param path the way, in order; at least one step
 */
public record StatusTurn(
        Place at,
        MethodKey member,
        Kind kind,
        String entity,
        String subject,
        String from,
        String to,
        String way,
        List<Step> path) {

    /** What goes wrong. */
    public enum Kind {
        /** It ended badly, and is then said to have ended well. */
        OVERWRITTEN,
        /** What said why is replaced by a text that says less. */
        WEAKENED,
        /** It was started, and on a way out of an exception nobody ends it. */
        LEFT_RUNNING,
        /** It is written past the method that checks or announces a change. */
        ROUND_TRANSITION,
        /** It is said to have ended well, and nobody looked how. */
        BY_DEFAULT
    }

    public StatusTurn {
        path = List.copyOf(path);
    }
}
