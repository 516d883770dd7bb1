package org.runincident.rule.house;

import com.google.auto.service.AutoService;
import java.util.List;
import org.runincident.rule.Family;
import org.runincident.rule.Rule;
import org.runincident.rule.RuleInfo;
import org.runincident.rule.Severity;
import org.runincident.rule.UnreadableSource;
import org.runincident.rule.Verdicts;

/** A file, or a part of one, could not be read, so nothing is known of what stands there. */
@AutoService(Rule.class)
@RuleInfo(
        family = Family.HOUSE,
        severity = Severity.NOTE,
        summary = "A source could not be read whole, so a part of it was not audited")
public final class UnparsableSource implements Rule.OfUnreadable {

    @Override
    public void judge(UnreadableSource source, Verdicts out) {
        String what = source.whole() ? "This file was not audited: " : "A part of this file was not audited: ";
        out.report(
                source.at(),
                null,
                what + withoutStop(source.problem()) + ".",
                "If the file compiles, this is a gap of the audit; leave it out with `exclude` in incident.json until it is closed.",
                List.of());
    }

    private static String withoutStop(String problem) {
        String clause = problem.strip();
        return clause.endsWith(".") ? clause.substring(0, clause.length() - 1) : clause;
    }
}
