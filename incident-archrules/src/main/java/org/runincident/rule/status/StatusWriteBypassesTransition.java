package org.runincident.rule.status;

import com.google.auto.service.AutoService;
import org.runincident.inventory.StatusTurn;
import org.runincident.rule.Family;
import org.runincident.rule.Rule;
import org.runincident.rule.RuleInfo;
import org.runincident.rule.Severity;
import org.runincident.rule.Verdicts;

/** A status is written past the method that checks or announces its changes. */
@AutoService(Rule.class)
@RuleInfo(
        family = Family.STATUS,
        severity = Severity.ERROR,
        summary = "A status is written round the method through which it is to change")
public final class StatusWriteBypassesTransition implements Rule.OfStatusTurn {

    @Override
    public void judge(StatusTurn turn, Verdicts out) {
        if (turn.kind() != StatusTurn.Kind.ROUND_TRANSITION) {
            return;
        }
        out.report(
                turn.at(),
                turn.member(),
                "This " + turn.entity() + " becomes `" + turn.to() + "` past `" + turn.way()
                        + "`: nothing checks or announces the change.",
                "Call `" + turn.way() + "` instead.",
                turn.path());
    }
}
