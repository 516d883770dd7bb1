package org.runincident.rule.status;

import com.google.auto.service.AutoService;
import org.runincident.code.Quoted;
import org.runincident.inventory.StatusTurn;
import org.runincident.rule.Family;
import org.runincident.rule.Rule;
import org.runincident.rule.RuleInfo;
import org.runincident.rule.Severity;
import org.runincident.rule.Verdicts;

/** What a method starts and ends is left running on a way out of an exception. */
@AutoService(Rule.class)
@RuleInfo(
        family = Family.STATUS,
        severity = Severity.WARNING,
        summary = "A run is started, and left running when an exception is caught")
public final class MissingTransition implements Rule.OfStatusTurn {

    @Override
    public void judge(StatusTurn turn, Verdicts out) {
        if (turn.kind() != StatusTurn.Kind.LEFT_RUNNING) {
            return;
        }
        out.report(
                turn.at(),
                turn.member(),
                "This handler leaves the " + turn.entity() + " `" + turn.from() + "` for ever.",
                "Give " + Quoted.of(turn.subject())
                        + " its end here, with the caught exception as the reason, or throw on.",
                turn.path());
    }
}
