package org.runincident.rule;

import java.util.Comparator;
import java.util.List;
import org.runincident.code.MethodKey;
import org.runincident.code.Place;
import org.runincident.inventory.Step;

/**
 * One finding.
 *
 * @param rule id of the rule
 * @param member the enclosing member; null at file level
 * @param message one sentence: what is wrong; code in backticks
 * @param hint one sentence: how to mend it
 * @param path steps that prove it; may be empty
 */
public record Finding(
        String rule, Severity severity, Place at, MethodKey member, String message, String hint, List<Step> path)
        implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::at).thenComparing(Finding::rule).thenComparing(Finding::message);

    public Finding {
        path = List.copyOf(path);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
