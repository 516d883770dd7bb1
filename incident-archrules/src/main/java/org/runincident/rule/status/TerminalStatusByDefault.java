package org.runincident.rule.status;

import com.google.auto.service.AutoService;
import org.runincident.inventory.StatusTurn;
import org.runincident.rule.Family;
import org.runincident.rule.Rule;
import org.runincident.rule.RuleInfo;
import org.runincident.rule.Severity;
import org.runincident.rule.Verdicts;

/** A run is said to have ended well where nobody looked how it ended. */
@AutoService(Rule.class)
@RuleInfo(family = Family.STATUS, severity = Severity.WARNING, summary = "A run is said to have ended well by default")
public final class TerminalStatusByDefault implements Rule.OfStatusTurn {

    @Override
    public void judge(StatusTurn turn, Verdicts out) {
        if (turn.kind() != StatusTurn.Kind.BY_DEFAULT) {
            return;
        }
        out.report(
                turn.at(),
                turn.member(),
                "This " + turn.entity() + " becomes `" + turn.to() + "` by default: " + turn.from() + ".",
                "Give `" + turn.to()
                        + "` where the success is seen, and let what nobody expected be a failure that says so.",
                turn.path());
    }
}
