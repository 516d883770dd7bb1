package org.runincident.rule;

import java.util.List;
import org.runincident.code.MethodKey;
import org.runincident.code.Place;
import org.runincident.inventory.Step;

/** Takes what a rule finds. */
public interface Verdicts {

    /**
     * Reports.
     *
     * @param member the enclosing member; null at file level
     * @param message one sentence with a full stop: what is wrong with which expression; code in backticks
     * @param hint one sentence: how to mend it
     * @param path steps that prove it; may be empty
     */
    void report(Place at, MethodKey member, String message, String hint, List<Step> path);
}
