package org.runincident.flow.status;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.runincident.code.Span;

/**
 * What a path went through, the last thing first.
 *
 * @param before what came before; null at the start
 * @param at where it happened
 * @param text what happened, a short clause
 * @param subject the subject it happened to; null when it is not about one
 * @param site the site, for the step that is one; else null
 */
public record Trail(Trail before, Kind kind, Span at, String text, String subject, SiteKey site) {

    /** What a step is. */
    public enum Kind {
        CAUGHT,
        BRANCH,
        SITE,
        /** A run is taken to a running status. */
        STARTED,
        TOLD,
        /** What ended badly is given another status. */
        OVER,
        /** What was told is gone again, or came too late. */
        LOST,
        /** Another run begins with the reason of the last one. */
        LEFT_OVER,
        END
    }

    /** The steps in the order control took them. */
    public List<Trail> inOrder() {
        List<Trail> steps = new ArrayList<>();
        for (Trail step = this; step != null; step = step.before) {
            steps.add(step);
        }
        Collections.reverse(steps);
        return steps;
    }
}
